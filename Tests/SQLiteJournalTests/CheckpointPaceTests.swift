import Testing

@testable import SQLiteJournal

@Suite("When a checkpoint is due")
struct CheckpointPaceTests {
  @Test("as soon as the log has grown by the bound, and again after it began anew")
  func due() {
    let pace = CheckpointPace.bulk
    let first = pace.bound
    #expect(!pace.isDue(first - 1, copied: 0))
    #expect(pace.isDue(first, copied: 0))
    #expect(!pace.isDue(2 * first - 1, copied: first))
    #expect(pace.isDue(2 * first, copied: first))
    #expect(!pace.isDue(20, copied: first))
    #expect(pace.isDue(first, copied: first + 1))
  }

  @Test("later while what was copied last is on its way to the disk, but not without end")
  func waits() {
    let pace = CheckpointPace.bulk
    #expect(!pace.isDue(2 * pace.bound - 1, copied: 0, isWaiting: true))
    #expect(pace.isDue(2 * pace.bound, copied: 0, isWaiting: true))
  }

  @Test("smaller after slow ones, larger after quick ones, within limits")
  func learns() {
    var slow = CheckpointPace.bulk
    var quick = CheckpointPace.bulk
    for _ in 0..<50 {
      slow.note(slow.bound, took: .seconds(1))
      quick.note(quick.bound, took: .zero)
    }
    #expect(slow.bound < CheckpointPace.bulk.bound && slow.bound > 100)
    #expect(quick.bound > CheckpointPace.bulk.bound && quick.bound < 10_000)
  }

  @Test("for a desk later than for any import, which copies for both")
  func leavesItToTheImport() {
    var quick = CheckpointPace.bulk
    for _ in 0..<50 { quick.note(quick.bound, took: .zero) }
    #expect(CheckpointPace.desk.bound > quick.bound)
  }
}

import Testing

@testable import SQLiteJournal

@Suite("When a checkpoint is due")
struct CheckpointPaceTests {
  @Test("as soon as the log has grown by the bound, and again after it began anew")
  func due() {
    var pace = CheckpointPace()
    let first = pace.bound
    #expect(!pace.isDue(first - 1))
    #expect(pace.isDue(first))
    pace.note(Checkpoint(pages: first, copied: first), took: .milliseconds(20))
    #expect(!pace.isDue(first + pace.bound - 1))
    #expect(pace.isDue(first + pace.bound))
    #expect(!pace.isDue(20))
    #expect(pace.isDue(pace.bound))
  }

  @Test("smaller after slow ones, larger after quick ones, within limits")
  func learns() {
    var slow = CheckpointPace()
    var quick = CheckpointPace()
    for _ in 0..<50 {
      slow.note(Checkpoint(pages: slow.bound, copied: slow.bound), took: .seconds(1))
      quick.note(Checkpoint(pages: quick.bound, copied: quick.bound), took: .zero)
    }
    #expect(slow.bound < CheckpointPace().bound && slow.bound > 100)
    #expect(quick.bound > CheckpointPace().bound && quick.bound < 10_000)
  }
}

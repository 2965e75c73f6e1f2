import Foundation
import SeededRandom
import TerminalRig
import Testing

/// Drills as processes: killed in the middle, and kept apart from real work.
@Suite("A drill as a program", .serialized)
struct DrillKillTests {
  private let folder: TemporaryFolder
  private let drill = Product.root + "/fixtures/drills/first-shift"

  init() throws {
    folder = try TemporaryFolder()
  }

  private func arguments(_ journal: String) -> [String] {
    [
      "drill", drill, "--city", Product.city, "--journal", journal, "--keys", drill + "/model.jsonl", "--headless",
      "--step",
      "5",
    ]
  }

  private func export(_ journal: String) throws -> String {
    let result = try Product.run("journal", "export", "--journal", journal)
    #expect(result.status == 0, "\(result.complaint)")
    return result.text
  }

  @Test func `that is killed goes on where it was, and ends as if it had not been`() throws {
    let whole = folder.file("whole.db")
    let start = ContinuousClock.now
    let last = try Product.start(arguments(whole)).result()
    #expect(last.status == 0, "\(last.complaint)")
    // Early enough on a fast machine, and far enough in on a slow one.
    let microseconds = (ContinuousClock.now - start) / .microseconds(1)
    let journal = folder.file("killed.db")
    var generator = SeededGenerator(seed: 4)
    var killed = 0
    for _ in 1...6 {
      let running = try Product.start(arguments(journal))
      usleep(UInt32(Double.random(in: 0.1...0.5, using: &generator) * microseconds))
      kill(running.identifier, SIGKILL)
      if try running.result().status == 128 + SIGKILL { killed += 1 }
    }
    #expect(killed > 0)
    let ended = try Product.start(arguments(journal)).result()
    #expect(ended.status == 0, "\(ended.complaint)")
    #expect(ended.text == last.text)
    #expect(try export(journal) == export(whole))
    #expect(try Product.run("verify", "--journal", journal).status == 0)
  }

  @Test func `takes in no real report, and a real journal none of a drill's`() throws {
    let journal = folder.file("drill.db")
    #expect(try Product.start(arguments(journal)).result().status == 0)
    let before = try export(journal)
    let live = try Product.act(
      "import", Product.root + "/fixtures/feeds/spoken.jsonl", "--rejects", folder.file("a.jsonl"),
      journal: journal)
    #expect(live.status == 2)
    #expect(try export(journal) == before)
    let exercise = try Product.act(
      "import", drill + "/feed.jsonl", "--rejects", folder.file("b.jsonl"), journal: folder.file("live.db"))
    #expect(exercise.status == 2)
    let page = try Product.act("orders", "--all", "--json", journal: folder.file("live.db"))
    #expect(try Product.list(page).isEmpty)
  }

  @Test func `is not opened by a desk that was not told so`() throws {
    let journal = folder.file("drill.db")
    #expect(try Product.start(arguments(journal)).result().status == 0)
    let desk = try Product.act("desk", journal: journal)
    #expect(desk.status == 2)
    #expect(desk.complaint.contains("--drill"))
  }
}

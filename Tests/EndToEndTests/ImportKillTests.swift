import Foundation
import TerminalRig
import Testing

/// Imports that are killed in the middle.
@Suite("A killed import", .serialized)
struct ImportKillTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let feed = Product.root + "/fixtures/feeds/typhoon.jsonl"

  /// How many orders a reader sees.
  private func orders(_ journal: String) throws -> Int {
    let page = try Product.act("orders", "--all", "--sort", "newest", "--limit", "1", "--json", journal: journal)
    guard page.status == 0 else { return 0 }
    let number = try Product.list(page).first?["number"] as? String
    return number.flatMap { Int($0.suffix(5)) } ?? 0
  }

  @Test("nothing that a reader saw is lost, nothing is half there, and the next one completes it")
  func killed() throws {
    let journal = folder.file("journal.db")
    let lines = try String(contentsOfFile: Self.feed, encoding: .utf8).split(separator: "\n")
    var generator = SeededGenerator(seed: 20_200_616)
    var seen = 0
    for round in 1...Scale.importKills {
      // The points lie anywhere between the last one and the end.
      let target = seen + Int.random(in: 1...max(1, (lines.count - seen) / (Scale.importKills - round + 1)), using: &generator)
      let running = try Product.start(["import", "--city", Product.city, "--journal", journal, Self.feed])
      _ = try Deadline(seconds: 60).wait("round \(round)") {
        seen = max(seen, try orders(journal))
        return seen >= target || !running.isRunning ? true : nil
      }
      kill(running.identifier, SIGKILL)
      _ = try running.result()
      let proof = try Product.act("verify", journal: journal)
      #expect(proof.status == 0, "round \(round): \(proof.text)\(proof.complaint)")
      let left = try orders(journal)
      #expect(left >= seen, "round \(round): \(seen) were seen, \(left) are left")
      seen = left
    }
    let last = try Product.act("import", Self.feed, "--json", journal: journal)
    #expect(last.status == 0, "\(last.complaint)")
    let identifiers = try lines.map { line in
      let report = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return "\(report?["source"] ?? "") \(report?["id"] ?? "")"
    }
    let all = try Product.list(try Product.act("orders", "--all", "--limit", "1000000", "--json", journal: journal))
    let stored = all.map { "\($0["source"] ?? "") \($0["sourceID"] ?? "")" }
    #expect(stored.count == Set(stored).count)
    #expect(Set(stored) == Set(identifiers))
    #expect(try Product.act("verify", journal: journal).status == 0)
  }
}

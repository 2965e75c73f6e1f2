import Foundation
import SeededRandom
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
    let page = try Product.act("orders", "--sort", "newest", "--limit", "1", "--json", journal: journal)
    guard page.status == 0 else { return 0 }
    let number = try Product.list(page).first?["number"] as? String
    return number.flatMap { Int($0.suffix(5)) } ?? 0
  }

  @Test(
    "nothing that a reader saw is lost, nothing is half there, and the next one completes it",
    arguments: 1...Scale.killedJournals)
  func killed(seed: Int) throws {
    let journal = folder.file("journal.db")
    let lines = try String(contentsOfFile: Self.feed, encoding: .utf8).split(separator: "\n")
    var generator = SeededGenerator(seed: UInt64(seed))
    var seen = 0
    var killed = 0
    for round in 1...Scale.importKills {
      let running = try Product.start(["import", "--city", Product.city, "--journal", journal, Self.feed])
      // Any moment will do, from the opening of the journal on.
      usleep(UInt32.random(in: 0...900_000, using: &generator))
      if round.isMultiple(of: 3) { seen = max(seen, try orders(journal)) }
      kill(running.identifier, SIGKILL)
      if try running.result().status == 128 + SIGKILL { killed += 1 }
      guard FileManager.default.fileExists(atPath: journal) else { continue }
      let left = try orders(journal)
      #expect(left >= seen, "round \(round): \(seen) were seen, \(left) are left")
      seen = left
      let proof = try Product.act("verify", journal: journal)
      // Killed before the journal had its first event, it is no journal yet.
      if left > 0 { #expect(proof.status == 0, "round \(round): \(proof.text)\(proof.complaint)") }
    }
    #expect(killed >= Scale.importKills / 2, "only \(killed) imports were killed before they had ended")
    let last = try Product.act("import", Self.feed, "--json", journal: journal)
    #expect(last.status == 0, "\(last.complaint)")
    // The later reports of an incident go to the order of the first one.
    var incidents: Set<String> = []
    let identifiers = try lines.compactMap { line -> String? in
      let report = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let incident = (report?["emergency"] as? [String: Any])?["incident"] as? String
      if let incident, !incidents.insert(incident).inserted { return nil }
      return "\(report?["source"] ?? "") \(report?["id"] ?? "")"
    }
    let all = try Product.list(try Product.act("orders", "--all", "--json", journal: journal))
    let stored = all.map { "\($0["source"] ?? "") \($0["sourceID"] ?? "")" }
    #expect(stored.count == Set(stored).count)
    #expect(Set(stored) == Set(identifiers))
    #expect(try Product.act("verify", journal: journal).status == 0)
  }
}

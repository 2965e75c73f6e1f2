import Foundation
import TerminalRig
import Testing

/// Journals that somebody has tampered with.
@Suite("A journal that was tampered with")
struct DamagedJournalTests {
  /// What is done to the file, and what the proof must name.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statement: String
    let names: String
  }

  @Test(
    "verify says what is missing",
    arguments: [
      Damage(testDescription: "an event", statement: "DELETE FROM event WHERE sequence = 100", names: "100"),
      Damage(
        testDescription: "the tail", statement: "DELETE FROM event WHERE sequence > 700", names: "700"),
      Damage(
        testDescription: "an order",
        statement: "DELETE FROM event WHERE stream = (SELECT stream FROM event WHERE sequence = 200)",
        names: "200"),
      Damage(
        testDescription: "an order's row", statement: "DELETE FROM orders WHERE key = (SELECT min(key) FROM orders)",
        names: "00001"),
      Damage(
        testDescription: "a changed payload", statement: "UPDATE event SET officer = 'O-CITY-99' WHERE sequence = 300",
        names: "300"),
    ])
  func removed(damage: Damage) throws {
    let folder = try TemporaryFolder()
    let journal = try FilledJournal.copy(to: folder)
    #expect(try Product.act("verify", journal: journal).status == 0)
    let result = try ProgramRun("/usr/bin/sqlite3", [journal, damage.statement], folder: folder.path).result()
    #expect(result.status == 0, "\(result.complaint)")
    let proof = try Product.act("verify", journal: journal)
    #expect(proof.status == 6, "\(proof.text)\(proof.complaint)")
    #expect((proof.text + proof.complaint).contains(damage.names), "\(proof.text)\(proof.complaint)")
  }
}

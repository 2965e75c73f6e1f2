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
        testDescription: "the opening", statement: "DELETE FROM event WHERE sequence = 1", names: "journal.db"),
      Damage(
        testDescription: "an order's row that can't be read",
        statement: "UPDATE orders SET stage = 99 WHERE key = (SELECT min(key) FROM orders)",
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

  @Test("pages that are no database are told as the file, not as what was asked of it")
  func pages() throws {
    let folder = try TemporaryFolder()
    let journal = folder.file("journal.db")
    // A backup is one file, without a log of writes beside it.
    #expect(
      try Product.act("backup", journal, journal: try FilledJournal.copy(to: folder, name: "whole.db")).status == 0)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: journal))
    let size = try file.seekToEnd()
    try file.seek(toOffset: 16 * 4_096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 32 * 4_096))
    try file.close()
    let proof = try Product.act("verify", journal: journal)
    #expect(proof.status == 6, "\(proof.text)\(proof.complaint)")
    #expect(proof.complaint.contains(journal))
    let list = try Product.act("orders", "--all", journal: journal)
    #expect(list.status == 4, "\(list.complaint)")
    #expect(list.complaint.contains(journal) && !list.complaint.contains("SELECT"), "\(list.complaint)")
  }

  @Test(
    "an export that was tampered with leaves no part of a journal behind", arguments: ["removed", "changed", "cut"])
  func export(damage: String) throws {
    let folder = try TemporaryFolder()
    let whole = try Product.act("journal", "export", journal: try FilledJournal.copy(to: folder, name: "whole.db"))
    var lines = whole.text.split(separator: "\n").map(String.init)
    // Personal data may be missing, since it can be erased; an event may not.
    let event = try #require(lines.indices.last { lines[$0].contains(#""city":"320614""#) })
    switch damage {
    case "removed": lines.remove(at: event)
    case "changed": lines[event] = lines[event].replacing(#""city":"320614""#, with: #""city":"320615""#)
    default: lines.removeLast(1)
    }
    let file = try folder.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: "export.jsonl")
    let journal = folder.file("journal.db")
    let result = try Product.act("journal", "import", file, journal: journal)
    #expect(result.status == 4, "\(result.text)")
    #expect(result.complaint.contains("第 \(damage == "cut" ? lines.count : event + 1) 行"), "\(result.complaint)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("journal.db") } == [])
  }
}

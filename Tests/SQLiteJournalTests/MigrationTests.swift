import Foundation
import GRDB
import Journal
import Model
import Testing

@testable import SQLiteJournal

@Suite("Bringing a journal to this program's schema")
struct MigrationTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("a.db")
    try SampleJournal.fill(path, orders: 120)
  }

  @Test("older projections are made anew, after a backup")
  func olderProjections() throws {
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: "UPDATE projection SET version = 0; DELETE FROM counter; DELETE FROM orders WHERE key % 3 = 0")
    }
    var told = 0
    let journal = try SQLiteJournal.open(path, .existing) { told += 1 }
    #expect(try JournalVerifier.verify(journal).findings == [])
    #expect(try journal.board().orders.values.reduce(0, +) == 120)
    try journal.close()
    try SQLiteJournal.open(path, .existing) { told += 1 }.close()
    #expect(told == 1, "said once, before it was changed")
    let backup = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.contains(".before-") })
    let kept = try DatabaseQueue(path: folder.file(backup)).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM event")
    }
    #expect(kept == 121)
  }

  @Test("an older schema goes forward, after a backup, and an older program refuses it then")
  func olderSchema() throws {
    let paths = try JournalPaths(path)
    let writer = try Connection(path: path, purpose: .writing, cache: 1_024)
    try Migration(paths: paths, writer: writer, steps: Schema.steps + ["ALTER TABLE personal ADD COLUMN note TEXT"])
      .run()
    try writer.close()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .contains { $0.contains(".before-2.\(Schema.projections)-was-1.\(Schema.projections)") })
    let code = SampleJournal.code { () throws(JournalError) in
      try SQLiteJournal.open(path, .existing).close()
    }
    #expect(code == .newer)
  }

  @Test("a step that fails leaves the journal as it was")
  func failedStep() throws {
    let paths = try JournalPaths(path)
    let writer = try Connection(path: path, purpose: .writing, cache: 1_024)
    let code = SampleJournal.code { () throws(JournalError) in
      try Migration(
        paths: paths, writer: writer, steps: Schema.steps + ["DROP TABLE personal; CREATE TABLE event (a)"]
      ).run()
    }
    #expect(code == .unavailable)
    try writer.close()
    let journal = try SQLiteJournal.open(path, .existing)
    #expect(try JournalVerifier.verify(journal).isClean)
    try journal.close()
  }

  @Test("projections made anew are the same, table by table, in a copy too")
  func rebuiltCopy() throws {
    let copyPath = folder.file("copy.db")
    let journal = try SQLiteJournal.open(path, .existing)
    try journal.backup(to: copyPath)
    try journal.close()
    let copy = try SQLiteJournal.open(copyPath, .existing)
    try copy.rebuild()
    try copy.close()
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "ATTACH ? AS copy", arguments: [copyPath])
      for schema in ["main", "copy"] {
        try database.execute(
          sql: "CREATE VIRTUAL TABLE temp.\(schema)_terms USING fts5vocab(\(schema), search, 'row')")
      }
      let pairs =
        Schema.derived.filter { $0 != "search" }.map { ("main.\($0)", "copy.\($0)") }
        + [("temp.main_terms", "temp.copy_terms")]
      for (one, two) in pairs {
        for (left, right) in [(one, two), (two, one)] {
          let differences = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM (SELECT * FROM \(left) EXCEPT SELECT * FROM \(right))")
          #expect(differences == 0, "\(left) has rows that \(right) lacks")
          // No order of the sample was sent out or closed, so no unit has a share in one and nothing was learned, and
          // nothing waits after an import; all are of one day, so no month has any; the conformance suite has histories that
          // share, teach and settle.
          let isFilled = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(left)") ?? 0 > 0
          let empty = ["learned", "share", "waiting", "rate_month", "rate_settled", "rate_line"]
          #expect(isFilled || empty.contains { left.contains($0) })
        }
      }
    }
  }
}

import Journal
import Testing

@testable import SQLiteJournal

@Suite("The search index is merged as it grows")
struct SearchMergeTests {
  /// Segments of the index: each is looked into by every search.
  private func segments(_ journal: SQLiteJournal) throws -> Int64 {
    try journal.integer("SELECT count(DISTINCT segid) FROM search_idx") ?? 0
  }

  private func automerge(_ journal: SQLiteJournal) throws -> Int64? {
    try journal.integer("SELECT v FROM search_config WHERE k = 'automerge'")
  }

  @Test("it keeps few segments, whether orders come one by one or in batches", arguments: [1, 50])
  func bounded(batch: Int) throws {
    let folder = try ScratchFolder()
    let path = folder.file()
    try SampleJournal.fill(path, orders: 400 * batch, batch: batch)
    let journal = try SampleJournal.open(path)
    let found = try segments(journal)
    #expect(found >= 1 && found <= 40, "\(found) segments after 400 commits")
    try journal.close()
  }

  @Test("an index that SQLite merges by itself, of an earlier program, is taken over")
  func adopted() throws {
    let folder = try ScratchFolder()
    let path = folder.file()
    let old = try SampleJournal.open(path)
    #expect(try automerge(old) == 0)
    try old.write { (session) throws(JournalError) in
      try session.run("INSERT INTO search (search, rank) VALUES ('automerge', 8)")
    }
    #expect(try automerge(old) == 8)
    try old.close()
    let journal = try SampleJournal.open(path)
    #expect(try automerge(journal) == 0)
    try journal.close()
  }
}

import Journal
import Model
import Testing

@testable import JournalConformance
@testable import SQLiteJournal

@Suite("Frames of the write-ahead log are gathered before they are written")
struct LogWritingTests {
  @Test("what was appended is in the log's file when the append returns", arguments: [false, true])
  func whole(isBulk: Bool) throws {
    let folder = try ScratchFolder()
    let other = try ScratchFolder()
    var history = try History(SQLiteJournalFactory(folder: folder, options: isBulk ? .bulk : .desk), seed: 67)
    let store = try #require(history.store as? SQLiteJournal)
    for count in [1, 2, 5, 16, 17, 60, 300] {
      let requests = try (0..<count).map { _ in try history.receive(history.report()) }
      _ = try history.store.append(requests, recordedAt: history.now)
      let left = try store.asLeft(in: other)
      #expect(try left.head() == history.store.head(), "after \(count)")
      #expect(try JournalVerifier.verify(left).findings.isEmpty)
      try left.close()
    }
  }

  @Test("a transaction larger than the connection's memory is whole, or leaves nothing", arguments: [true, false])
  func spilled(isKept: Bool) throws {
    let folder = try ScratchFolder()
    let other = try ScratchFolder()
    var options = JournalOptions.desk
    options.writerCache = 64
    var history = try History(SQLiteJournalFactory(folder: folder, options: options), seed: 68)
    try history.run(steps: 20)
    let before = try history.store.head()
    let store = try #require(history.store as? SQLiteJournal)
    let requests = try (0..<800).map { _ in try PreparedRequest(history.receive(history.report()), in: store.identity) }
    let now = history.now
    func append() throws(JournalError) {
      try store.writer.write { (session) throws(JournalError) in
        var appending = try Appending(session, identity: store.identity, months: .kept)
        for request in requests { _ = try appending.append(request, recordedAt: now) }
        try appending.finish()
        if !isKept { throw JournalError(.unavailable, subject: "after all of it was written") }
      }
    }
    if isKept { try append() } else { #expect(throws: JournalError.self) { try append() } }
    let head = try history.store.head()
    #expect(head.sequence == before.sequence + (isKept ? 800 : 0))
    // What was taken back must not lie under what comes after it.
    if !isKept { try history.run(steps: 20) }
    let left = try store.asLeft(in: other)
    #expect(try left.head() == history.store.head())
    #expect(try JournalVerifier.verify(left).findings.isEmpty)
    #expect(try left.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") == 0)
    try left.close()
  }
}

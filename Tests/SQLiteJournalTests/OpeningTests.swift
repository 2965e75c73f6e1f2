import Foundation
import GRDB
import Journal
import Model
import Testing

@testable import SQLiteJournal

@Suite("Opening a journal")
struct OpeningTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("a.db")
  }

  private func code(_ opening: JournalOpening, _ path: String) -> JournalError.Code? {
    SampleJournal.code { () throws(JournalError) in try SQLiteJournal.open(path, opening).close() }
  }

  @Test("refuses what does not exist, and leaves nothing behind")
  func missing() throws {
    #expect(code(.existing, path) == .missing)
    #expect(code(.existing, folder.file("no/such/folder/a.db")) == .missing)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("makes a journal whose first event fixes what it is for")
  func creating() throws {
    let made = try SampleJournal.open(path)
    #expect(made.identity == SampleJournal.identity)
    #expect(try made.head().sequence == 1)
    try made.close()
    let again = try SQLiteJournal.open(path, .existing)
    #expect(again.identity == SampleJournal.identity)
    #expect(try JournalVerifier.verify(again).isClean)
    try again.close()
  }

  @Test("looks at a journal that others write, sees what they add, and writes nothing")
  func looking() throws {
    #expect(code(.looking, path) == .missing)
    try SampleJournal.fill(path, orders: 3)
    let before = try bytes()
    let looking = try SQLiteJournal.open(path, .looking)
    #expect(looking.identity == SampleJournal.identity)
    let head = try looking.head()
    let token = try looking.changeToken()
    #expect(throws: JournalError.self) { try looking.markSeen([OrderNumber(key: 1): 1], by: "city-chief") }
    #expect(throws: JournalError.self) {
      try looking.setClock(
        ClockSetting(feed: Instant(seconds: 1), wall: Instant(seconds: 1), speed: 1_000, paused: true))
    }
    #expect(try looking.head() == head)
    #expect(try bytes() == before)
    try SampleJournal.fill(path, orders: 5)
    #expect(try looking.changeToken() != token)
    #expect(try looking.head().sequence > head.sequence)
    let grown = try bytes()
    try looking.close()
    #expect(try bytes() == grown)
  }

  /// What the journal's files hold.
  private func bytes() throws -> [Data] {
    try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: path + $0)) }
  }

  @Test("does not look at what an older program has written, and leaves it as it is")
  func lookingAtOlder() throws {
    try SampleJournal.open(path).close()
    try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE projection SET version = 0") }
    #expect(code(.looking, path) == .older)
    let version = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT version FROM projection") }
    #expect(version == 0)
    #expect(code(.existing, path) == nil)
    #expect(code(.looking, path) == nil)
  }

  @Test("refuses a journal of another kind, site or city", arguments: ["kind", "site", "city"])
  func otherIdentity(what: String) throws {
    try SampleJournal.open(path).close()
    let other = JournalIdentity(
      kind: what == "kind" ? .demo : .drill, site: what == "site" ? "other" : "stress",
      city: what == "city" ? "other" : "city", cityDigest: "another", openedAt: Instant(seconds: 1))
    #expect(code(.creating(other, account: "stress"), path) == .otherIdentity)
    #expect(code(.creating(SampleJournal.identity, account: "stress"), path) == nil)
  }

  @Test("refuses files that are no journals")
  func noJournal() throws {
    try Data("这不是日志".utf8).write(to: URL(fileURLWithPath: path))
    #expect(code(.existing, path) == .damaged)
    let other = folder.file("other.db")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(code(.creating(SampleJournal.identity, account: "stress"), other) == .damaged)
    #expect(code(.existing, folder.path) != nil)
  }

  @Test(
    "refuses what a newer program has written",
    arguments: ["PRAGMA user_version = 99", "UPDATE projection SET version = 99"])
  func newer(change: String) throws {
    try SampleJournal.open(path).close()
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: change) }
    #expect(code(.existing, path) == .newer)
  }

  @Test("knows network file systems")
  func networkFileSystems() {
    #expect(JournalPaths.networkFileSystems[0x6969] == "nfs")
    #expect(JournalPaths.networkFileSystems[0xEF53] == nil)
  }

  @Test("refuses a folder in which it may not write", .enabled(if: geteuid() != 0))
  func readOnlyFolder() throws {
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(code(.creating(SampleJournal.identity, account: "stress"), path) == .unavailable)
  }

  @Test("gives all files of a group's folder to the group, and of no other folder")
  func modes() throws {
    func mode(_ path: String) -> mode_t {
      var facts = stat()
      return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
    }
    let before = umask(0o022)
    defer { umask(before) }
    for (folderMode, wanted) in [(mode_t(0o2770), mode_t(0o660)), (0o700, 0o640)] {
      let shared = folder.file("\(folderMode)")
      mkdir(shared, 0o700)
      chmod(shared, folderMode)
      let journal = try SampleJournal.open(shared + "/a.db")
      for suffix in ["", "-wal", "-shm", ".lock"] { #expect(mode(shared + "/a.db" + suffix) == wanted) }
      try journal.backup(to: shared + "/copy.db")
      #expect(mode(shared + "/copy.db") == wanted)
      try journal.close()
    }
  }

  @Test("sets what keeps an acknowledged commit")
  func settings() throws {
    let journal = try SampleJournal.open(path)
    let values = try journal.writer.use { (session) throws(JournalError) in
      [
        try session.integer("PRAGMA synchronous"), try session.integer("PRAGMA wal_autocheckpoint"),
        try session.integer("PRAGMA mmap_size"),
      ]
    }
    #expect(values == [2, 0, 0])
    try journal.close()
    #expect(FileManager.default.fileExists(atPath: path + "-wal"))
  }

  @Test("a full disk leaves nothing of what it refused")
  func fullDisk() throws {
    try SampleJournal.fill(path, orders: 50)
    let journal = try SampleJournal.open(path)
    let before = try journal.head()
    try journal.writer.use { (session) throws(JournalError) in try session.script("PRAGMA max_page_count = 1") }
    let events = try journal.chainedEvents(from: 2, limit: 1)
    let copy = try SampleJournal.open(folder.file("b.db"))
    try copy.writer.use { (session) throws(JournalError) in try session.script("PRAGMA max_page_count = 1") }
    let huge = try #require(events.first).event
    let code = SampleJournal.code { () throws(JournalError) in
      try copy.restore([RestoredEvent(event: huge.padded(to: 4_000_000), personal: nil)])
    }
    #expect(code == .diskFull)
    #expect(try copy.head().sequence == 1)
    try copy.writer.use { (session) throws(JournalError) in
      try session.script("PRAGMA max_page_count = 1000000")
    }
    try copy.restore([RestoredEvent(event: huge, personal: nil)])
    #expect(try copy.head().sequence == 2)
    #expect(try journal.head() == before)
    try copy.close()
    try journal.close()
  }
}

extension StoredEvent {
  /// The event with a payload that is larger by blanks, which JSON allows.
  fileprivate func padded(to count: Int) -> StoredEvent {
    StoredEvent(header: header, payload: payload + [UInt8](repeating: 0x20, count: count))
  }
}

import Foundation
import Journal
import Model
import Testing

@testable import JournalConformance
@testable import SQLiteJournal

@Suite("What an import copies out of its log")
struct CopySyncTests {
  private let folder: ScratchFolder
  private let other: ScratchFolder
  private var history: History
  private let store: SQLiteJournal

  init() throws {
    folder = try ScratchFolder()
    other = try ScratchFolder()
    var options = JournalOptions.bulk
    options.longestLog = 900
    history = try History(SQLiteJournalFactory(folder: folder, options: options), seed: 69)
    store = try #require(history.store as? SQLiteJournal)
  }

  /// What marks a log from its beginning until it begins anew.
  private func salt() throws -> Data {
    let log = try #require(FileHandle(forReadingAtPath: store.paths.log))
    defer { try? log.close() }
    try log.seek(toOffset: 16)
    return try log.read(upToCount: 8) ?? Data()
  }

  private func bytes() throws -> Int {
    try FileManager.default.attributesOfItem(atPath: store.paths.database)[.size] as? Int ?? 0
  }

  private mutating func append(_ count: Int) throws {
    let requests = try (0..<count).map { _ in try history.receive(history.report()) }
    _ = try store.append(requests, recordedAt: history.now)
  }

  /// Expects that nothing is missing where the process dies now.
  private func expectWhole() throws {
    let left = try store.asLeft(in: other)
    #expect(try left.head() == store.head())
    #expect(try JournalVerifier.verify(left).findings.isEmpty)
    try left.close()
  }

  @Test("a page is copied with the second checkpoint after it was written, and the log stays until all are")
  mutating func settled() throws {
    try append(100)
    try store.checkpoint()
    let (before, salt) = (try bytes(), try self.salt())
    try append(20)
    #expect(try bytes() == before, "a log that has just begun has nothing that has settled")
    try store.checkpoint()
    #expect(try bytes() > before)
    try expectWhole()
    for _ in 0..<3 {
      try append(20)
      try store.checkpoint()
      #expect(try self.salt() == salt)
      try expectWhole()
    }
    try store.close()
  }

  @Test("a log that has grown long begins anew, and nothing is lost over it")
  mutating func long() throws {
    var salts: Set<Data> = []
    for _ in 0..<24 {
      try append(60)
      try store.checkpoint()
      salts.insert(try salt())
      try expectWhole()
    }
    #expect(salts.count > 2)
    let head = try store.head()
    try store.close()
    let again = try SQLiteJournal.open(store.paths.database, .existing)
    #expect(try again.head() == head)
    #expect(try again.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") == 0)
    try again.close()
  }
}

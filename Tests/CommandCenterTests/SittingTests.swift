import ArgumentParser
import City
import Foundation
import Journal
import Model
import SQLiteJournal
import Testing

@testable import CommandCenter

@Suite("Who sits where")
struct SittingTests {
  private func authority(_ arguments: [String], kind: JournalKind, account: String) throws -> Authority {
    let city = try CityFolder.load(Shift.folder + "/haimen").tables
    return try SittingOptions.parse(arguments).authority(in: city, kind: kind, account: account)
  }

  @Test func `an account that no officer has looks on in earnest, and leads a demonstration`() throws {
    #expect(try authority([], kind: .live, account: "stranger").role == .observer)
    #expect(try authority([], kind: .live, account: "stranger").officer == "stranger")
    #expect(try authority([], kind: .demo, account: "stranger").seat == "city-chief")
    #expect(try authority([], kind: .drill, account: "stranger").seat == "city-chief")
    #expect(try authority([], kind: .live, account: "hm-gu").seat == "city-leader")
  }

  @Test(arguments: ["city-chief", "city-intake-1", "town-320614113-chief"])
  func `in earnest it takes no other seat, and is told why`(seat: String) throws {
    let error = #expect(throws: Failure.self) { try authority(["--seat", seat], kind: .live, account: "stranger") }
    #expect(error?.code == .refused)
    #expect(error?.description.contains("officers.csv") == true)
    #expect(try authority(["--seat", seat], kind: .demo, account: "stranger").seat.rawValue == seat)
    #expect(try authority(["--seat", "city-observe"], kind: .live, account: "stranger").role == .observer)
    #expect(throws: Failure.self) { try authority(["--seat", "nowhere"], kind: .live, account: "stranger") }
  }

  @Test func `a journal whose maker was killed before its first event is begun by who may make one`() throws {
    let loaded = try CityFolder.load(Shift.folder + "/haimen")
    let path = NSTemporaryDirectory() + "sitting-\(UUID().uuidString).db"
    defer { JournalFile.discard(path) }
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    for _ in 0..<2 {
      // The first time it makes the tables, as far as the killed one may have come.
      let error = #expect(throws: JournalError.self) {
        try Sitting.open(path, loaded: loaded, absence: .fail, tuning: .desk)
      }
      #expect(error?.code == .missing)
    }
    let journal = try Sitting.open(path, loaded: loaded, absence: .make(.live), tuning: .bulk)
    #expect(journal.identity.kind == .live && journal.identity.city == loaded.tables.code)
    try journal.close()
    try Sitting.open(path, loaded: loaded, absence: .fail, tuning: .desk).close()
  }
}

import Foundation
import Journal
import JournalConformance
import Model
import Testing

@testable import SQLiteJournal

@Suite("A journal in an SQLite file")
struct ConformanceTests {
  @Test("keeps the journal's contract", arguments: ConformanceCheck.allCases)
  func conforms(check: ConformanceCheck) throws {
    let folder = try ScratchFolder()
    try check.run(on: SQLiteJournalFactory(folder: folder))
  }
}

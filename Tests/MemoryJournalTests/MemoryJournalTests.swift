import JournalConformance
import Testing

@Suite("A journal in memory")
struct MemoryJournalTests {
  @Test("keeps the journal's contract", arguments: ConformanceCheck.allCases)
  func conforms(check: ConformanceCheck) throws {
    try check.run(on: MemoryJournalFactory())
  }
}

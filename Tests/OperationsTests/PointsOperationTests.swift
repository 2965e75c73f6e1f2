import Journal
import Model
import Operations
import Testing

@Suite("Volunteers' points at the counter")
struct PointsOperationTests {
  @Test func `a ledger is kept in the journal, one a volunteer, and a command given twice counts once`() throws {
    let counter = try Counter()
    let chief = try counter.authority("city-chief")
    let partner = try #require(counter.city.partners.first?.code)
    for _ in 0..<2 {
      try counter.operations.perform(.earn(points: 5, service: "巡查"), of: "V-1", by: chief, id: "a")
    }
    try counter.operations.perform(.earn(points: 3, service: "劝导"), of: "V-2", by: chief, id: "b")
    try counter.operations.perform(.spend(points: 4, partner: partner, goods: "皂"), of: "V-1", by: chief, id: "c")
    #expect(try counter.store.pointsLedger(of: "V-1").entries.map(\.balance) == [5, 1])
    #expect(throws: OperationError.refusedBook(BookRefusal(.notEnough, "1"))) {
      try counter.operations.perform(.correct(entry: 1, reason: "记错"), of: "V-1", by: chief, id: "d")
    }
    try counter.operations.perform(.correct(entry: 2, reason: "退货"), of: "V-1", by: chief, id: "e")
    try counter.operations.perform(.correct(entry: 1, reason: "记错"), of: "V-1", by: chief, id: "f")
    #expect(try counter.store.pointsLedger(of: "V-1").entries.map(\.balance) == [5, 1, 5, 0])
    #expect(try counter.store.pointsLedger(of: "V-2").balance == 3)
    #expect(throws: OperationError.refusedBook(BookRefusal(.badName, ""))) {
      try counter.operations.perform(.earn(points: 5, service: "巡查"), of: "", by: chief, id: "g")
    }
    #expect(try JournalVerifier.verify(counter.store).findings == [])
  }
}

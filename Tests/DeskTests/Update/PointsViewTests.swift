import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite("Volunteers' points on the desk")
struct PointsViewTests {
  private func view(_ desk: DeskDriver) throws -> PointsView {
    guard case .points(let view)? = desk.state.dialog else { throw Missing(what: "points") }
    return view
  }

  @Test func `list who has a ledger, and open each`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.earnPoints()
    try desk.press("Z")
    #expect(try view(desk).volunteers?.map(\.volunteer) == ["V-0001", "V-0002"])
    #expect(try view(desk).volunteers?.map(\.balance) == [8, 5])
    try desk.press("j")
    try desk.press(.enter)
    #expect(try view(desk).page?.volunteer == "V-0002")
    #expect(try view(desk).page?.ledger?.entries.count == 1)
    try desk.press(.escape, .escape)
    #expect(desk.state.dialog == nil)
  }

  @Test func `are earned, spent and corrected by keys`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.press("Za")
    try desk.press("V-0009")
    try desk.press(.enter)
    try desk.press("１２")
    try desk.press(.enter)
    try desk.press("河道巡查")
    try desk.press(.enter)
    #expect(try view(desk).page?.ledger?.balance == 12)
    try desk.press("d5")
    try desk.press(.enter, .enter)
    try desk.press("雨伞")
    try desk.press(.enter)
    #expect(try view(desk).page?.ledger?.balance == 7)
    try desk.press("gu")
    try desk.press("拿错了")
    try desk.press(.enter)
    #expect(try view(desk).page?.ledger?.entries.map(\.change) == [12, -5, 5])
  }

  @Test func `are not written by a seat without the right, and the reason is said`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36, seat: "city-observe")
    try desk.press("Za")
    #expect(desk.state.message?.kind == .refusal)
    guard case .points? = desk.state.dialog else { throw Missing(what: "points") }
  }

  @Test func `that are too few are not spent`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.earnPoints()
    try desk.press("Zd99")
    try desk.press(.enter, .enter)
    try desk.press("雨伞")
    try desk.press(.enter)
    #expect(desk.state.message?.kind == .refusal)
    #expect(try desk.store.pointsLedger(of: "V-0001").balance == 8)
  }
}

import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite("What is looked back on")
struct ReviewViewTests {
  private func grids(_ desk: DeskDriver) throws -> GridView {
    guard case .grids(let view)? = desk.state.dialog else { throw Missing(what: "grids") }
    return view
  }

  private func rates(_ desk: DeskDriver) throws -> RateView {
    guard case .rates(let view)? = desk.state.dialog else { throw Missing(what: "rates") }
    return view
  }

  @Test(arguments: ["N", "K"])
  func `is on screen before the journal has answered`(key: String) throws {
    let desk = try DeskDriver.onBusyMorning(width: 80, height: 24)
    var state = desk.state
    let effects = Desk.update(&state, .key(.char(Unicode.Scalar(key) ?? " ")), at: desk.clock.now)
    #expect(effects.count == 1)
    #expect(DeskFrame.draw(state).text.contains("正在统计"))
  }

  @Test func `shows what grids found, and leads to a finding's order`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.press("N")
    let view = try grids(desk)
    #expect(view.book.next == nil)
    let counted = view.book.findings.values.reduce(0) { $0 + $1.total.all }
    #expect(counted > 0)
    let first = try #require(view.grids.first)
    #expect(view.book.findings[first.code]?.total.open == view.book.findings.values.map(\.total.open).max())
    try desk.press(.enter)
    let orders = try #require(try grids(desk).orders)
    #expect(orders.count == view.book.findings[first.code]?.total.all)
    try desk.press(.enter)
    #expect(desk.state.dialog == nil)
    #expect(desk.state.queue.rows.map(\.number) == [orders[0].number])
  }

  @Test func `goes from a group to its rates, and from a rate to the orders behind it`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.press("Kl")
    let towns = try #require(try rates(desk).groups)
    #expect(towns.count > 5)
    try desk.press("j")
    try desk.press(.enter)
    let inner = try rates(desk)
    #expect(inner.within?.name == towns[1].name)
    #expect(inner.groups == [RateGroup(name: nil, tally: towns[1].tally)])
    // 立案率 stands sixth.
    try desk.press("gjjjjj")
    try desk.press(.enter)
    let orders = try #require(try rates(desk).orders)
    #expect(orders.list.rate == .filing)
    #expect(orders.orders.count == towns[1].tally.figure(.filing).numerator)
    let town = PlaceCode(try #require(towns[1].name))
    #expect(orders.orders.allSatisfy { $0.town == town })
    try desk.press(.escape, .escape)
    #expect(try rates(desk).within == nil)
    #expect(try rates(desk).selected == 1)
    try desk.press(.escape)
    #expect(desk.state.dialog == nil)
  }

  @Test func `reads the orders behind a rate on as the selection goes down`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 80, height: 24)
    try desk.press("K")
    let leftOut = try #require(try rates(desk).groups?.first?.tally.figure(.response).leftOut)
    let all = leftOut.values.reduce(0, +)
    #expect(all > 100)
    try desk.press(.enter, .left)
    #expect(try rates(desk).orders?.orders.count == 100)
    try desk.press("GG")
    #expect(try rates(desk).orders?.orders.count == all)
    #expect(try rates(desk).orders?.hasMore == false)
  }

  @Test func `of a town's seat is its town's`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36, seat: "town-320614101-chief")
    try desk.press("N")
    let view = try grids(desk)
    #expect(!view.grids.isEmpty)
    #expect(view.grids.allSatisfy { desk.state.city.places.contains($0.code, in: "320614101") })
    try desk.press(.escape)
    try desk.press("Kl")
    #expect(try rates(desk).groups?.map(\.name) == ["320614101"])
  }

  @Test func `keeps what is confidential from who may not know`() throws {
    let desk = try DeskDriver(width: 120, height: 36, seat: "city-dispatch-1")
    let reports = try Fixtures.day(until: Fixtures.morning, in: desk.state.city)
    guard var incoming = reports.first(where: { $0.report.source == .grid && $0.report.detail != nil }) else {
      throw Missing(what: "report of a grid")
    }
    incoming.report.confidential = true
    incoming.report.title = "举报人住三号楼"
    _ = try desk.operations.takeIn(incoming, account: "feed")
    try desk.open()
    try desk.press("N")
    #expect(try grids(desk).book.findings.isEmpty)
    try desk.press(.escape)
    try desk.press("Kjjjjj")
    try desk.press(.enter, .right, .right)
    #expect(try rates(desk).orders?.orders.count == 1)
    #expect(!DeskFrame.draw(desk.state).text.contains("举报人"))
  }
}

import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite struct DispatchTests {
  /// A desk with one order of a category whose lead and helpers the catalogue names.
  private func desk() throws -> (desk: DeskDriver, category: Model.Category) {
    let desk = try DeskDriver(width: 80, height: 24)
    let place: PlaceCode = "320614101"
    let city = desk.state.city
    let category = try #require(
      city.categories.first { $0.coUnits.count >= 2 && city.resolve($0.lead, at: place) != nil })
    try desk.receive(turn: 1, minutesAgo: 5, place: place, category: category.code)
    try desk.open()
    return (desk, category)
  }

  private func order(_ desk: DeskDriver) throws -> WorkOrder {
    try #require(try desk.store.order(OrderNumber(day: 20_200_616, sequence: 1))).order
  }

  @Test func `the catalogue's unit stands first, and Enter files and sends`() throws {
    let (desk, category) = try desk()
    try desk.press("d")
    try desk.press(.enter)
    let order = try order(desk)
    #expect(order.stage == .dispatched)
    #expect(order.core.unit == desk.state.city.resolve(category.lead, at: "320614101"))
    #expect(desk.said.contains("u 可撤"))
    try desk.press("u")
    #expect(try self.order(desk).stage == .received)
  }

  @Test(arguments: ["xfjydd", "消防救援", "ｘｆｊｙｄｄ", "D-FIRE"])
  func `a unit is found by initials, by characters, by code`(typed: String) throws {
    let (desk, _) = try desk()
    try desk.press("d" + typed)
    try desk.press(.enter)
    #expect(try order(desk).core.unit == "D-FIRE")
  }

  @Test func `what is found nowhere is told and nothing is sent`() throws {
    let (desk, _) = try desk()
    try desk.press("d没有这个局")
    try desk.press(.enter)
    #expect(desk.said.contains("没有这样的单位"))
    #expect(desk.performed.isEmpty)
  }

  @Test func `a digit picks from the list`() throws {
    let (desk, category) = try desk()
    try desk.press("d2")
    try desk.press(.enter)
    #expect(try order(desk).core.unit == desk.state.city.resolve(category.coUnits[0], at: "320614101"))
  }

  @Test func `helping units and a word go with it, and the lead never helps itself`() throws {
    let (desk, category) = try desk()
    let lead = try #require(desk.state.city.resolve(category.lead, at: "320614101"))
    let helper = try #require(desk.state.city.resolve(category.coUnits[0], at: "320614101"))
    try desk.press("d")
    try desk.press(.tab, .char("x"), .tab)
    try desk.press("请先到场")
    try desk.press(.enter)
    let core = try order(desk).core
    #expect(core.unit == lead)
    #expect(core.coUnits == [helper])
    try desk.press(.enter)
    try desk.press("G")
    #expect(desk.frame.contains("请先到场"))
  }

  @Test func `after dispatch the same key sends it elsewhere, never to the same unit`() throws {
    let (desk, _) = try desk()
    try desk.press("d")
    try desk.press(.enter)
    let first = try #require(try order(desk).core.unit)
    try desk.press("d")
    #expect(desk.frame.contains("改派 0616-0001"))
    guard case .dispatch(let form)? = desk.state.dialog else { throw Missing(what: "picker") }
    #expect(form.isRedispatch)
    #expect(!form.candidates.contains { $0.unit == first })
    try desk.press(.enter)
    #expect(try order(desk).core.unit == form.candidates[0].unit)
    #expect(desk.said.hasPrefix("已改派"))
  }

  @Test(arguments: [(80, 24), (100, 30), (120, 36), (200, 60)])
  func `the picker leaves the row it is about in sight`(size: (Int, Int)) throws {
    let desk = try DeskDriver.onBusyMorning(width: size.0, height: size.1)
    for _ in 0..<(desk.state.queue.rows.count - 1) {
      try desk.press("j")
      guard let row = desk.state.selectedRow, StageTable.allows(.dispatch, in: row.stage) else { continue }
      try desk.press("d")
      let line = try #require(
        desk.frame.split(separator: "\n").first { $0.contains("▌") && $0.contains(row.title.prefix(4)) })
      #expect(line.contains("▌"))
      try desk.press(.escape)
    }
  }
}

import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite struct SuggestionTests {
  private let town: PlaceCode = "320614101"

  /// A desk on which the park office settled three orders like the one in the list, the water bureau one.
  private func desk(
    width: Int = 80, height: Int = 24, category: CategoryCode? = "GR-PA-DISPUTE",
    _ change: (inout Report) -> Void = { _ in }
  ) throws -> DeskDriver {
    let desk = try DeskDriver(width: width, height: height)
    for (turn, unit) in ["D-PARKS", "D-PARKS", "D-PARKS", "D-WATER"].enumerated() {
      let number = try desk.receive(turn: turn, minutesAgo: 30, place: town, category: "GR-PA-DISPUTE")
      let call = PhoneCall(name: "某人", number: "11900001234", at: desk.clock.now)
      let commands: [OrderCommand] = [
        .dispatch(Dispatching(unit: UnitCode(unit))), .sign(call: call), .feedBack(Feedback(text: "已处理", call: call)),
        .inspect(Inspecting(passed: true)), .close(Closing()),
      ]
      for (step, command) in commands.enumerated() {
        _ = try desk.operations.perform(
          command, on: number, by: desk.state.context.authority, id: "\(turn):\(step)")
      }
    }
    var report = Report(
      source: .grid, sourceID: "new", reportedAt: desk.clock.now.adding(minutes: -5), place: town,
      category: category, title: "路面破损第9处", text: "巡查发现路面破损。")
    change(&report)
    _ = try desk.operations.takeIn(IncomingReport(report: report), account: "feed")
    try desk.open()
    return desk
  }

  private func form(_ desk: DeskDriver) throws -> DispatchForm {
    guard case .dispatch(let form)? = desk.state.dialog else { throw Missing(what: "picker") }
    return form
  }

  @Test func `the picker has the catalogue's lead first, then those that earlier orders speak for`() throws {
    let desk = try desk()
    let lead = try #require(desk.state.city.resolve(.townCentre, at: town))
    try desk.press("d")
    let form = try form(desk)
    let category = try #require(desk.state.city.category("GR-PA-DISPUTE"))
    #expect(category.lead == .village)
    // The order lies in the town as a whole, so that no village leads.
    #expect(form.candidates.prefix(2).map(\.unit) == ["D-PARKS", "D-WATER"])
    #expect(form.candidates.prefix(2).map(\.reason) == [.learned, .learned])
    #expect(form.candidates.contains { $0.unit == lead })
    #expect(desk.frame.contains("近似 75% 3件"))
    #expect(desk.frame.contains("近似 25% 1件"))
  }

  @Test func `Enter sends to the catalogue's lead, however much earlier orders say`() throws {
    let desk = try desk(category: "GR-SB-WAGE")
    try desk.press("d")
    let form = try form(desk)
    #expect(form.candidates.prefix(3).map(\.unit) == ["D-HRSS", "D-PARKS", "D-WATER"])
    #expect(form.candidates[0].reason == .lead)
    #expect(form.selected == 0)
    try desk.press(.enter)
    let number = OrderNumber(day: 20_200_616, sequence: 5)
    #expect(try desk.store.order(number)?.order.core.unit == "D-HRSS")
  }

  @Test func `nothing is sent before a key says so`() throws {
    let desk = try desk()
    try desk.pass(seconds: 5)
    try desk.press("d")
    try desk.pass(seconds: 5)
    #expect(desk.performed.isEmpty)
  }

  @Test(arguments: [(80, 24), (200, 60)])
  func `the detail names them once the selection rests, and asks once`(size: (Int, Int)) throws {
    let desk = try desk(width: size.0, height: size.1)
    #expect(!desk.frame.contains("近似"))
    try desk.pass(seconds: 3)
    #expect(desk.frame.contains("近似 园林处 75% 3件  水务局 25% 1件"))
    #expect(desk.effects.count { if case .loadSuggestions = $0 { true } else { false } } == 1)
    try desk.press("d")
    #expect(desk.effects.count { if case .loadSuggestions = $0 { true } else { false } } == 1)
  }

  @Test func `a unit that a confidential order names is offered nowhere but where it is looked for`() throws {
    let desk = try desk(category: "GR-SB-WAGE") { report in
      report.confidential = true
      report.text = "反映人社局和园林处处理路面破损不公"
    }
    try desk.pass(seconds: 3)
    #expect(desk.frame.contains("目录主办是保密件提到的单位"))
    #expect(!desk.frame.contains("园林处 "))
    try desk.press("d")
    let offered = try form(desk)
    #expect(offered.candidates.first?.unit == "D-WATER")
    #expect(!offered.candidates.contains { $0.unit == "D-HRSS" || $0.unit == "D-PARKS" })
    #expect(!offered.coUnits.contains { $0.unit == "D-HRSS" })
    try desk.press("D-HRSS")
    #expect(try form(desk).candidates.first?.unit == "D-HRSS")
  }

  @Test func `a confidential order has no suggestion before it is known whom it names`() throws {
    let desk = try desk(category: "GR-SB-WAGE") { $0.confidential = true }
    var state = desk.state
    _ = Desk.update(&state, .key(.char("d")), at: desk.clock.now)
    guard case .dispatch(let form)? = state.dialog else { throw Missing(what: "picker") }
    #expect(form.candidates.isEmpty)
    #expect(DeskFrame.draw(state).text.contains("正在核对被反映单位"))
  }

  @Test func `what is read while the picker is open leaves the selection where it is`() throws {
    let desk = try desk(category: "GR-SB-WAGE")
    var state = desk.state
    let effects = Desk.update(&state, .key(.char("d")), at: desk.clock.now)
    _ = Desk.update(&state, .key(.down), at: desk.clock.now)
    guard case .dispatch(let before)? = state.dialog else { throw Missing(what: "picker") }
    for case .loadSuggestions(let number) in effects {
      for event in try desk.executor.run(.loadSuggestions(number)) {
        _ = Desk.update(&state, event, at: desk.clock.now)
      }
    }
    guard case .dispatch(let after)? = state.dialog else { throw Missing(what: "picker") }
    #expect(after.candidates.map(\.unit) != before.candidates.map(\.unit))
    #expect(after.candidates[after.selected].unit == before.candidates[before.selected].unit)
  }
}

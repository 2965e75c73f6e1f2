import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite("A desk on a drill")
struct DrillDeskTests {
  static let frames = sizes.flatMap { width, height in
    ["drill", "drill-result", "drill-help"].map { "\($0)-\(width)x\(height)" }
  }
  private static let sizes = [(80, 24), (120, 36)]
  static let brief = DrillBrief(
    title: "新人第一班", start: Fixtures.morning, end: Fixtures.morning.adding(minutes: 10),
    speeds: [10_000, 1_000, 2_000, 5_000])

  /// A desk whose drill has begun, with the reports of a morning.
  private func desk(
    _ width: Int = 120, _ height: Int = 36, brief: DrillBrief = DrillDeskTests.brief
  ) throws -> DeskDriver {
    let desk = try DeskDriver(width: width, height: height, seat: "city-dispatch-1", kind: .drill, drill: brief)
    for var incoming in try Fixtures.day(until: Fixtures.morning, in: desk.state.city).suffix(12) {
      incoming.report.exercise = true
      _ = try desk.operations.takeIn(incoming, account: "drill")
    }
    let setting = ClockSetting(feed: Fixtures.morning, wall: Fixtures.morning, speed: 1_000, paused: false)
    try desk.store.setClock(setting)
    try desk.open()
    try desk.take(.clock(setting))
    return desk
  }

  private func setting(_ desk: DeskDriver) throws -> ClockSetting { try #require(desk.state.clock) }

  @Test(arguments: sizes)
  func `shows 演练, its clock and its keys`(width: Int, height: Int) throws {
    let desk = try desk(width, height)
    try desk.press("jc+")
    try GoldenFrame.expect(desk.frame, is: "drill-\(width)x\(height)")
    try desk.press("?")
    try GoldenFrame.expect(desk.frame, is: "drill-help-\(width)x\(height)")
  }

  @Test func `says that it is a drill even where there is no room for a desk`() throws {
    #expect(try desk(40, 10).frame.contains("演练"))
  }

  @Test func `stops, and goes at the speeds of the drill only`() throws {
    let desk = try desk()
    try desk.press("++++")
    #expect(try setting(desk).speed == 10_000)
    #expect(desk.state.message?.text.contains("最快") == true)
    try desk.press("----")
    #expect(try setting(desk).speed == 1_000)
    try desk.press(" ")
    #expect(try setting(desk).paused)
    #expect(try desk.store.clock()?.paused == true)
    try desk.press(" ")
    #expect(try !setting(desk).paused)
  }

  @Test func `goes at full speed where the drill allows it, and no time passes by itself then`() throws {
    let brief = DrillBrief(
      title: Self.brief.title, start: Self.brief.start, end: Self.brief.end, speeds: [1_000, ClockSetting.full])
    let desk = try desk(brief: brief)
    try desk.press("+")
    #expect(try setting(desk).isFull)
    let shown = desk.frame
    #expect(shown.contains("演练 全速"))
    try desk.pass(seconds: 30)
    #expect(desk.state.now == Fixtures.morning)
    try desk.press("+")
    #expect(desk.state.message?.text == "已是可用的最快倍速 全速")
    try desk.press("-")
    #expect(try setting(desk).speed == 1_000)
  }

  @Test func `steps to where the next inject arrives`() throws {
    let desk = try desk()
    try desk.press(".")
    #expect(desk.state.now == Fixtures.morning.adding(minutes: 2))
  }

  @Test(arguments: sizes)
  func `shows the score sheet and where the report is at the end, once by itself and again by key`(
    width: Int, height: Int
  ) throws {
    let desk = try desk(width, height)
    try desk.press(".....")
    #expect(desk.state.isDrillOver)
    #expect(desk.effects.count { $0 == .loadDrillResult } == 1)
    try GoldenFrame.expect(desk.frame, is: "drill-result-\(width)x\(height)")
    try desk.press("G")
    #expect(desk.frame.contains("报告在 /home/duty/drills/first-shift.html"))
    try desk.press(.escape)
    try desk.pass(seconds: 3)
    #expect(desk.state.dialog == nil)
    try desk.press(".")
    #expect(desk.frame.contains("演练得分单"))
  }

  @Test func `takes no command after the end, and says so`() throws {
    let desk = try desk()
    try desk.press(".....")
    try desk.press(.escape)
    try desk.press("c")
    #expect(desk.state.message?.text.contains("演练已结束") == true)
  }

  @Test func `gives a command at the turn's moment, its call included`() throws {
    let desk = try desk()
    try desk.press("d")
    try desk.press(.enter)
    let number = try #require(desk.state.selectedRow?.number)
    try desk.press(" ")
    desk.clock.advance(milliseconds: 5_000)
    try desk.press("S倪国华")
    try desk.press(.enter)
    try desk.press("11900100001")
    try desk.press(.enter)
    let events = try #require(try desk.store.order(number)).events
    let signed = try #require(events.last)
    guard case .signed(let event) = signed.event else {
      Issue.record("\(signed.event)")
      return
    }
    #expect(event.call?.at == signed.header.occurredAt)
  }

  @Test func `knows no step where there is no drill`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.press(".")
    #expect(desk.state.message?.kind == .refusal)
    #expect(!desk.effects.contains(.stepDrill))
  }
}

import Desk
import Journal
import Model
import Operations
import SafeText
import Terminal
import Testing

@Suite struct FilterTests {
  private func titles(_ desk: DeskDriver) -> Set<String> { Set(desk.state.queue.rows.map(\.title)) }

  private func desk() throws -> DeskDriver {
    let desk = try DeskDriver(width: 100, height: 30)
    try desk.receive(turn: 1, minutesAgo: 50, place: "320614113", title: "夜间施工噪声扰民")
    try desk.receive(turn: 2, minutesAgo: 40, place: "320614101", title: "消防通道被占")
    try desk.receive(turn: 3, minutesAgo: 30, place: "320614101", title: "广场舞噪声")
    try desk.open()
    return desk
  }

  @Test func `the list narrows with each character`() throws {
    let desk = try desk()
    try desk.press("/噪")
    #expect(titles(desk) == ["夜间施工噪声扰民", "广场舞噪声"])
    try desk.press("声扰")
    #expect(titles(desk) == ["夜间施工噪声扰民"])
    try desk.press(.backspace)
    #expect(titles(desk).count == 2)
    try desk.press(.enter)
    #expect(desk.state.dialog == nil)
    #expect(titles(desk).count == 2, "it stays when the typing is done")
    #expect(desk.frame.contains("筛「噪声」2"))
  }

  @Test func `a town is found by its initials`() throws {
    let desk = try desk()
    try desk.press("/ydz")
    #expect(titles(desk) == ["夜间施工噪声扰民"])
  }

  @Test func `an order is found by the digits of its number`() throws {
    let desk = try desk()
    try desk.press("/0616-0002")
    #expect(titles(desk) == ["消防通道被占"])
  }

  @Test func `escape clears it, while typing and after`() throws {
    let desk = try desk()
    try desk.press("/噪声")
    try desk.press(.escape)
    #expect(titles(desk).count == 3)
    try desk.press("/噪声")
    try desk.press(.enter, .escape)
    #expect(titles(desk).count == 3)
    #expect(desk.state.query.filter == nil)
  }

  @Test func `the list can be walked while its filter is typed`() throws {
    let desk = try desk()
    try desk.press("/噪声")
    try desk.press(.down)
    #expect(desk.state.queue.selectedIndex == 1)
    #expect(desk.state.dialog != nil)
  }

  @Test func `nothing found says so and how to go on`() throws {
    let desk = try desk()
    try desk.press("/查无此事")
    #expect(desk.frame.contains("没有与「查无此事」相符的工单，Esc 清除筛选"))
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
  func `a filter longer than the pane stays inside it and leaves room for the way out`(
    width: Int, height: Int
  ) throws {
    let desk = try desk()
    try desk.resize(width, height)
    try desk.press("/")
    try desk.press(.paste(SafeText(String(repeating: "查无此事x", count: 400)), droppedBytes: 0))
    #expect(desk.frame.contains("…」相符的工单，Esc 清除筛选"))
    try desk.press(.enter)
    let grid = FrameGrid(DeskFrame.draw(desk.state))
    for pane in [desk.state.layout.queue, desk.state.layout.detail] {
      #expect(grid.brokenBorder(of: pane) == nil, "\(grid.text)")
    }
  }

  @Test func `the full list after the newest matches begins at its own top`() throws {
    // More matches than a first search looks at, the newest of which are due last.
    let desk = try DeskDriver.filled(with: 320, width: 80, height: 24)
    try desk.press("/路面")
    let pages = desk.effects.compactMap { if case .loadPage(let page) = $0 { page.effort } else { nil } }
    #expect(pages.suffix(2) == [.newest, .full])
    let all = try desk.store.page(
      OrderQuery(), anchor: .top, before: 0, after: 1, seat: "city-chief", effort: .full)
    #expect(desk.state.queue.selected == all.rows.first?.number)
    try desk.press(.enter)
    try desk.press("G")
    #expect(!desk.state.queue.hasAfter)
    #expect(desk.state.queue.rows.last?.number.sequence == 320)
    #expect(desk.state.queue.selectedIndex == desk.state.queue.rows.count - 1)
  }

  @Test func `the command line finds an order, and escape leads back to the open ones`() throws {
    let desk = try desk()
    try desk.press(":0616-0003")
    try desk.press(.enter)
    #expect(titles(desk) == ["广场舞噪声"])
    #expect(desk.state.query.tab == .all)
    try desk.press(.escape)
    #expect(desk.state.query.tab == .open)
    #expect(titles(desk).count == 3)
  }

  @Test func `the command line knows towns, sources, filters and says what it does not know`() throws {
    let desk = try desk()
    try desk.press(":town yd")
    try desk.press(.enter)
    #expect(desk.state.query.town == "320614113")
    try desk.press(":区镇")
    try desk.press(.enter)
    #expect(desk.state.query.town == nil)
    try desk.press(":来源 网格")
    try desk.press(.enter)
    #expect(desk.state.query.source == .grid)
    try desk.press(":筛选 噪声")
    try desk.press(.enter)
    #expect(titles(desk).count == 2)
    try desk.press(":飞到月球")
    try desk.press(.enter)
    #expect(desk.said.contains("没有「飞到月球」这个命令"))
  }

  @Test func `Tab completes a command, and goes round`() throws {
    let desk = try desk()
    try desk.press(":re")
    guard case .command(let line)? = desk.state.dialog else { throw Missing(what: "command line") }
    #expect(line.completions.count >= 3)
    for turn in 0...line.completions.count {
      try desk.press(.tab)
      guard case .command(let next)? = desk.state.dialog else { throw Missing(what: "command line") }
      #expect(next.field.text == line.completions[turn % line.completions.count])
    }
  }
}

import Desk
import Journal
import Model
import Terminal
import Testing

@Suite struct MouseTests {
  /// Clicks on the first place of the screen, within a pane, where a text stands.
  private func click(_ text: String, in pane: Rect, of desk: DeskDriver) throws {
    let grid = FrameGrid(DeskFrame.draw(desk.state))
    for row in pane.row..<pane.endRow {
      for col in pane.col..<pane.endCol {
        let cells = grid.rows[row][col..<pane.endCol].compactMap { $0 }
        if cells.starts(with: Array(text)) {
          return try desk.press(.mouse(Key.Mouse(.press(.left), row: row, col: col)))
        }
      }
    }
    throw Missing(what: text)
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `a click on a tab or a source chooses it`(size: (Int, Int)) throws {
    let desk = try DeskDriver.onBusyMorning(width: size.0, height: size.1)
    for stage in [Stage.received, .dispatched, .closed, .filed] {
      try click(Words.stage(stage), in: top(desk), of: desk)
      #expect(desk.state.query.tab == .stage(stage))
    }
    try click("全部", in: top(desk), of: desk)
    #expect(desk.state.query.tab == .open)
    for source in [Source.window, .grid, .hotline] {
      try click(try #require(desk.state.city.sourceNames[source]), in: bottom(desk), of: desk)
      #expect(desk.state.query.source == source)
    }
    try click("全部", in: bottom(desk), of: desk)
    #expect(desk.state.query.source == nil)
  }

  private func top(_ desk: DeskDriver) -> Rect {
    var rect = desk.state.layout.queue
    rect.height = 1
    return rect
  }

  private func bottom(_ desk: DeskDriver) -> Rect {
    let rect = desk.state.layout.queue
    return Rect(row: rect.endRow - 1, col: rect.col, width: rect.width, height: 1)
  }

  @Test func `a click on a row selects it, a second one opens it`() throws {
    let desk = try DeskDriver.onBusyMorning()
    let row = desk.state.queue.rows[4]
    try click(row.number.short, in: desk.state.layout.queue, of: desk)
    #expect(desk.state.queue.selected == row.number)
    #expect(desk.state.dialog == nil)
    try click(row.number.short, in: desk.state.layout.queue, of: desk)
    #expect(desk.state.dialog == .file(scroll: 0))
  }

  @Test(arguments: [(120, 36), (100, 28)])
  func `a click on a town lists it, in a pane that has scrolled too`(size: (Int, Int)) throws {
    let desk = try DeskDriver.onBusyMorning(width: size.0, height: size.1)
    let towns = try #require(desk.state.layout.towns)
    try desk.press(.tab)
    try desk.press("G")
    for name in ["临江镇", "余东镇"] {
      try click(name, in: towns, of: desk)
      #expect(desk.state.query.town.flatMap { desk.state.city.places[$0]?.name } == name)
    }
  }

  @Test func `the wheel walks the list over the list, and scrolls the detail over the detail`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 80, height: 24)
    let queue = desk.state.layout.queue
    let detail = desk.state.layout.detail
    try desk.press(.mouse(Key.Mouse(.wheelDown, row: queue.row + 3, col: 9)))
    #expect(desk.state.queue.selectedIndex == 3)
    try desk.press(.mouse(Key.Mouse(.wheelUp, row: queue.row + 3, col: 9)))
    #expect(desk.state.queue.selectedIndex == 0)
    try desk.press(.mouse(Key.Mouse(.wheelDown, row: detail.row + 1, col: 9)))
    #expect(desk.state.queue.selectedIndex == 0)
    #expect(desk.state.detailScroll > 0)
  }

  @Test func `a click where nothing is does nothing`() throws {
    let desk = try DeskDriver.filled(with: 2)
    let before = desk.frame
    for (row, col) in [(0, 0), (35, 119), (10, 60), (500, 500), (20, 2)] {
      try desk.press(.mouse(Key.Mouse(.press(.left), row: row, col: col)))
    }
    #expect(desk.frame == before)
  }
}

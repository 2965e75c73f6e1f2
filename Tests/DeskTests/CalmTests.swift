import Desk
import Terminal
import Testing

/// What is drawn while nobody does anything: the clock, and not the whole frame.
@Suite struct CalmTests {
  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `from one second to the next a calm desk tells another time and nothing else`(width: Int, height: Int) throws {
    let desk = try DeskDriver.onBusyMorning(width: width, height: height)
    try desk.pass(seconds: 8)
    for _ in 0..<4 {
      let before = DeskFrame.draw(desk.state)
      #expect(desk.state.isCalm)
      try desk.pass(seconds: 1)
      let after = DeskFrame.draw(desk.state)
      let head = try #require(DeskFrame.drawHead(of: desk.state))
      #expect(
        head.height == 1 && head.lines == [after.lines[0]] && CalmTests.styles(head, 0) == CalmTests.styles(after, 0))
      // Minutes that are gone or left turn at each order's own second; a whole frame follows soon enough for them.
      let moved = (1..<height).filter { CalmTests.words(before.lines[$0]) != CalmTests.words(after.lines[$0]) }
      #expect(moved.isEmpty, "\(moved.map { after.lines[$0] })")
    }
  }

  @Test func `a desk at which something goes on is drawn whole`() throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.pass(seconds: 8)
    try desk.press("?")
    #expect(DeskFrame.drawHead(of: desk.state) == nil)
    try desk.press(.escape)
    #expect(DeskFrame.drawHead(of: desk.state) != nil)
    try desk.press("j")
    #expect(DeskFrame.drawHead(of: desk.state) == nil)
  }

  private static func words(_ line: String) -> String {
    String(line.map { $0.isNumber ? "0" : $0 })
  }

  private static func styles(_ surface: Surface, _ row: Int) -> [Style] {
    (0..<surface.width).map { surface.style(at: row, $0) }
  }
}

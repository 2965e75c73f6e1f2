import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite struct FrameTests {
  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `the desk of an ordinary morning`(size: (Int, Int)) throws {
    let desk = try DeskDriver(width: size.0, height: size.1, at: Fixtures.morning)
    for incoming in try Fixtures.day(until: Fixtures.morning, in: desk.state.city) {
      _ = try desk.operations.takeIn(incoming, account: "feed")
    }
    try desk.open()
    try desk.press("jjj")
    #expect(desk.frame.contains("待立案"))
  }
}

import Desk
import Foundation
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite struct FrameTests {
  @Test(arguments: FrameScene.all)
  func `a frame is as it was kept`(scene: FrameScene) throws {
    try GoldenFrame.expect(try scene.desk().frame, is: scene.name)
  }

  @Test func `a demonstration says so, and that it stands still`() throws {
    let desk = try DeskDriver(width: 120, height: 36, kind: .demo)
    for incoming in try Fixtures.day(until: Fixtures.morning, in: desk.state.city).suffix(40) {
      _ = try desk.operations.takeIn(incoming, account: "feed")
    }
    try desk.open()
    try desk.take(
      .clock(ClockSetting(feed: Fixtures.morning, wall: Fixtures.morning, speed: 10_000, paused: false)))
    try desk.press(.char(" "))
    try GoldenFrame.expect(desk.frame, is: "demo-paused")
  }

  @Test func `colours stand where the signs stand`() throws {
    let desk = try DeskDriver.onBusyMorning(width: 120, height: 36)
    try desk.press("jcjx")
    try GoldenFrame.expect(DeskFrame.draw(desk.state).styledText, is: "styles-120x36")
  }

  @Test func `a city of another language has the same desk`() throws {
    for (width, height) in [(80, 24), (200, 60)] {
      let desk = try OtherCity.desk(width: width, height: height)
      try desk.press("jj")
      try GoldenFrame.expect(desk.frame, is: "new-york-\(width)x\(height)")
    }
  }

  @Test func `every kept frame belongs to a scene`() throws {
    let known =
      FrameScene.all.map(\.name) + DrillDeskTests.frames + BreakInTests.frames + ConductTests.frames
      + ReplayDeskTests.frames + LookBackTests.frames
      + ["demo-paused", "styles-120x36", "new-york-80x24", "new-york-200x60"]
    let kept = try FileManager.default.contentsOfDirectory(atPath: GoldenFrame.folder)
    #expect(Set(kept) == Set(known.map { $0 + ".txt" }))
  }
}

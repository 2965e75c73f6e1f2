import Desk
import Journal
import Model
import Terminal
import Testing

/// The desk on the busy morning as it was, from six o'clock to a quarter past nine.
@Suite struct ReplayDeskTests {
  static let frames = [
    "replay-80x24", "replay-120x36", "replay-help-80x24", "replay-refused-80x24", "replay-jump-80x24",
  ]

  /// 06:00 of the fixture morning to 09:12.
  private static let span = ReplaySpan(
    from: Fixtures.morning.adding(minutes: -192), to: Fixtures.morning)

  private static func desk(_ width: Int = 120, _ height: Int = 36) throws -> DeskDriver {
    let desk = try DeskDriver(width: width, height: height, history: BusyMorning.history.get(), past: span)
    try desk.open()
    try desk.press("T")
    try desk.press("08:40")
    try desk.press(.enter)
    // The selection comes to rest, and what changed is no longer marked.
    try desk.pass(seconds: 4)
    return desk
  }

  @Test func `a frame says that it is of the past, and which keys move it`() throws {
    for (width, height) in [(80, 24), (120, 36)] {
      let desk = try Self.desk(width, height)
      try desk.press("jj")
      try GoldenFrame.expect(desk.frame, is: "replay-\(width)x\(height)")
    }
    let desk = try Self.desk(80, 24)
    try desk.press("?")
    try desk.press(.pageDown, .pageDown, .pageDown, .pageDown)
    try GoldenFrame.expect(desk.frame, is: "replay-help-80x24")
    try desk.press(.escape)
    try desk.press("d")
    try GoldenFrame.expect(desk.frame, is: "replay-refused-80x24")
    try desk.press("T08:1")
    try GoldenFrame.expect(desk.frame, is: "replay-jump-80x24")
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `forward half an hour and back again, the frame is the same cell for cell`(size: (Int, Int)) throws {
    let desk = try Self.desk(size.0, size.1)
    for tab in ["1", "5", "0"] {
      try desk.press(tab)
      try desk.pass(seconds: 4)
      let shown = DeskFrame.draw(desk.state)
      let time = desk.state.now
      for _ in 0..<6 { try desk.press("]") }
      try desk.pass(seconds: 4)
      #expect(desk.state.now == time.adding(minutes: 30))
      #expect(DeskFrame.draw(desk.state).text != shown.text)
      for _ in 0..<6 { try desk.press("[") }
      try desk.pass(seconds: 4)
      #expect(desk.state.now == time)
      #expect(DeskFrame.draw(desk.state).styledText == shown.styledText)
    }
  }

  @Test func `a moment of the past is shown as the desk showed it then`() throws {
    // The same morning, with a clock that stands at the moment, and nothing recorded after it.
    let history = try BusyMorning.history.get()
    let moment = Fixtures.morning.adding(minutes: -32)
    let then = try DeskDriver(at: moment, history: history.filter { $0.event.header.recordedAt <= moment })
    let page = try then.store.page(
      OrderQuery(tab: .all), anchor: .top, before: 0, after: .max, seat: "city-chief", effort: .full)
    try then.store.markSeen(
      Dictionary(uniqueKeysWithValues: page.rows.map { ($0.number, $0.version) }), by: "city-chief")
    try then.open()
    let past = try DeskDriver(at: moment, history: history, past: ReplaySpan(from: moment, to: Fixtures.morning))
    try past.open()
    for keys in ["", "jjj", "8", "0", "3"] {
      try then.press(keys)
      try past.press(keys)
      // The head line says that it is a replay, and the last two lines what can be done.
      let rows = [then, past].map { $0.frame.split(separator: "\n").dropFirst().dropLast(2).map(String.init) }
      let wanted = rows[0].map { $0.replacing("没有认领未办的，c 认领", with: "当时没有认领未办的      ") }
      #expect(rows[1].map { $0.filter { $0 != " " } } == wanted.map { $0.filter { $0 != " " } }, "after \(keys)")
    }
  }

  @Test func `every key that acts says why it does nothing, and asks nothing of the journal`() throws {
    let desk = try Self.desk()
    for binding in Keymap.bindings {
      guard binding.section == .acting || [.mark, .clearMarks, .response, .shift].contains(binding.action) else {
        continue
      }
      if binding.action == .phoneCard { continue }
      let asked = desk.effects.count
      for key in binding.keys {
        try desk.press(key)
        #expect(desk.state.message?.text.hasPrefix("回放只读") == true, "\(binding.label)")
        #expect(desk.state.dialog == nil, "\(binding.label)")
      }
      #expect(desk.effects.count == asked, "\(binding.label)")
    }
    try desk.press(.enter)
    try desk.press("d")
    #expect(desk.state.message?.text.hasPrefix("回放只读") == true)
    try desk.press("pP")
    #expect(desk.state.message?.text.hasPrefix("回放只读") == true)
    #expect(!desk.effects.contains { if case .perform = $0 { true } else { false } })
  }

  @Test func `what is kept of the present only is not shown, and says so`() throws {
    let desk = try Self.desk()
    for action in [Action.rates, .points, .stepDrill] {
      let key = try #require(Keymap.binding(for: action)?.keys.first)
      let asked = desk.effects.count
      try desk.press(key)
      #expect(desk.state.message?.kind == .refusal, "\(action)")
      #expect(desk.state.message?.text.contains("回放") == true, "\(action)")
      #expect(desk.state.dialog == nil && desk.effects.count == asked, "\(action)")
    }
    let grids = try #require(Keymap.binding(for: .grids)?.keys.first)
    try desk.press(grids)
    #expect(desk.state.dialog != nil && desk.frame.contains("【回放】"))
  }

  @Test func `every frame of it says 回放`() throws {
    let desk = try Self.desk(80, 24)
    for keys in ["?", "p", "/噪声", "L", ":", "T"] {
      try desk.press(keys)
      #expect(desk.frame.contains("【回放】"), "after \(keys)")
      try desk.press(.ctrl("c"))
    }
    try desk.press(.enter)
    #expect(desk.frame.contains("【回放】"))
    try desk.resize(40, 10)
    #expect(desk.frame.contains("【回放】"))
  }

  @Test func `its clock is paused, sped up and moved within the span`() throws {
    let desk = try Self.desk()
    let clock = { try #require(desk.state.clock) }
    try desk.press("+")
    #expect(try clock().speed == 120_000)
    for _ in 0..<9 { try desk.press("+") }
    #expect(try clock().speed == 3_600_000)
    for _ in 0..<30 { try desk.press("-") }
    #expect(try clock().speed == 1_000)
    let time = desk.state.now
    try desk.press(" ")
    desk.clock.advance(milliseconds: 2_000)
    try desk.take(.tick)
    #expect(desk.state.now == time.adding(milliseconds: 2_000))
    for _ in 0..<60 { try desk.press("[") }
    #expect(desk.state.now == Self.span.from)
    for _ in 0..<60 { try desk.press("]") }
    #expect(desk.state.now == Self.span.to)
    for text in ["25:00", "八点", "05:00", "06-15 09:00", "2020-06-16 09:13"] {
      try desk.press(":跳到 " + text)
      try desk.press(.enter)
      #expect(desk.state.message?.kind == .refusal, "\(text)")
      #expect(desk.state.now == Self.span.to)
    }
    try desk.press("T０６：３０")
    try desk.press(.enter)
    #expect(desk.state.now == Self.span.from.adding(milliseconds: 30 * 60_000 - 33_000))
  }

  @Test func `a desk of the present can't be moved`() throws {
    let desk = try DeskDriver.onBusyMorning()
    for key in ["[", "]", "T"] {
      try desk.press(key)
      #expect(desk.state.message?.kind == .refusal)
    }
    #expect(desk.state.dialog == nil)
  }
}

import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite("A look back from a drill")
struct LookBackTests {
  static let frames = ["look-back", "look-back-help", "look-back-refused", "look-back-confirm"].flatMap { name in
    sizes.dropLast().map { "\(name)-\($0.0)x\($0.1)" }
  }
  private static let sizes = [(80, 24), (120, 36), (200, 60)]
  private static let brief = DrillBrief(
    title: "新人第一班", start: Fixtures.morning.adding(minutes: -60), end: Fixtures.morning.adding(minutes: 60),
    speeds: [1, 10, 60])

  @Test(arguments: sizes)
  func `shows at every step what was shown then, cell for cell`(width: Int, height: Int) throws {
    let course = try DrillCourse(width, height, Self.brief)
    let desk = course.desk
    let shown = try course.work(minutes: 60)
    #expect(try desk.store.head().sequence > 25)
    #expect(shown.values.contains { $0.surface.text.contains("•") }, "something is unread")
    #expect(Set(shown.values.map(\.rows)).count == shown.count, "something changes at every step")
    for step in 1...12 {
      try desk.press("[")
      try desk.pass(seconds: 6)
      let time = desk.state.now
      #expect(time == Fixtures.morning.adding(minutes: -5 * step))
      let then = try #require(shown[time])
      let now = Shown(desk.state)
      #expect(now.difference(from: then) == nil, "\(5 * step) minutes back")
      #expect(now.head.contains("【演练·回看】") && now.head.contains("\(5 * step)分前"))
    }
    // Half an hour forward again, which the desk has been moved away from since.
    for _ in 1...6 { try desk.press("]") }
    try desk.pass(seconds: 6)
    let then = try #require(shown[Fixtures.morning.adding(minutes: -30)])
    #expect(Shown(desk.state).difference(from: then) == nil)
    try desk.press(.escape)
    try desk.pass(seconds: 6)
    let last = try #require(shown[Fixtures.morning])
    #expect(Shown(desk.state).difference(from: last) == nil)
    #expect(Shown(desk.state).head == last.head)
  }

  @Test func `stops the drill for all seats, and leaves nothing in its journal`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 20)
    let desk = course.desk
    try desk.press(" ")
    #expect(try desk.store.clock()?.paused == false)
    let head = try desk.store.head()
    try desk.press("[")
    #expect(try desk.store.clock()?.paused == true)
    #expect(desk.state.message?.text.contains("演练为所有席位停下") == true)
    try desk.pass(seconds: 20)
    for key in ["[", "[", "]", "4", "1", "t", "t", "L"] { try desk.press(key) }
    try desk.press(.escape, .escape)
    #expect(desk.state.lookBack == nil)
    #expect(desk.state.message?.text.contains("按空格接着演") == true)
    #expect(try desk.store.head() == head)
    #expect(try desk.store.clock()?.paused == true)
  }

  @Test func `is left by the key that goes forward once there is nothing more before the present`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 20)
    let desk = course.desk
    let present = desk.state.now
    try desk.press("]")
    #expect(desk.state.lookBack == nil && desk.state.message?.kind == .note)
    try desk.press("[[")
    #expect(desk.state.now == present.adding(minutes: -10))
    try desk.press("]]")
    #expect(desk.state.lookBack == nil && desk.state.now == present)
    for _ in 0..<6 { try desk.press("[") }
    #expect(desk.state.now == Self.brief.start)
    #expect(desk.state.message?.text.contains("没有再早的") == true)
  }

  @Test func `goes to a second that is named, with all that it brought`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 30)
    let desk = course.desk
    try desk.press("T08:22:33")
    try desk.press(.enter)
    #expect(desk.state.now == Self.brief.start.adding(milliseconds: 10 * 60_000 + 999))
    try desk.press(":跳到 08:30")
    try desk.press(.enter)
    #expect(desk.frame.contains("08:30:00"))
    for text in ["八点", "07:00", "09:30"] {
      try desk.press("T\(text)")
      try desk.press(.enter)
      #expect(desk.state.message?.kind == .refusal, "\(text)")
    }
    #expect(desk.frame.contains("08:30:00"))
    try desk.press("T08:42:33")
    try desk.press(.enter)
    #expect(desk.state.lookBack == nil)
  }

  @Test func `refuses every key that acts, with the ways to go on`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 20)
    let desk = course.desk
    try desk.press("[")
    let clock: [Action] = [.pause, .faster, .slower, .stepDrill]
    let others: [Action] = [.mark, .clearMarks, .response, .shift, .rates, .points] + clock
    for binding in Keymap.bindings where binding.section == .acting || others.contains(binding.action) {
      if binding.action == .phoneCard { continue }
      let asked = desk.effects.count
      for key in binding.keys {
        try desk.press(key)
        let text = try #require(desk.state.message?.text)
        #expect(desk.state.message?.kind == .refusal && text.hasPrefix("回看"), "\(binding.label)")
        #expect(text.contains("Esc 回到现在"), "\(binding.label)")
        #expect(desk.state.dialog == nil, "\(binding.label)")
      }
      #expect(desk.effects.count == asked, "\(binding.label)")
    }
    try desk.press(":派单")
    try desk.press(.enter)
    #expect(desk.state.message?.text.contains("Enter 从所示的一刻另起一本接着演") == true)
    #expect(desk.state.lookBack != nil)
  }

  @Test func `is told when another seat lets the drill go on, and shows the same`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 20)
    let desk = course.desk
    let present = desk.state.now
    try desk.press("[")
    try desk.pass(seconds: 6)
    let shown = Shown(desk.state)
    let setting = ClockSetting(feed: present, wall: desk.clock.now, speed: 60_000, paused: false)
    try desk.store.setClock(setting)
    try desk.take(.clock(setting))
    #expect(desk.state.message?.text.contains("别的席位让演练接着走了") == true)
    try desk.pass(seconds: 6)
    try course.report()
    try desk.take(.journalChanged)
    #expect(Shown(desk.state).difference(from: shown) == nil)
    #expect(desk.frame.contains("11分前"))
    try desk.press(.escape)
    #expect(desk.state.message?.text.contains("演练正走着") == true)
    #expect(desk.state.now == present.adding(minutes: 6))
  }

  @Test func `finds the order again that was selected and is not there yet`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 40)
    let desk = course.desk
    let number = try #require(desk.state.queue.rows.map(\.number).max())
    try desk.select { $0.number == number }
    for _ in 1...6 { try desk.press("[") }
    #expect(desk.state.queue.selected.map { $0 < number } == true)
    try desk.press(.escape)
    #expect(desk.state.queue.selected == number)
    // Who has moved on meanwhile stays where he went.
    for _ in 1...6 { try desk.press("[") }
    try desk.press("j")
    let other = desk.state.queue.selected
    try desk.press(.escape)
    #expect(desk.state.queue.selected == other)
  }

  @Test func `asks before it goes on from there, and opens the journal that was made`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 20)
    let desk = course.desk
    try desk.press("[[")
    try desk.press(.enter)
    #expect(desk.frame.contains("从 08:22:33 另起一本演练日志接着演"))
    try desk.press("n")
    #expect(desk.state.lookBack != nil)
    try desk.press(.enter, .char("y"))
    let instant = Self.brief.start.adding(minutes: 10)
    let asked = desk.effects.compactMap { effect in
      if case .goOn(let from, let seen) = effect { (from, seen) } else { nil }
    }
    #expect(asked.count == 1 && asked.first?.0 == instant.adding(milliseconds: 999))
    let unread = desk.state.queue.rows.filter(\.unread).map(\.number)
    #expect(asked.first.map { $0.1.keys.allSatisfy { !unread.contains($0) } && !$0.1.isEmpty } == true)
    #expect(desk.effects.contains(.open(journal: "/home/duty/drills/first-shift-2.db")))
    try desk.press(.enter)
    #expect(desk.state.dialog == nil, "it is under way")
  }

  @Test func `says why it could not go on, and can be asked again`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 10)
    let desk = course.desk
    try desk.press("[[")
    for _ in 0..<2 {
      try desk.press(.enter, .enter, .char("y"))
      #expect(desk.state.message?.text == "磁盘已满，没有另起成")
      #expect(desk.state.lookBack != nil)
    }
  }

  @Test func `ends in a desk that keeps what was chosen, and what had been read by then`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 20)
    let desk = course.desk
    try desk.press("3[[")
    let context = DeskContext(
      city: desk.state.city, authority: desk.state.context.authority, kind: .drill, session: "next", drill: Self.brief)
    let setting = ClockSetting(feed: desk.state.now, wall: desk.clock.now, speed: 1_000, paused: true)
    let next = desk.state.goingOn(in: context, wall: desk.clock.now, clock: setting)
    #expect(next.lookBack == nil && next.now == Self.brief.start.adding(minutes: 10))
    #expect(next.query == desk.state.query && next.queue.selected == desk.state.queue.selected)
    #expect(next.queue.rows == desk.state.queue.rows)
  }

  @Test func `comes after the end, too, and the score sheet does not come over it`() throws {
    let course = try DrillCourse(120, 36, Self.brief)
    _ = try course.work(minutes: 20)
    let desk = course.desk
    try desk.press("[")
    let setting = ClockSetting(feed: Self.brief.end, wall: desk.clock.now, speed: 1_000, paused: true)
    try desk.store.setClock(setting)
    try desk.take(.clock(setting))
    try desk.pass(seconds: 2)
    #expect(desk.state.dialog == nil)
    try desk.press(.escape)
    #expect(desk.frame.contains("演练得分单"))
    try desk.press(.escape, .char("["))
    #expect(desk.state.lookBack != nil && desk.frame.contains("5分前"))
  }

  @Test(arguments: sizes.dropLast())
  func `looks like this`(width: Int, height: Int) throws {
    let course = try DrillCourse(width, height, Self.brief)
    _ = try course.work(minutes: 40)
    let desk = course.desk
    try desk.press("[[[[")
    try GoldenFrame.expect(desk.frame, is: "look-back-\(width)x\(height)")
    try desk.press("d")
    try GoldenFrame.expect(desk.frame, is: "look-back-refused-\(width)x\(height)")
    try desk.press("?")
    try GoldenFrame.expect(desk.frame, is: "look-back-help-\(width)x\(height)")
    try desk.press(.escape, .enter)
    try GoldenFrame.expect(desk.frame, is: "look-back-confirm-\(width)x\(height)")
    try desk.press(.escape)
    try desk.resize(60, 16)
    let head = try #require(desk.frame.split(separator: "\n").first)
    #expect(head.contains("【演练·回看】") && head.contains("08:32:33"))
    try desk.resize(40, 10)
    #expect(desk.frame.contains("【演练·回看】"))
  }
}

/// What a desk shows, but for what must differ between the present and a look back at it: head line and key line.
private struct Shown {
  let surface: Surface
  let head: String
  let rows: [String]

  init(_ state: DeskState) {
    surface = DeskFrame.draw(state)
    head = surface.lines.first ?? ""
    rows = Array(surface.lines.dropFirst().dropLast())
  }

  /// The first cell in which it differs, text and style.
  func difference(from other: Shown) -> String? {
    for (index, row) in rows.enumerated() where row != other.rows[index] { return "\(other.rows[index])\n\(row)" }
    for row in 1..<surface.height - 1 {
      for col in 0..<surface.width where surface.style(at: row, col) != other.surface.style(at: row, col) {
        return "style at \(row),\(col) of \(rows[row - 1])"
      }
    }
    return nil
  }
}

/// A drill in which reports of the ordinary day come in and a seat works them, the clock standing at each step.
private final class DrillCourse {
  let desk: DeskDriver
  private let brief: DrillBrief
  private var reports: ArraySlice<IncomingReport>
  /// The order on which the selection is whenever a frame is kept.
  private var first: OrderNumber?

  init(_ width: Int, _ height: Int, _ brief: DrillBrief) throws {
    desk = try DeskDriver(
      width: width, height: height, seat: "city-chief", kind: .drill, at: brief.start, drill: brief)
    self.brief = brief
    reports = try Fixtures.day(until: Fixtures.morning, in: desk.state.city).suffix(70)
    try set(brief.start)
    try report()
    try desk.open()
    try desk.take(.clock(try desk.store.clock()))
    first = desk.state.queue.selected
  }

  /// Works for some minutes; what was shown each five of them, once it had come to rest.
  func work(minutes: Int) throws -> [Instant: Shown] {
    var shown: [Instant: Shown] = [:]
    try desk.pass(seconds: 6)
    shown[desk.state.now] = Shown(desk.state)
    for minute in 1...minutes {
      try set(brief.start.adding(minutes: minute))
      try report()
      try desk.take(.journalChanged)
      switch minute % 6 {
      case 1: try act("c") { $0.stage == .received && $0.claim == nil }
      case 2: try act("d\r") { $0.stage == .filed || $0.stage == .received }
      case 4: try act("S倪国华\r11900100001\r") { $0.stage == .dispatched }
      default: break
      }
      guard minute % 5 == 0 else { continue }
      try desk.press("g")
      for _ in 0..<100 where desk.state.queue.selected != first { try desk.press("j") }
      try desk.pass(seconds: 6)
      shown[desk.state.now] = Shown(desk.state)
    }
    return shown
  }

  /// The next report comes in.
  func report() throws {
    guard var incoming = reports.popFirst() else { throw Missing(what: "report") }
    incoming.report.exercise = true
    incoming.report.reportedAt = try desk.operations.now()
    _ = try desk.operations.takeIn(incoming, account: "drill")
  }

  private func act(_ keys: String, on fits: (OrderRow) -> Bool) throws {
    guard let row = desk.state.queue.rows.first(where: { $0.number != first && fits($0) }) else { return }
    try desk.select { $0.number == row.number }
    for scalar in keys.unicodeScalars { try desk.press(scalar == "\r" ? .enter : .char(scalar)) }
    if desk.state.dialog != nil { try desk.press(.escape) }
  }

  private func set(_ instant: Instant) throws {
    let setting = ClockSetting(feed: instant, wall: desk.clock.now, speed: 1_000, paused: true)
    try desk.store.setClock(setting)
    try desk.take(.clock(setting))
  }
}

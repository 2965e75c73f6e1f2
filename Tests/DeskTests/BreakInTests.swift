import Desk
import Journal
import Model
import Operations
import Terminal
import Testing

@Suite("A live order of top urgency over a drill")
struct BreakInTests {
  static let frames = sizes.flatMap { width, height in
    ["break-in", "break-in-unread"].map { "\($0)-\(width)x\(height)" }
  }
  private static let sizes = [(80, 24), (120, 36)]

  /// A drill that goes on, and what its desk shows.
  private func desk(_ width: Int = 120, _ height: Int = 36) throws -> DeskDriver {
    let desk = try DeskDriver(
      width: width, height: height, seat: "city-dispatch-1", kind: .drill, drill: DrillDeskTests.brief)
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

  /// A live desk with nothing on it yet.
  private func live(seat: SeatCode = "city-chief") throws -> DeskDriver { try DeskDriver(seat: seat) }

  /// Takes a report into a live journal.
  @discardableResult
  private func report(
    _ id: String, _ urgency: Urgency = .critical, confidential: Bool = false, to live: DeskDriver
  ) throws -> OrderNumber {
    guard var incoming = try Fixtures.day(until: Fixtures.morning, in: live.state.city).first else {
      throw Missing(what: "report")
    }
    incoming.report.sourceID = id
    incoming.report.urgency = urgency
    incoming.report.confidential = confidential
    incoming.report.place = "320614001001"
    incoming.report.title = "东洲公园旁管道破裂，大量燃气外泄"
    guard case .accepted(let number) = try live.operations.takeIn(incoming, account: "feed") else {
      throw Missing(what: id)
    }
    return number
  }

  private func viewpoint(_ desk: DeskDriver) -> Viewpoint {
    Viewpoint(desk.operations, of: desk.state.context.authority)
  }

  private func found(_ count: Int, confidential: Bool = false) throws -> [LiveOrder] {
    let live = try live()
    for turn in 0..<count { try report("L\(turn)", confidential: confidential, to: live) }
    var finder = LiveOrderFinder()
    return try finder.look(viewpoint(live), at: live.clock.now)
  }

  @Test(arguments: sizes)
  func `covers the screen, says that it is no drill, and can be acknowledged once it can have been read`(
    width: Int, height: Int
  ) throws {
    let desk = try desk(width, height)
    try desk.take(.liveOrders(try found(2)))
    try GoldenFrame.expect(desk.frame, is: "break-in-unread-\(width)x\(height)")
    try desk.pass(seconds: 2)
    try GoldenFrame.expect(desk.frame, is: "break-in-\(width)x\(height)")
  }

  @Test func `stops the clock of all seats, rings, and lets no key of the drill act before it is acknowledged`() throws
  {
    let desk = try desk()
    let row = try #require(desk.state.selectedRow)
    try desk.take(.liveOrders(try found(1)))
    #expect(try desk.store.clock()?.paused == true)
    #expect(desk.effects.contains(.ring))
    let asked = desk.effects.count
    try desk.press("cd .+?:q/")
    try desk.press(.escape, .ctrl("c"), .enter)
    #expect(desk.effects.count == asked)
    #expect(desk.state.dialog == nil)
    #expect(desk.state.breakIn.shown != nil, "Enter that was on its way counts for nothing")
    try desk.pass(seconds: 1)
    try desk.press(.enter)
    #expect(desk.state.breakIn.shown == nil)
    #expect(try desk.store.clock()?.paused == true)
    #expect(desk.state.message?.text.contains("按空格接着演") == true)
    try desk.press("c")
    #expect(try desk.store.order(row.number)?.order.claim != nil)
    try desk.press(" ")
    #expect(try desk.store.clock()?.paused == false)
  }

  @Test func `breaks in once, and shows one after the other`() throws {
    let desk = try desk()
    let orders = try found(2)
    try desk.take(.liveOrders(orders))
    try desk.pass(seconds: 1)
    try desk.press(.enter)
    #expect(desk.state.breakIn.shown == orders.last)
    try desk.press(.enter)
    #expect(desk.state.breakIn.shown == orders.last, "each is to be read")
    try desk.pass(seconds: 1)
    try desk.press(.enter)
    #expect(desk.state.breakIn.shown == nil)
    try desk.press(" ")
    try desk.take(.liveOrders(orders))
    #expect(desk.state.breakIn.shown == nil)
    #expect(try desk.store.clock()?.paused == false)
  }

  @Test func `stops the clock anew as long as it did not stand still, and then never again`() throws {
    let desk = try desk()
    let running = try #require(desk.state.clock)
    var state = desk.state
    #expect(stops(Desk.update(&state, .liveOrders(try found(1)), at: desk.clock.now)))
    // The setting could not be kept, and the clock is still as it was.
    _ = Desk.update(&state, .clock(running), at: desk.clock.now)
    #expect(stops(Desk.update(&state, .tick, at: desk.clock.now)))
    _ = Desk.update(&state, .clock(running.changed(at: desk.clock.now, paused: true)), at: desk.clock.now)
    // Another seat has acknowledged it and goes on.
    _ = Desk.update(&state, .clock(running), at: desk.clock.now)
    #expect(!stops(Desk.update(&state, .tick, at: desk.clock.now)))
    #expect(state.breakIn.shown != nil)
  }

  private func stops(_ effects: [DeskEffect]) -> Bool {
    effects.contains { if case .setClock(let setting) = $0 { setting.paused } else { false } }
  }

  @Test func `keeps what is under it: a form that was being filled in is there again`() throws {
    let desk = try desk()
    try desk.press("d")
    let before = desk.state.dialog
    #expect(before != nil)
    try desk.take(.liveOrders(try found(1)))
    try desk.pass(seconds: 1)
    #expect(!desk.frame.contains("派单 "))
    try desk.press(.enter)
    #expect(desk.state.dialog == before)
  }

  @Test func `withholds what is confidential, whoever sits there`() throws {
    let order = try #require(try found(1, confidential: true).first)
    #expect(order.title == Sight.mark)
    let desk = try desk()
    try desk.take(.liveOrders([order]))
    #expect(!desk.frame.contains("管道破裂"))
    #expect(!desk.frame.contains("社区"))
  }

  @Test func `says in a window too small for it what it is`() throws {
    let desk = try desk(50, 12)
    try desk.take(.liveOrders(try found(1)))
    #expect(desk.frame.contains("真实来件，演练暂停"))
    #expect(desk.frame.contains("管道破裂"))
  }

  @Test func `is nothing to a desk that drills nothing`() throws {
    let desk = try DeskDriver.onBusyMorning()
    try desk.take(.liveOrders(try found(1)))
    #expect(desk.state.breakIn.shown == nil)
    #expect(!desk.effects.contains(.ring))
  }

  @Test func `is found when it waits for a dispatcher, or has come since, and only then`() throws {
    let live = try live()
    let waiting = try report("waiting", to: live)
    let held = try report("held", to: live)
    _ = try report("calm", .urgent, to: live)
    let chief = live.state.context.authority
    _ = try live.operations.perform(.claim, on: held, by: chief, id: "claim")
    var finder = LiveOrderFinder()
    #expect(try finder.look(viewpoint(live), at: live.clock.now).map(\.number) == [waiting])
    #expect(try finder.look(viewpoint(live), at: live.clock.now).isEmpty)
    // What came since breaks in though somebody was quicker.
    let fresh = try report("fresh", to: live)
    _ = try live.operations.perform(.claim, on: fresh, by: chief, id: "claim fresh")
    #expect(try finder.look(viewpoint(live), at: live.clock.now).map(\.number) == [fresh])
    // And what nobody has in hand any more.
    _ = try live.operations.perform(.release, on: held, by: chief, id: "release")
    #expect(try finder.look(viewpoint(live), at: live.clock.now).map(\.number) == [held])
  }

  @Test func `is found among more orders than one page holds`() throws {
    let live = try live()
    var urgent: [OrderNumber] = []
    var finder = LiveOrderFinder(step: 3)
    for round in 0..<2 {
      for turn in 0..<11 {
        let number = try report("\(round)-\(turn)", turn % 4 < 2 ? .critical : .normal, to: live)
        if turn % 4 < 2 { urgent.append(number) }
      }
      #expect(try finder.look(viewpoint(live), at: live.clock.now).map(\.number) == urgent)
      urgent = []
    }
  }

  @Test func `concerns a town's seat only where the seat sees it`() throws {
    let live = try live()
    let number = try report("far", to: live)
    for (seat, numbers) in [("town-320614001", [number]), ("town-320614101", [])] {
      let place = try #require(live.state.city.seats.first { $0.code.rawValue.hasPrefix(seat) })
      let authority = Authority(officer: "nobody", seat: place, account: "test")
      var finder = LiveOrderFinder()
      let orders = try finder.look(Viewpoint(live.operations, of: authority), at: live.clock.now)
      #expect(orders.map(\.number) == numbers)
    }
  }
}

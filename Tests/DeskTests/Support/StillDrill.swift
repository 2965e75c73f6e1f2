import Desk
import Journal
import Model
import Operations
import Replay

/// A drill whose injects arrive every other minute, and whose result is written already.
struct StillDrill: DrillControl {
  private let brief: DrillBrief
  private let operations: Operations

  init(_ brief: DrillBrief, operations: Operations) {
    self.brief = brief
    self.operations = operations
  }

  func take<Value: Sendable>(
    _ id: String, _ body: (CommandTurn) throws(OperationError) -> Value
  ) throws(OperationError) -> Value {
    let now = try operations.now()
    guard now < brief.end else { throw .over }
    return try body(CommandTurn(operations: operations, id: id, moment: now))
  }

  func set(_ setting: ClockSetting) throws(JournalError) -> ClockSetting {
    try operations.store.setClock(setting)
    return setting
  }

  func step() throws(JournalError) -> ClockSetting {
    let wall = operations.clock.wall()
    let now = try operations.store.clock()?.now(wall: wall) ?? brief.start
    let next = min(brief.end, now.adding(minutes: 2))
    return try set(ClockSetting(feed: next, wall: wall, speed: 1_000, paused: true))
  }

  func past(at instant: Instant, through last: Instant) throws(JournalError) -> Operations {
    let past = try ReplayJournal(operations.store, at: instant, stride: ReplayJournal.longest)
    try past.setClock(ClockSetting(feed: instant, wall: instant, speed: 1_000, paused: true))
    try past.show(last)
    return Operations(store: past, city: operations.city, clock: operations.clock, salt: { [] })
  }

  func goOn(
    from instant: Instant, seen: [OrderNumber: Int], by seat: SeatCode
  ) throws(DrillRefusal) -> String {
    if instant < brief.start.adding(minutes: 1) { throw DrillRefusal("磁盘已满，没有另起成") }
    return "/home/duty/drills/first-shift-2.db"
  }

  func result() throws(JournalError) -> DrillResult {
    DrillResult(
      lines: ["【演练】新人第一班（first-shift）09:12:33—09:22:33", "总分 86.50／100"]
        + (1...30).map { "  E\($0) 漏：窨井盖一件两分钟内有人处理（0617-0001，09:00:30 到，09:02:30 前由市级有人处理；事件第 2 条）" },
      report: "报告在 /home/duty/drills/first-shift.html")
  }
}

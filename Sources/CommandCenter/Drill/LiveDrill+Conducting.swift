import City
import Desk
import Drill
import Journal
import Model
import Operations
import SQLiteJournal
import Synchronization

/// What the conductor does with a drill, and sees of it.
extension LiveDrill {
  /// Does something to the script.
  func conduct(_ command: ScriptCommand) throws(OperationError) {
    try inTurnOfOfficers { engine, store in
      let now = try store.clock()?.now(wall: WallClock.now()) ?? engine.reached
      try engine.conduct(command, at: now)
    }
  }

  /// How script and expectations stand, and the clock.
  func reading() throws(JournalError) -> (ConductReading, ClockSetting?) {
    let store = try keeper.current()
    let clock = try store.clock()
    let now = clock?.now(wall: WallClock.now()) ?? plan.start
    let overview = try engine.withLock { (engine) throws(JournalError) in
      try engine.catchUp(store)
      return engine.overview(at: now)
    }
    return (ConductReading(overview, in: sitting.loaded.tables), clock)
  }
}

extension ConductReading {
  /// Makes a reading of how a drill stands.
  init(_ overview: DrillOverview, in city: CityTables) {
    self.init(
      injects: overview.lines.map { line in
        InjectLine(
          id: line.inject.id, standing: line.standing, report: line.inject.message.report,
          condition: ConductReading.condition(line.inject.trigger),
          audience: line.inject.audience.map { city.seat($0)?.name ?? $0.rawValue }.joined(separator: "、"),
          note: line.inject.note)
      },
      expectations: overview.following.map { following in
        let mark = following.mark
        return ExpectationLine(
          id: mark.expectation.id, state: ConductReading.state(following), inject: mark.expectation.inject,
          due: mark.dueAt, done: mark.doneAt, isCritical: mark.expectation.isCritical, text: mark.expectation.text)
      },
      lastRemark: overview.remarks.last.map {
        TimeWords.second($0.at, in: city.calendar.zone) + " " + $0.text
      } ?? "")
  }

  private static func state(_ following: DrillOverview.Following) -> ExpectationLine.State {
    if following.isOpen { return .open }
    return switch following.mark.state {
    case .met: .met
    case .late: .late
    case .wrong: .wrong
    case .missed: .missed
    case .notArrived: .notArrived
    }
  }

  private static func condition(_ trigger: Inject.Trigger) -> String {
    switch trigger {
    case .at: ""
    case .missing(let condition): "\(condition.inject) \(condition.minutes)分没有\(verb(condition.act))"
    case .done(let condition): "\(condition.inject) \(condition.act.name)后\(condition.minutes)分"
    }
  }

  /// 已派单 without its 已.
  private static func verb(_ act: DrillAct) -> String {
    String(act.name.trimmingPrefix("已").trimmingPrefix("有"))
  }
}

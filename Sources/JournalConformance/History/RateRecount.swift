import Journal
import Model

/// How an order stands in the rates, told plainly from the list of its events: what was taken back is struck out first,
/// and then each question is asked of the events that are left.
struct RateRecount {
  private let order: WorkOrder
  private let left: [Step]
  /// All events, those that were taken back too.
  private let all: [Step]

  /// An event with the order before and after it.
  private struct Step {
    let event: OrderEvent
    let officer: OfficerCode
    let at: Instant
    let before: WorkOrder?
    let after: WorkOrder
  }

  init(_ number: OrderNumber, _ events: [DecodedEvent]) throws {
    var steps: [Step] = []
    var order: WorkOrder?
    for index in events.indices {
      let next = try required(WorkOrder(number: number, events: events[...index].map(\.recorded)), "order that folds")
      let recorded = events[index].recorded
      steps.append(
        Step(
          event: recorded.event, officer: recorded.officer, at: recorded.occurredAt, before: order, after: next))
      order = next
    }
    self.order = try required(order, "order")
    all = steps
    left = RateRecount.struckOut(steps)
  }

  /// The events without those that were taken back: by an undo, or by leaving the order that it had gone into.
  private static func struckOut(_ steps: [Step]) -> [Step] {
    var kept: [Step] = []
    for step in steps {
      switch step.event {
      case .undone(let undone):
        guard let index = kept.lastIndex(where: { kind($0.event) == undone.act }) else { continue }
        let act = kept.remove(at: index)
        if case .dispatched(let dispatched) = act.event, dispatched.filing,
          let filing = kept[..<index].lastIndex(where: { kind($0.event) == .file }), kept[filing].at == act.at,
          act.before?.undo?.act == .file
        {
          kept.remove(at: filing)
        }
      case .parted:
        let index = kept.lastIndex { if case .joined = $0.event { true } else { false } }
        if let index { kept.removeSubrange(index...) }
      default: kept.append(step)
      }
    }
    return kept
  }

  private static func kind(_ event: OrderEvent) -> OrderCommand.Kind? {
    switch event {
    case .filed: .file
    case .declined: .decline
    case .settled: .settle
    case .dispatched: .dispatch
    case .redispatched: .redispatch
    case .inspected: .inspect
    case .closed: .close
    case .reopened: .reopen
    case .escalated: .escalate
    case .delegated: .delegate
    default: nil
    }
  }

  /// Whether any event that is left is of some kind.
  private func has(_ test: (OrderEvent) -> Bool) -> Bool { left.contains { test($0.event) } }

  /// The events that are left after the last one of some kind.
  private func after(_ test: (OrderEvent) -> Bool) -> ArraySlice<Step> {
    left[(left.lastIndex { test($0.event) } ?? -1) + 1..<left.endIndex]
  }

  private var isDone: Bool { order.core.stage == .closed || order.core.stage == .followUp }
  private var wasReopened: Bool { has { if case .reopened = $0 { true } else { false } } }
  private var isSigned: Bool { has { if case .signed = $0 { true } else { false } } }
  private var isSent: Bool { has { if case .dispatched = $0 { true } else { false } } }

  /// Where it was settled without a unit, unless it was sent out, opened again or found not to hold since.
  private var settled: OrderEvent.Settlement.Way? {
    var way: OrderEvent.Settlement.Way?
    for step in left {
      switch step.event {
      case .received(let received): way = received.settlement?.way
      case .settled(let settlement): way = settlement.way
      case .dispatched, .reopened: way = nil
      case .inspected(let inspected): if !inspected.passed, step.after.core.unit == nil { way = nil }
      default: break
      }
    }
    return way
  }

  private var isDeclined: Bool {
    let last = left.last { step in
      switch step.event {
      case .declined, .filed, .reopened: true
      default: false
      }
    }
    if case .declined? = last?.event { return true }
    return false
  }

  private var cameClosed: Bool { order.reports.first?.origin?.closedAt != nil && all[0].after.core.stage == .closed }

  private func common(_ rate: Rate) -> RateStanding? {
    if order.care.exclusions.contains(where: { $0.rate == "" || $0.rate == rate.rawValue }) { return .excluded }
    if order.core.outcome == .void { return .void }
    if order.core.outcome == .duplicate || order.ties.into != nil { return .duplicate }
    if cameClosed, !wasReopened, rate != .ladder { return .closedAtSource }
    return nil
  }

  private var otherwise: RateStanding {
    settled != nil ? .settled : isDeclined ? .declined : isDone ? .notApplicable : .running
  }

  /// How it stands at a moment.
  func standing(_ rate: Rate, at now: Instant) -> RateStanding {
    if let common = common(rate) { return common }
    switch rate {
    case .response: return response(now)
    case .solved, .satisfied: return verdict(rate)
    case .onTime: return onTime(now)
    case .onSchedule: return onSchedule(now)
    case .rework:
      let again = order.reworks + order.care.callerReworks
      if again > 0 { return .numerator }
      return has { if case .inspected = $0 { true } else { false } } ? .denominator : otherwise
    case .filing:
      if settled != nil { return .settled }
      if isDeclined { return .denominator }
      let isTakenOn = left.contains { step in
        if case .filed = step.event { return true }
        if case .inspected(let inspected) = step.event { return !inspected.passed && step.after.core.unit == nil }
        return false
      }
      return isTakenOn ? .numerator : .running
    case .dispatchAccuracy:
      let isWrong = has { event in
        if case .redispatched = event { return true }
        if case .returned(let returned) = event { return returned.blame == .dispatcher }
        return false
      }
      return isWrong ? .denominator : isSigned ? .numerator : otherwise
    case .returned:
      let wasReturned = all.contains { if case .returned = $0.event { true } else { false } }
      return wasReturned ? .numerator : isSigned ? .denominator : otherwise
    case .gridFirst:
      let grid = order.reports.filter { $0.source == .grid }.map(\.reportedAt.milliseconds).min()
      let calls = order.reports.filter { $0.source == .hotline || $0.source == .police }
      guard let grid, let call = calls.map(\.reportedAt.milliseconds).min() else { return .notApplicable }
      return grid < call ? .numerator : .denominator
    case .ladder: return isDeclined ? .declined : isDone ? .numerator : .running
    }
  }

  private func response(_ now: Instant) -> RateStanding {
    for step in all {
      if case .contacted = step.event, let due = step.before?.core.contactDue {
        return step.at > due ? .denominator : .numerator
      }
    }
    if let due = order.core.contactDue { return now > due ? .denominator : .running }
    if isSent, order.core.stage != .received, order.core.stage != .filed { return .notApplicable }
    return otherwise
  }

  private func verdict(_ rate: Rate) -> RateStanding {
    var last: OrderEvent.FollowedUp?
    var isGivenUp = false
    for step in left {
      if case .followedUp(let call) = step.event {
        if call.reached { last = call }
        isGivenUp = !call.reached && call.next == .done
      }
      if case .reopened = step.event { isGivenUp = false }
    }
    if let last { return (rate == .solved ? last.solved : last.satisfied) ? .numerator : .denominator }
    return isGivenUp ? .unreached : order.core.stage == .followUp ? .running : otherwise
  }

  private func onTime(_ now: Instant) -> RateStanding {
    let feedbacks = left.filter { if case .fedBack = $0.event { true } else { false } }
    if feedbacks.contains(where: { step in step.before?.core.handleDue.map { step.at > $0 } ?? false }) {
      return .denominator
    }
    switch order.core.stage {
    case .received, .filed: return .running
    case .dispatched, .handling: return order.core.handleDue.map { now > $0 } ?? false ? .denominator : .running
    default: return feedbacks.isEmpty || settled != nil || isDeclined ? otherwise : .numerator
    }
  }

  /// When it was closed, unless it was opened again.
  private var closedAt: Instant? {
    var closed: Instant?
    for step in left {
      let wasClosed = step.before.map { $0.core.stage == .closed || $0.core.stage == .followUp } ?? false
      let isClosed = step.after.core.stage == .closed || step.after.core.stage == .followUp
      if isClosed != wasClosed { closed = isClosed ? step.at : nil }
    }
    return closed
  }

  private func onSchedule(_ now: Instant) -> RateStanding {
    if settled != nil { return .settled }
    if isDeclined { return .declined }
    guard let due = order.core.overallDue else { return isDone ? .notApplicable : .running }
    if isDone, let closedAt { return closedAt > due ? .denominator : .numerator }
    return now > due ? .denominator : .running
  }

  /// Minutes of a stage's visits that have ended; nothing while the order is in it, or was never.
  func minutes(_ span: TimedSpan) -> Int? {
    if order.care.exclusions.contains(where: { $0.rate == "" }) { return nil }
    if [.void, .duplicate].contains(order.core.outcome) || order.ties.into != nil { return nil }
    if span == .discovery {
      let happened = order.reports.compactMap(\.occurredAt?.milliseconds).min()
      return happened.map { max(0, Int(order.arrivedAt.milliseconds - $0) / 60_000) }
    }
    if cameClosed, !wasReopened { return nil }
    if span == .overall {
      guard isDone, settled == nil, !isDeclined, let closedAt else { return nil }
      return Int(max(0, closedAt.milliseconds - order.arrivedAt.milliseconds) / 60_000)
    }
    let stages: [TimedSpan: Stage] = [
      .filing: .received, .dispatch: .filed, .signing: .dispatched, .handling: .handling, .inspection: .fedBack,
      .closing: .inspected, .followUp: .followUp,
    ]
    guard let stage = stages[span], order.core.stage != stage else { return nil }
    var total: Int64?
    for step in left {
      guard let before = step.before, before.core.stage == stage else { continue }
      guard before.core.enteredAt != step.after.core.enteredAt || step.after.core.stage != stage else { continue }
      total = (total ?? 0) + max(0, step.at.milliseconds - before.core.enteredAt.milliseconds)
    }
    return total.map { Int($0 / 60_000) }
  }

  /// The unit that leads, or did last.
  var unit: UnitCode? {
    var units: [UnitCode] = []
    for step in left {
      switch step.event {
      case .received: if let unit = step.after.core.unit { units.append(unit) }
      case .dispatched(let dispatched), .redispatched(let dispatched): units.append(dispatched.unit)
      default: break
      }
    }
    return units.last
  }
  /// The unit that gave it back last.
  var returnedBy: UnitCode? {
    all.compactMap { if case .returned(let returned) = $0.event { returned.unit } else { nil } }.last
  }

  /// Who sent it out first, or else filed, declined or settled it first.
  var officer: OfficerCode? {
    let sent = left.first { if case .dispatched = $0.event { true } else { false } }
    let decided = left.first { step in
      switch step.event {
      case .filed, .declined, .settled: true
      default: false
      }
    }
    return (sent ?? decided)?.officer
  }

  /// The rung it was closed at without a unit.
  var rung: Rung? {
    guard standing(.ladder, at: order.arrivedAt) == .numerator, order.core.unit == nil else { return nil }
    return settled == .grid ? .grid : order.core.rung
  }
}

/// What of an order's way its rates are worked out from, and its last state does not tell; folded beside the order.
public struct RateCourse: Sendable, Equatable {
  /// What an undo takes back together with the act.
  struct Way: Sendable, Equatable {
    /// Whether it arrived closed and was never opened here.
    var cameClosed = false
    /// Where it was settled without a unit.
    var settled: OrderEvent.Settlement.Way?
    /// Whether it ended without handling.
    var isDeclined = false
    /// Whether it was filed.
    var isFiled = false
    /// Whether it was sent to a unit.
    var isSent = false
    /// Whether it was sent to the wrong unit: sent elsewhere instead, or given back through the dispatcher's fault.
    var isMisdirected = false
    /// Whether a unit has signed.
    var isSigned = false
    /// Whether a unit has fed back.
    var isFedBack = false
    /// Whether any feedback came late.
    var wasLate = false
    /// Whether somebody has looked.
    var isInspected = false
    /// What the caller said last, when he was reached.
    var verdict: Verdict?
    /// Whether all attempts to reach the caller failed.
    var isUnreached = false
    /// When it was closed last, UTC; nothing while it is open.
    var doneAt: Instant?
    /// Who sent it out first.
    var sender: OfficerCode?
    /// Who filed, declined or settled it first.
    var clerk: OfficerCode?
    /// The unit that leads, or did last.
    var unit: UnitCode?
    /// Milliseconds in each stage, visits that have ended only.
    var spent: [Stage: Int64] = [:]
  }

  /// What the caller said.
  struct Verdict: Sendable, Equatable {
    var isSolved: Bool
    var isSatisfied: Bool
  }

  private(set) var way = Way()
  /// Whether the first contact that had a limit kept it; nothing before there was one.
  private(set) var contactInTime: Bool?
  private var beforeAct: Way?
  private var beforeJoining: Way?

  /// Begins with an order's first event.
  ///
  /// - Parameters:
  ///   - first: the event.
  ///   - order: the order that it makes.
  public init(first: RecordedEvent, making order: WorkOrder) {
    guard case .received(let received) = first.event else { return }
    way.cameClosed = received.report.origin?.closedAt != nil && order.core.stage == .closed
    if let settlement = received.settlement { settle(settlement, by: first.officer) }
    note(order, at: first.occurredAt)
  }

  /// Takes in the next event.
  ///
  /// - Parameters:
  ///   - recorded: the event.
  ///   - before: the order before it.
  ///   - after: the order after it.
  public mutating func take(_ recorded: RecordedEvent, from before: WorkOrder, to after: WorkOrder) {
    switch recorded.event {
    case .undone:
      way = beforeAct ?? way
      beforeAct = nil
    case .parted:
      way = beforeJoining ?? way
      beforeJoining = nil
    case .joined:
      beforeJoining = way
      spend(from: before, to: after, at: recorded.occurredAt)
    default:
      if RateCourse.isAct(recorded.event), after.undo != nil, !RateCourse.filedToo(recorded.event, before) {
        beforeAct = way
      }
      spend(from: before, to: after, at: recorded.occurredAt)
      takeDesk(recorded, before, after)
      takeUnit(recorded, before)
    }
    note(after, at: recorded.occurredAt)
  }

  /// The acts of the centre.
  private mutating func takeDesk(_ recorded: RecordedEvent, _ before: WorkOrder, _ after: WorkOrder) {
    switch recorded.event {
    case .filed:
      way.isFiled = true
      way.isDeclined = false
      way.clerk = way.clerk ?? recorded.officer
    case .declined:
      way.isDeclined = true
      way.clerk = way.clerk ?? recorded.officer
    case .settled(let settlement): settle(settlement, by: recorded.officer)
    case .dispatched:
      way.isSent = true
      way.settled = nil
      way.sender = way.sender ?? recorded.officer
    case .redispatched: way.isMisdirected = true
    case .returned(let returned): if returned.blame == .dispatcher { way.isMisdirected = true }
    case .inspected(let inspected):
      way.isInspected = true
      if !inspected.passed, after.core.unit == nil {
        // What was settled and does not hold is taken on like anything else.
        way.settled = nil
        way.isFiled = true
      }
    case .reopened:
      way.cameClosed = false
      way.isDeclined = false
      way.settled = nil
      way.isUnreached = false
    case .followedUp(let call):
      if call.reached { way.verdict = Verdict(isSolved: call.solved, isSatisfied: call.satisfied) }
      way.isUnreached = !call.reached && call.next == .done
    default: break
    }
  }

  /// What a unit does.
  private mutating func takeUnit(_ recorded: RecordedEvent, _ before: WorkOrder) {
    switch recorded.event {
    case .contacted:
      guard contactInTime == nil, let due = before.core.contactDue else { return }
      contactInTime = recorded.occurredAt <= due
    case .signed: way.isSigned = true
    case .fedBack:
      way.isFedBack = true
      if let due = before.core.handleDue, recorded.occurredAt > due { way.wasLate = true }
    default: break
    }
  }

  private mutating func settle(_ settlement: OrderEvent.Settlement, by officer: OfficerCode) {
    way.settled = settlement.way
    way.clerk = way.clerk ?? officer
  }

  /// A stage that was left, or entered anew, has taken its time.
  private mutating func spend(from before: WorkOrder, to after: WorkOrder, at instant: Instant) {
    guard before.core.stage != after.core.stage || before.core.enteredAt != after.core.enteredAt else { return }
    way.spent[before.core.stage, default: 0] += max(0, instant.since(before.core.enteredAt))
  }

  private mutating func note(_ order: WorkOrder, at instant: Instant) {
    if let unit = order.core.unit { way.unit = unit }
    if order.core.stage.isDone {
      way.doneAt = way.doneAt ?? instant
    } else {
      way.doneAt = nil
    }
  }

  /// Whether an event is an act that an undo can take back.
  private static func isAct(_ event: OrderEvent) -> Bool {
    switch event {
    case .filed, .declined, .settled, .dispatched, .redispatched, .inspected, .closed, .reopened, .escalated,
      .delegated:
      true
    default: false
    }
  }

  /// Whether a dispatch is taken back together with the filing before it.
  private static func filedToo(_ event: OrderEvent, _ before: WorkOrder) -> Bool {
    guard case .dispatched(let dispatched) = event else { return false }
    return dispatched.filing && before.undo?.act == .file
  }
}

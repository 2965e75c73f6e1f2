extension WorkOrder {
  /// Makes an order from its events.
  ///
  /// - Returns: nothing when the first event is not `received`, or a later one is.
  public init?(number: OrderNumber, events: some Sequence<RecordedEvent>) {
    var folded: WorkOrder?
    for recorded in events {
      if var order = folded {
        guard order.apply(recorded) else { return nil }
        folded = order
      } else {
        guard let order = WorkOrder(number: number, first: recorded) else { return nil }
        folded = order
      }
    }
    guard let folded else { return nil }
    self = folded
  }

  /// Makes the order that a `received` event begins.
  public init?(number: OrderNumber, first recorded: RecordedEvent) {
    guard case .received(let received) = recorded.event else { return nil }
    let report = received.report
    let closed = report.origin?.closedAt != nil
    self.init(
      number: number, version: 1,
      core: Core(
        stage: closed ? .closed : .received, category: report.category, urgency: report.urgency,
        place: report.place, unit: closed ? report.origin?.unit : nil, coUnits: [],
        stageDue: received.stageDue, handleDue: nil, overallDue: received.overallDue,
        enteredAt: report.origin?.closedAt ?? received.arrivedAt, outcome: closed ? .solved : nil),
      reports: [report], arrivedAt: received.arrivedAt, claim: nil, undo: nil, handler: nil, reworks: 0,
      amendments: 0)
  }

  /// Takes in the next event.
  ///
  /// - Returns: `false` when the event can't follow, which only a damaged journal brings about.
  public mutating func apply(_ recorded: RecordedEvent) -> Bool {
    version += 1
    switch recorded.event {
    case .received: return false
    case .amended(let amended):
      amendments += 1
      if let index = reports.firstIndex(where: { $0.isSameMessage(as: amended.report) }) {
        reports[index] = amended.report
      } else {
        reports.append(amended.report)
      }
    case .claimed(let claim): self.claim = claim
    case .takenOver(let takenOver): claim = takenOver.claim
    case .released: claim = nil
    case .noted: break
    case .filed(let filed):
      remember(.file, by: recorded)
      core.category = filed.category
      core.urgency = filed.urgency
      core.place = filed.place
      enter(.filed, at: recorded.occurredAt, due: filed.stageDue)
      core.overallDue = filed.overallDue
    case .declined(let declined):
      remember(.decline, by: recorded)
      close(declined.outcome, at: recorded.occurredAt)
    case .dispatched(let dispatched):
      // A dispatch that filed in the same breath is taken back together with the filing.
      let filing = dispatched.filing ? undo : nil
      remember(.dispatch, by: recorded)
      if let filing, filing.act == .file { undo?.before = filing.before }
      send(dispatched, at: recorded.occurredAt)
    case .redispatched(let dispatched):
      remember(.redispatch, by: recorded)
      send(dispatched, at: recorded.occurredAt)
    case .signed:
      enter(.handling, at: recorded.occurredAt, due: core.handleDue)
      undo = nil
    case .fedBack(let fedBack):
      handler = fedBack.call == nil ? recorded.officer : nil
      enter(.fedBack, at: recorded.occurredAt, due: fedBack.stageDue)
      undo = nil
    case .inspected(let inspected):
      remember(.inspect, by: recorded)
      reworks += inspected.passed ? 0 : 1
      if !inspected.passed { core.handleDue = inspected.stageDue }
      enter(inspected.passed ? .inspected : .handling, at: recorded.occurredAt, due: inspected.stageDue)
    case .closed(let closed):
      remember(.close, by: recorded)
      close(closed.outcome, at: recorded.occurredAt)
    case .reopened(let reopened):
      remember(.reopen, by: recorded)
      core.outcome = nil
      if reopened.stage == .handling { core.handleDue = reopened.stageDue }
      enter(reopened.stage, at: recorded.occurredAt, due: reopened.stageDue)
    case .undone(let undone):
      if undone.act == .inspect, core.stage == .handling { reworks = max(0, reworks - 1) }
      core = undone.core
      undo = nil
      if !core.stage.isOpen { claim = nil }
    }
    return true
  }

  private mutating func remember(_ act: OrderCommand.Kind, by recorded: RecordedEvent) {
    undo = UndoPoint(before: core, act: act, officer: recorded.officer, seat: recorded.seat)
  }

  private mutating func enter(_ stage: Stage, at instant: Instant, due: Instant?) {
    core.stage = stage
    core.enteredAt = instant
    core.stageDue = due
  }

  private mutating func close(_ outcome: Outcome, at instant: Instant) {
    enter(.closed, at: instant, due: nil)
    core.outcome = outcome
    claim = nil
  }

  private mutating func send(_ dispatched: OrderEvent.Dispatched, at instant: Instant) {
    core.unit = dispatched.unit
    core.coUnits = dispatched.coUnits
    core.category = dispatched.category
    core.handleDue = dispatched.handleDue
    enter(.dispatched, at: instant, due: dispatched.stageDue)
    claim = nil
  }
}

extension Report {
  /// Whether two reports are the same message of the same source.
  public func isSameMessage(as other: Report) -> Bool {
    source == other.source && sourceID == other.sourceID
  }
}

/// An event with who brought it about and when.
public struct RecordedEvent: Sendable, Equatable {
  /// What happened.
  public let event: OrderEvent
  /// Who; empty for a feed.
  public let officer: OfficerCode
  /// From which seat; empty for a feed.
  public let seat: SeatCode
  /// When, UTC.
  public let occurredAt: Instant

  /// Makes a recorded event.
  public init(event: OrderEvent, officer: OfficerCode, seat: SeatCode, occurredAt: Instant) {
    self.event = event
    self.officer = officer
    self.seat = seat
    self.occurredAt = occurredAt
  }
}

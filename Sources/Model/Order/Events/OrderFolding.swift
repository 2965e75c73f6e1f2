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
        enteredAt: report.origin?.closedAt ?? received.arrivedAt, outcome: closed ? .solved : nil,
        rung: received.rung ?? .city, dispatchedAt: nil, contactDue: nil, assigned: false, direct: false),
      reports: [report], arrivedAt: received.arrivedAt, claim: nil, undo: nil, handler: nil, reworks: 0,
      amendments: 0)
    ties.parent = received.parent.flatMap { OrderNumber($0) }
    if let settlement = received.settlement { settle(settlement, by: recorded) }
  }

  /// Takes in the next event.
  ///
  /// - Returns: `false` when the event can't follow, which only a damaged journal brings about.
  public mutating func apply(_ recorded: RecordedEvent) -> Bool {
    let before = core
    guard fold(recorded) else { return false }
    noteSigns(recorded, from: before)
    return true
  }

  private mutating func fold(_ recorded: RecordedEvent) -> Bool {
    version += 1
    switch recorded.event {
    case .received: return false
    case .amended(let amended):
      amendments += 1
      put(amended.report)
    case .attached(let attached): put(attached.report)
    case .claimed(let claim): self.claim = claim
    case .takenOver(let takenOver): claim = takenOver.claim
    case .released: claim = nil
    case .noted, .unmasked: break
    case .filed, .declined, .settled, .dispatched, .redispatched, .signed, .fedBack, .inspected, .closed, .reopened:
      advance(recorded)
    case .contacted, .stepped, .assisted, .answered, .followedUp, .answeredBack, .urged, .supervised, .instructed,
      .struckOff, .excluded, .verified:
      applyCare(recorded)
    case .requested, .returned, .suspended, .extended, .denied, .withdrawn, .resumed, .escalated, .delegated:
      applyStanding(recorded)
    case .merged, .partAmended, .joined, .split, .parted, .distinguished, .branched, .childEnded, .childReopened:
      return applyTies(recorded)
    case .undone(let undone):
      if undone.act == .inspect, core.stage != .inspected { reworks = max(0, reworks - 1) }
      if undone.act == .escalate { standing.escalations = max(0, standing.escalations - 1) }
      if undone.act == .delegate { standing.delegations = max(0, standing.delegations - 1) }
      if undone.act == .settle {
        handler = nil
        care.answered.subtract(reports.prefix(1).map { ReportReference($0) })
      }
      if core.dispatchedAt != nil, undone.core.dispatchedAt == nil, standing.hops == 0 { standing.firstUnit = nil }
      core = undone.core
      // Who helped before a unit was changed has helped; who was asked by the change only has no part in it any more.
      if let assisted = undo?.assisted { standing.assisted.formUnion(assisted) }
      standing.assisted.formIntersection(core.coUnits)
      undo = nil
      if !core.stage.isOpen { claim = nil }
    }
    return true
  }

  /// The events that bring an order on from stage to stage.
  private mutating func advance(_ recorded: RecordedEvent) {
    switch recorded.event {
    case .filed(let filed):
      remember(.file, by: recorded)
      core.category = filed.category
      core.urgency = filed.urgency
      core.place = filed.place
      core.rung = filed.rung ?? core.rung
      enter(.filed, at: recorded.occurredAt, due: filed.stageDue)
      core.overallDue = filed.overallDue
    case .declined(let declined):
      remember(.decline, by: recorded)
      end(declined.outcome, at: recorded.occurredAt, followUpDue: declined.followUpDue)
    case .settled(let settlement):
      remember(.settle, by: recorded)
      settle(settlement, by: recorded)
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
      standing.request = nil
      standing.signedUnit = core.unit
      enter(.handling, at: recorded.occurredAt, due: core.handleDue)
      undo = nil
    case .fedBack(let fedBack):
      standing.request = nil
      handler = fedBack.call == nil ? recorded.officer : nil
      enter(.fedBack, at: recorded.occurredAt, due: fedBack.stageDue)
      undo = nil
    case .inspected(let inspected):
      remember(.inspect, by: recorded)
      reworks += inspected.passed ? 0 : 1
      // What was settled without a unit and does not hold is sent out like anything else.
      let again: Stage = core.unit == nil ? .filed : .handling
      if !inspected.passed, again == .handling { core.handleDue = inspected.stageDue }
      enter(inspected.passed ? .inspected : again, at: recorded.occurredAt, due: inspected.stageDue)
    case .closed(let closed):
      remember(.close, by: recorded)
      end(closed.outcome, at: recorded.occurredAt, followUpDue: closed.followUpDue)
    case .reopened(let reopened):
      if reopened.rework == true {
        care.callerReworks += 1
        care.calls = 0
        standing.request = nil
        undo = nil
      } else {
        remember(.reopen, by: recorded)
      }
      core.outcome = nil
      if reopened.stage == .handling { core.handleDue = reopened.stageDue }
      enter(reopened.stage, at: recorded.occurredAt, due: reopened.stageDue)
    default: break
    }
  }

  mutating func put(_ report: Report) {
    if let index = reports.firstIndex(where: { $0.isSameMessage(as: report) }) {
      reports[index] = report
    } else {
      reports.append(report)
    }
  }

  private mutating func settle(_ settlement: OrderEvent.Settlement, by recorded: RecordedEvent) {
    handler = recorded.officer
    if settlement.way == .counter { care.answered.formUnion(reports.prefix(1).map { ReportReference($0) }) }
    if let due = settlement.inspectDue {
      core.outcome = nil
      enter(.fedBack, at: recorded.occurredAt, due: due)
    } else {
      close(settlement.outcome, at: recorded.occurredAt)
    }
  }

  private mutating func remember(_ act: OrderCommand.Kind, by recorded: RecordedEvent) {
    undo = UndoPoint(
      before: core, act: act, officer: recorded.officer, seat: recorded.seat, assisted: standing.assisted)
  }

  mutating func enter(_ stage: Stage, at instant: Instant, due: Instant?) {
    core.stage = stage
    core.enteredAt = instant
    core.stageDue = due
  }

  mutating func close(_ outcome: Outcome, at instant: Instant) {
    enter(.closed, at: instant, due: nil)
    core.outcome = outcome
    claim = nil
  }

  /// Ends the order, or leaves the call to those who reported to be made.
  private mutating func end(_ outcome: Outcome, at instant: Instant, followUpDue: Instant?) {
    close(outcome, at: instant)
    if let followUpDue { enter(.followUp, at: instant, due: followUpDue) }
  }

  private mutating func send(_ dispatched: OrderEvent.Dispatched, at instant: Instant) {
    core.unit = dispatched.unit
    core.coUnits = dispatched.coUnits
    core.category = dispatched.category
    core.handleDue = dispatched.handleDue
    core.dispatchedAt = instant
    core.contactDue = dispatched.contactDue
    core.direct = dispatched.direct ?? false
    core.assigned = dispatched.assigned ?? false
    standing.firstUnit = standing.firstUnit ?? dispatched.unit
    // Who helps on has reported already, whoever leads now.
    standing.assisted.formIntersection(core.coUnits)
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

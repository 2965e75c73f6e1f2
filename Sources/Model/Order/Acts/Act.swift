/// One command on one order, with all that its rules look at.
struct Act {
  let kind: OrderCommand.Kind
  let order: WorkOrder
  let authority: Authority
  let now: Instant
  let city: CityTables
  /// The emergency responses that stand.
  let responses: Responses

  /// Looks at role, tier and place: the city's table says who may, a town commands its own places only, a unit its own
  /// orders, and what the city commands a town does not.
  func checkScope() throws(Refusal) {
    guard kind != .amend, kind != .attach else { return }
    guard city.authority.allows(kind, to: authority.role, at: authority.tier) else {
      throw refusal(.role, authority.role.rawValue)
    }
    if let unit = authority.unit {
      guard order.core.unit == unit || order.core.coUnits.contains(unit) else {
        throw refusal(.otherUnit, order.core.unit?.rawValue ?? "")
      }
      return
    }
    guard authority.tier == .city || city.places.contains(order.core.place, in: authority.place) else {
      throw refusal(.outsideScope, order.core.place.rawValue)
    }
    guard authority.tier >= order.core.rung.tier || !StageTable.commanding.contains(kind) else {
      throw refusal(.aboveRung, order.core.rung.rawValue)
    }
  }

  /// Looks whether the clocks stand still.
  func checkSuspension() throws(Refusal) {
    if let suspension = order.activeSuspension(at: now), !StageTable.whileSuspended.contains(kind) {
      throw refusal(.suspended, suspension.ground, until: suspension.until)
    }
  }

  /// The source changed what it had reported; place and category as filed stay as they are.
  func amend(_ report: Report) throws(Refusal) -> [OrderEvent] {
    guard order.reports.contains(where: { $0.isSameMessage(as: report) }) else {
      throw refusal(.otherReport, report.sourceID)
    }
    return [.amended(OrderEvent.Amended(report: report))]
  }

  func file(_ filing: Filing) throws(Refusal) -> OrderEvent {
    try checkClaim()
    let category = filing.category ?? order.core.category
    let urgency = filing.urgency ?? order.core.urgency
    let place = filing.place ?? order.core.place
    try checkKnown(category)
    guard city.places[place] != nil else { throw refusal(.unknownPlace, place.rawValue) }
    guard authority.tier == .city || city.places.contains(place, in: authority.place) else {
      throw refusal(.outsideScope, place.rawValue)
    }
    let limits = deadlines(category: category, urgency: urgency, at: place)
    let rung = max(order.core.rung, lowestRung(at: place))
    return .filed(
      OrderEvent.Filed(
        category: category, urgency: limits.urgency, place: place, stageDue: try limits.due(.dispatch, from: now),
        overallDue: try overall(limits), rung: rung == order.core.rung ? nil : rung))
  }

  func decline(_ declining: Declining) throws(Refusal) -> OrderEvent {
    try checkClaim()
    try checkChildren()
    return .declined(
      OrderEvent.Declined(outcome: declining.outcome, ground: try written(declining.ground, "ground")))
  }

  func claim() throws(Refusal) -> OrderEvent {
    if let claim = order.activeClaim(at: now) {
      throw claim.seat == authority.seat
        ? refusal(.alreadyClaimed, claim.seat.rawValue, until: claim.until)
        : refusal(.claimedByOther, claim.seat.rawValue, until: claim.until)
    }
    return .claimed(newClaim)
  }

  func takeOver() throws(Refusal) -> OrderEvent {
    guard authority.role.isChief else { throw refusal(.role, authority.role.rawValue) }
    guard let claim = order.activeClaim(at: now) else { throw refusal(.notClaimed) }
    guard claim.seat != authority.seat else {
      throw refusal(.alreadyClaimed, claim.seat.rawValue, until: claim.until)
    }
    return .takenOver(OrderEvent.TakenOver(from: claim.seat, claim: newClaim))
  }

  func release() throws(Refusal) -> OrderEvent {
    guard let claim = order.activeClaim(at: now) else { throw refusal(.notClaimed) }
    guard claim.seat == authority.seat else {
      throw refusal(.claimedByOther, claim.seat.rawValue, until: claim.until)
    }
    return .released
  }

  func dispatch(_ dispatching: Dispatching) throws(Refusal) -> [OrderEvent] {
    try checkClaim()
    var events: [OrderEvent] = []
    let files = order.stage == .received
    if files { events.append(try file(Filing(category: dispatching.category))) }
    events.append(.dispatched(try sending(dispatching, filing: files)))
    return events
  }

  func redispatch(_ dispatching: Dispatching) throws(Refusal) -> OrderEvent {
    try checkClaim()
    guard dispatching.unit != order.core.unit else { throw refusal(.sameUnit, dispatching.unit.rawValue) }
    return .redispatched(try sending(dispatching, filing: false))
  }

  func sign(_ call: PhoneCall?) throws(Refusal) -> OrderEvent {
    guard order.core.stage == .dispatched else { throw refusal(.stage) }
    try checkLeads()
    try check(call)
    return .signed(OrderEvent.Signed(call: call))
  }

  func feedBack(_ feedback: Feedback) throws(Refusal) -> OrderEvent {
    guard order.core.stage == .handling else { throw refusal(.stage) }
    try checkLeads()
    try check(feedback.call)
    let text = try written(feedback.text, "text")
    let needsPhoto = order.core.category.flatMap { city.category($0) }?.photoRequired ?? false
    if needsPhoto, feedback.call == nil, !feedback.attachments.contains(where: { $0.kind == "photo" }) {
      throw refusal(.photoRequired, order.core.category?.rawValue ?? "")
    }
    return .fedBack(
      OrderEvent.FedBack(
        text: text, attachments: feedback.attachments, call: feedback.call,
        stageDue: try deadlines().due(.inspect, from: now)))
  }

  func inspect(_ inspecting: Inspecting) throws(Refusal) -> OrderEvent {
    try checkClaim()
    guard order.handler != authority.officer else { throw refusal(.handlerInspects, authority.officer.rawValue) }
    if !inspecting.passed { _ = try written(inspecting.text, "text") }
    let again: LimitedStage = order.core.unit == nil ? .dispatch : .handle
    let due = try deadlines().due(inspecting.passed ? .close : again, from: now)
    return .inspected(OrderEvent.Inspected(passed: inspecting.passed, text: inspecting.text, stageDue: due))
  }

  func close(_ closing: Closing) throws(Refusal) -> OrderEvent {
    try checkClaim()
    try checkChildren()
    if closing.outcome == .notAccepted { _ = try written(closing.text, "ground") }
    return .closed(
      OrderEvent.Closed(outcome: closing.outcome, text: closing.text, followUpDue: followUpDue(closing.outcome)))
  }

  /// An order that a unit had goes back to that unit; one that ended without handling is looked at anew.
  func reopen(_ reason: String) throws(Refusal) -> OrderEvent {
    if let into = order.ties.into { throw refusal(.notTied, into.text) }
    let stage: Stage = order.core.unit == nil ? .received : .handling
    let due = try deadlines().due(stage == .received ? .file : .handle, from: now)
    return .reopened(OrderEvent.Reopened(reason: try written(reason, "reason"), stage: stage, stageDue: due))
  }

  func undo() throws(Refusal) -> OrderEvent {
    guard let point = order.undo else {
      throw refusal(order.core.stage == .handling ? .undoAfterSigning : .nothingToUndo)
    }
    guard point.officer == authority.officer || authority.role.isChief else {
      throw refusal(.undoByOther, point.officer.rawValue)
    }
    try checkClaim()
    return .undone(OrderEvent.Undone(act: point.act, core: point.before))
  }

  /// A text that says something, or the refusal that names the field.
  func written(_ text: String, _ field: String) throws(Refusal) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { throw refusal(.blank, field) }
    return text
  }

  private var newClaim: WorkOrder.Claim {
    WorkOrder.Claim(
      seat: authority.seat, officer: authority.officer, until: now.adding(minutes: city.claimMinutes))
  }

  private func sending(_ dispatching: Dispatching, filing: Bool) throws(Refusal) -> OrderEvent.Dispatched {
    for unit in [dispatching.unit] + dispatching.coUnits where city.units[unit] == nil {
      throw refusal(.unknownUnit, unit.rawValue)
    }
    let mustBeAssigned = order.standing.hops >= city.policy.returnsBeforeAssignment
    guard !mustBeAssigned || authority.role == .leader else {
      throw refusal(.mustBeAssigned, String(order.standing.hops))
    }
    let category = dispatching.category ?? order.core.category
    try checkKnown(category)
    let limits = deadlines(category: category, urgency: order.core.urgency)
    var helping: [UnitCode] = []
    for unit in dispatching.coUnits where unit != dispatching.unit && !helping.contains(unit) {
      helping.append(unit)
    }
    return OrderEvent.Dispatched(
      unit: dispatching.unit, coUnits: helping, category: category, note: dispatching.note,
      stageDue: try limits.due(.sign, from: now), handleDue: try limits.due(.handle, from: now),
      filing: filing, contactDue: hasCaller ? limits.optional(.firstContact, from: now) : nil,
      direct: isDirect(dispatching.unit) ? true : nil, assigned: mustBeAssigned ? true : nil)
  }

  /// 直派: the city sends past the town's centre to a unit of the town.
  private func isDirect(_ unit: UnitCode) -> Bool {
    guard authority.tier == .city, let unit = city.units[unit], unit.kind != .townCentre else { return false }
    return (city.places.town(of: unit.place) ?? unit.actsFor) != nil
  }

  /// The lowest rung that a place has.
  func lowestRung(at place: PlaceCode) -> Rung {
    city.places[place].map { Rung($0.kind) } ?? .city
  }

  /// When all must be done: the limit from arrival, moved by a suspension, or the deadline from above where that is
  /// earlier.
  func overall(_ limits: Deadlines) throws(Refusal) -> Instant {
    var due = try limits.due(.overall, from: order.arrivedAt)
    if let suspension = order.standing.suspension {
      due = city.calendar.shifted(
        due, clock: limits.clock(.overall), from: suspension.from, until: suspension.until)
    }
    return bounded(due)
  }

  /// An overall deadline, or the one from above where that is earlier.
  func bounded(_ due: Instant) -> Instant {
    order.reports.compactMap { $0.upstream?.deadline }.reduce(due, min)
  }

  /// Whether somebody reported who wants to hear of it.
  var hasCaller: Bool {
    order.ties.parent == nil && order.reports.contains { city.policy.callerSources.contains($0.source) }
  }

  /// Only the unit that leads signs and feeds back; a helping unit reports by itself.
  func checkLeads() throws(Refusal) {
    if let unit = authority.unit, unit != order.core.unit {
      throw refusal(.otherUnit, order.core.unit?.rawValue ?? "")
    }
  }

  func checkClaim() throws(Refusal) {
    if let claim = order.activeClaim(at: now), claim.seat != authority.seat {
      throw refusal(.claimedByOther, claim.seat.rawValue, until: claim.until)
    }
  }

  func checkKnown(_ category: CategoryCode?) throws(Refusal) {
    if let category, city.category(category) == nil { throw refusal(.unknownCategory, category.rawValue) }
  }

  /// A call has a name, a number and a time that lies between the stage's beginning and now.
  func check(_ call: PhoneCall?) throws(Refusal) {
    guard let call else { return }
    _ = try written(call.name, "name")
    _ = try written(call.number, "number")
    // Calls are noted to the minute, so one within the minute of the dispatch may seem to precede it.
    guard call.at <= now, call.at >= order.core.enteredAt.adding(minutes: -1) else {
      throw refusal(.callTime, until: now)
    }
  }

  func deadlines() -> Deadlines {
    deadlines(category: order.core.category, urgency: order.core.urgency)
  }

  func deadlines(category: CategoryCode?, urgency: Urgency, at place: PlaceCode? = nil) -> Deadlines {
    Deadlines(
      city: city, under: responses, at: place ?? order.core.place, category: category, urgency: urgency, command: kind)
  }

  /// What the responses that stand change for the order as it is.
  var measures: Measures {
    city.measures(
      under: responses, at: order.core.place, category: order.core.category, urgency: order.core.urgency)
  }

  func refusal(_ code: Refusal.Code, _ subject: String = "", until: Instant? = nil) -> Refusal {
    Refusal(code, kind, stage: order.stage, subject: subject, until: until)
  }
}

/// Orders that tell of the same event.
extension Act {
  /// 并单: the reports of another order come in; many callers make it more pressing, and no deadline grows.
  func merge(_ merging: Merging) throws(Refusal) -> OrderEvent {
    try checkClaim()
    guard merging.other != order.number, merging.other != order.ties.parent else {
      throw refusal(.notTied, merging.other.text)
    }
    guard !order.ties.parts.contains(where: { $0.other == merging.other }) else {
      throw refusal(.doneAlready, merging.other.text)
    }
    let urgency = max(order.core.urgency, merging.urgency, city.policy.urgency(callers: merging.callers))
    var stageDue = order.core.stageDue
    var handleDue = order.core.handleDue
    var overallDue = order.core.overallDue
    if urgency > order.core.urgency {
      let limits = deadlines(category: order.core.category, urgency: urgency)
      if let stage = order.core.stage.limitedBy, stage != .handle {
        stageDue = earlier(stageDue, try limits.due(stage, from: order.core.enteredAt))
      }
      if let dispatched = order.core.dispatchedAt, handleDue != nil {
        handleDue = earlier(handleDue, try limits.due(.handle, from: dispatched))
        if order.core.stage == .handling { stageDue = handleDue }
      }
      overallDue = earlier(overallDue, try overall(limits))
    }
    return .merged(
      OrderEvent.Merged(
        other: merging.other.text,
        reports: merging.reports.filter { report in !order.reports.contains { $0.isSameMessage(as: report) } },
        urgency: urgency, callers: merging.callers,
        evidence: merging.evidence, stageDue: stageDue, handleDue: handleDue,
        overallDue: merging.reports.compactMap { $0.upstream?.deadline }.reduce(overallDue) { earlier($0, $1) }))
  }

  /// The order goes into another one.
  func join(_ into: OrderNumber) throws(Refusal) -> OrderEvent {
    try checkClaim()
    try checkChildren()
    guard into != order.number, into != order.ties.parent, order.ties.parts.isEmpty else {
      throw refusal(.notTied, into.text)
    }
    return .joined(OrderEvent.Joined(into: into.text))
  }

  /// 拆单.
  func split(_ off: OrderNumber, _ reason: String) throws(Refusal) -> OrderEvent {
    guard let part = order.ties.parts.first(where: { $0.other == off }) else { throw refusal(.notTied, off.text) }
    let now = WorkOrder.Ties.Pressure(order)
    // What the last merge had raised goes back, as far as nothing else has moved it since.
    let isLast = order.ties.parts.last?.other == off
    func back<Value: Equatable>(_ path: KeyPath<WorkOrder.Ties.Pressure, Value>) -> Value {
      isLast && now[keyPath: path] == part.after[keyPath: path] ? part.before[keyPath: path] : now[keyPath: path]
    }
    return .split(
      OrderEvent.Split(
        off: off.text, urgency: back(\.urgency), reason: try written(reason, "reason"),
        callers: isLast ? part.before.callers : max(1, now.callers - part.reports.count), stageDue: back(\.stageDue),
        handleDue: back(\.handleDue), overallDue: back(\.overallDue)))
  }

  /// The order leaves the one that it had gone into.
  func part(_ from: OrderNumber) throws(Refusal) -> OrderEvent {
    guard order.ties.into == from else { throw refusal(.notTied, from.text) }
    return .parted(OrderEvent.Parted(from: from.text))
  }

  /// 不是一件.
  func distinguish(_ from: OrderNumber) throws(Refusal) -> OrderEvent {
    guard from != order.number, order.ties.into != from, !order.ties.parts.contains(where: { $0.other == from }) else {
      throw refusal(.notTied, from.text)
    }
    guard !order.ties.distinct.contains(from) else { throw refusal(.doneAlready, from.text) }
    return .distinguished(OrderEvent.Distinguished(from: from.text))
  }

  private func earlier(_ one: Instant?, _ other: Instant) -> Instant {
    one.map { min($0, other) } ?? other
  }
}

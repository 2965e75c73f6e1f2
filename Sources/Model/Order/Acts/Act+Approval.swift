/// What the duty chief decides.
extension Act {
  /// 批准 of whatever is asked for.
  func approve(_ approving: Approving) throws(Refusal) -> OrderEvent {
    guard let request = order.standing.request else { throw refusal(.stage) }
    // A call that an officer wrote down is the unit's request and not his own.
    guard request.officer != authority.officer || request.call != nil || request.kind == .rework else {
      throw refusal(.ownRequest, request.officer.rawValue)
    }
    switch request.kind {
    case .return: return try returned(request, approving)
    case .suspension: return try suspended(request)
    case .extension: return try extended(request, approving)
    case .rework: return try reworked(approving)
    }
  }

  private func returned(
    _ request: WorkOrder.Request, _ approving: Approving
  ) throws(Refusal) -> OrderEvent {
    guard let blame = approving.blame else { throw refusal(.blank, "blame") }
    guard let unit = order.core.unit else { throw refusal(.stage) }
    return .returned(
      OrderEvent.Returned(
        unit: unit, blame: blame, text: approving.text, stageDue: try deadlines().due(.dispatch, from: now)))
  }

  func suspended(_ request: WorkOrder.Request) throws(Refusal) -> OrderEvent {
    guard let until = request.until, until > now else { throw refusal(.tooLate, until: request.until) }
    let before = WorkOrder.Suspension.Deadline(
      stage: order.core.stageDue, handle: order.core.handleDue, overall: order.core.overallDue)
    return .suspended(
      WorkOrder.Suspension(
        ground: request.ground ?? "", reason: request.reason, from: now, until: until, before: before,
        after: shifted(before, from: now, until: until)))
  }

  private func extended(
    _ request: WorkOrder.Request, _ approving: Approving
  ) throws(Refusal) -> OrderEvent {
    guard let due = order.core.handleDue, let amount = request.amount, let clock = request.clock else {
      throw refusal(.stage)
    }
    let limit = Limit(amount: amount, clock: clock)
    return .extended(
      OrderEvent.Extended(
        stageDue: city.calendar.due(from: due, limit: limit),
        overallDue: order.core.overallDue.map { bounded(city.calendar.due(from: $0, limit: limit)) },
        text: approving.text))
  }

  /// A caller who is not satisfied is right: it is done once more, with a limit of its own.
  private func reworked(_ approving: Approving) throws(Refusal) -> OrderEvent {
    guard order.care.callerReworks < city.policy.callerReworks else { throw refusal(.usedUp) }
    let stage: Stage = order.core.unit == nil ? .received : .handling
    let due = try deadlines().due(
      stage == .received ? .file : .handle, from: now, percent: city.policy.reworkPercent)
    return .reopened(
      OrderEvent.Reopened(reason: approving.text, stage: stage, stageDue: due, rework: true))
  }

  /// 恢复: the clocks run on before their time.
  func resume(_ reason: String) throws(Refusal) -> OrderEvent {
    guard let suspension = order.activeSuspension(at: now) else { throw refusal(.notSuspended) }
    let after = shifted(suspension.before, from: suspension.from, until: now)
    // What became more pressing meanwhile stays so.
    func earlier(_ one: Instant?, _ other: Instant?) -> Instant? {
      one.map { due in other.map { min(due, $0) } ?? due }
    }
    return .resumed(
      OrderEvent.Resumed(
        reason: try written(reason, "reason"), stageDue: earlier(after.stage, order.core.stageDue),
        handleDue: earlier(after.handle, order.core.handleDue),
        overallDue: earlier(after.overall, order.core.overallDue)))
  }

  /// 不予批准; an order that ends by it owes no answer any more.
  func deny(_ reason: String) throws(Refusal) -> OrderEvent {
    if order.standing.request?.kind == .rework, let owed = order.answersOwed(in: city.policy).first {
      throw refusal(.answersOwed, owed.sourceID)
    }
    return .denied(OrderEvent.Reason(reason: try written(reason, "reason")))
  }

  /// The deadlines of an order whose clocks stood still; each on its own clock, and never past the deadline from above.
  private func shifted(
    _ before: WorkOrder.Suspension.Deadline, from: Instant, until: Instant
  ) -> WorkOrder.Suspension.Deadline {
    let limits = deadlines()
    func shift(_ due: Instant?, _ stage: LimitedStage?) -> Instant? {
      due.map { city.calendar.shifted($0, clock: stage.map(limits.clock) ?? .clockMinutes, from: from, until: until) }
    }
    return WorkOrder.Suspension.Deadline(
      stage: shift(before.stage, order.core.stage.limitedBy), handle: shift(before.handle, .handle),
      overall: shift(before.overall, .overall).map(bounded))
  }
}

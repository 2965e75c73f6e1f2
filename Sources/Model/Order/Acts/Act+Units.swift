/// What units say besides signing and feeding back.
extension Act {
  /// 先行联系.
  func contact(_ text: String, _ call: PhoneCall?) throws(Refusal) -> OrderEvent {
    try check(call)
    return .contacted(OrderEvent.Contacted(text: try written(text, "text"), call: call))
  }

  /// 协办反馈.
  func assist(_ assisting: Assisting) throws(Refusal) -> OrderEvent {
    guard order.core.coUnits.contains(assisting.unit) else { throw refusal(.otherUnit, assisting.unit.rawValue) }
    if let unit = authority.unit, unit != assisting.unit { throw refusal(.otherUnit, assisting.unit.rawValue) }
    try check(assisting.call)
    return .assisted(
      OrderEvent.Assisted(unit: assisting.unit, text: try written(assisting.text, "text"), call: assisting.call))
  }

  /// 申请退单: within its limit, and not what a leader has assigned.
  func requestReturn(_ asking: Asking) throws(Refusal) -> OrderEvent {
    guard !order.core.assigned else { throw refusal(.assignedUnit, order.core.unit?.rawValue ?? "") }
    let limits = deadlines()
    if let dispatched = order.core.dispatchedAt,
      let until = limits.optional(.return, from: dispatched) ?? limits.optional(.sign, from: dispatched), now > until
    {
      throw refusal(.tooLate, until: until)
    }
    return .requested(try request(.return, asking.reason, asking.call))
  }

  /// 申请挂账: on a lawful ground, up to a day that the table allows.
  ///
  /// While an emergency response makes the order wait on that ground, a chief can have it at once.
  func requestSuspension(_ asking: SuspensionAsking) throws(Refusal) -> OrderEvent {
    guard let ground = city.policy.ground(asking.ground) else { throw refusal(.unknownGround, asking.ground) }
    guard asking.until > now else { throw refusal(.badMoment, "until") }
    let latest = now.adding(minutes: ground.maximumDays * 1_440)
    guard asking.until <= latest else { throw refusal(.overCap, ground.code, until: latest) }
    var request = try request(.suspension, asking.reason, asking.call)
    request.ground = ground.code
    request.until = asking.until
    guard asking.atOnce else { return .requested(request) }
    guard authority.role.isChief, city.authority.grants(.respond, to: authority.role, at: authority.tier) else {
      throw refusal(.role, authority.role.rawValue)
    }
    guard measures.grounds.contains(ground.code) else { throw refusal(.notWaiting, ground.code) }
    return try suspended(request)
  }

  /// 申请延期: once, before the time is over, within the cap.
  func requestExtension(_ asking: ExtensionAsking) throws(Refusal) -> OrderEvent {
    guard order.standing.extensions == 0 else { throw refusal(.usedUp) }
    if let due = order.core.handleDue, due <= now { throw refusal(.tooLate, until: due) }
    guard let due = order.core.handleDue else { throw refusal(.stage) }
    let latest = try deadlines().due(.handle, from: due, percent: city.policy.extensionCapPercent)
    guard asking.limit.amount > 0, city.calendar.due(from: due, limit: asking.limit) <= latest else {
      throw refusal(.overCap, until: latest)
    }
    var request = try request(.extension, asking.reason, asking.call)
    request.amount = asking.limit.amount
    request.clock = asking.limit.clock
    return .requested(request)
  }

  /// 撤回申请: by whoever asked, or the unit.
  func withdraw() throws(Refusal) -> OrderEvent {
    guard let request = order.standing.request, request.kind != .rework else { throw refusal(.stage) }
    let isOwn = request.officer == authority.officer || (authority.unit != nil && authority.unit == request.unit)
    guard isOwn || authority.role.isChief else { throw refusal(.undoByOther, request.officer.rawValue) }
    return .withdrawn
  }

  private func request(
    _ kind: WorkOrder.Request.Kind, _ reason: String, _ call: PhoneCall?
  ) throws(Refusal) -> WorkOrder.Request {
    try checkLeads()
    try check(call)
    return WorkOrder.Request(
      kind: kind, reason: try written(reason, "reason"), unit: order.core.unit, officer: authority.officer, call: call,
      ground: nil, until: nil, amount: nil, clock: nil)
  }
}

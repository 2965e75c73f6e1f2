/// Between the rungs of the ladder.
extension Act {
  /// 上报: one rung up, past some while an emergency response stands there; what a unit had in hand is sent out anew from
  /// there.
  func escalate(_ reason: String, to rung: Rung?) throws(Refusal) -> OrderEvent {
    try checkClaim()
    try checkLeads()
    let reason = try written(reason, "reason")
    guard let next = order.core.rung.above else { throw refusal(.rungTop, order.core.rung.rawValue) }
    let above = rung ?? next
    guard above == next || (above > next && measures.skipsRungs) else { throw refusal(.oneRung, next.rawValue) }
    let isOut = order.core.stage == .dispatched || order.core.stage == .handling
    return .escalated(
      OrderEvent.Moved(
        from: order.core.rung, to: above, reason: reason,
        stageDue: isOut ? try deadlines().due(.dispatch, from: now) : nil))
  }

  /// 下派: one rung down, as far as the order's place reaches.
  func delegate(_ reason: String) throws(Refusal) -> OrderEvent {
    try checkClaim()
    let reason = try written(reason, "reason")
    guard let below = order.core.rung.below, below >= lowestRung(at: order.core.place) else {
      throw refusal(.rungBottom, order.core.place.rawValue)
    }
    return .delegated(OrderEvent.Moved(from: order.core.rung, to: below, reason: reason, stageDue: nil))
  }
}

/// What is owed to those who reported.
extension Act {
  /// Until when those who reported must have been answered and asked; nothing where nobody is.
  func followUpDue(_ outcome: Outcome) -> Instant? {
    guard hasCaller, outcome != .duplicate, outcome != .void else { return nil }
    return deadlines().optional(.followUp, from: now)
  }

  /// 答复 to one of those who reported.
  func answer(_ answering: Answering) throws(Refusal) -> OrderEvent {
    guard order.reports.contains(where: { ReportReference($0) == answering.report }) else {
      throw refusal(.otherReport, answering.report.sourceID)
    }
    guard !order.care.answered.contains(answering.report) else {
      throw refusal(.doneAlready, answering.report.sourceID)
    }
    return .answered(
      OrderEvent.Answered(report: answering.report, text: try written(answering.text, "text"), call: answering.call))
  }

  /// 回访: a call; nobody reached means another attempt, up to the cap.
  func followUp(_ call: FollowingUp) throws(Refusal) -> OrderEvent {
    let attempt = order.care.calls + 1
    guard attempt <= city.policy.followUpCalls else { throw refusal(.usedUp) }
    let next: OrderEvent.FollowedUp.Next
    if !call.reached {
      next = attempt < city.policy.followUpCalls ? .again : .done
    } else {
      next = call.solved && call.satisfied ? .done : .verdict
    }
    if next == .done, let owed = order.answersOwed(in: city.policy).first {
      throw refusal(.answersOwed, owed.sourceID)
    }
    if next == .verdict { _ = try written(call.text, "text") }
    return .followedUp(
      OrderEvent.FollowedUp(
        attempt: attempt, reached: call.reached, solved: call.reached && call.solved,
        satisfied: call.reached && call.satisfied, text: call.text, next: next))
  }

  /// 回传 of an order that came from above.
  func answerBack(_ answering: AnsweringBack) throws(Refusal) -> OrderEvent {
    guard order.reports.contains(where: { $0.upstream != nil }) else {
      throw refusal(.otherSource, order.reports.first?.source.rawValue ?? "")
    }
    return .answeredBack(OrderEvent.AnsweredBack(state: answering.state, text: try written(answering.text, "text")))
  }
}

extension WorkOrder {
  /// The reports whose callers were not told yet what came of it.
  public func answersOwed(in policy: OrderPolicy) -> [ReportReference] {
    if ties.parent != nil { return [] }
    return reports.lazy.filter { policy.callerSources.contains($0.source) }.map { ReportReference($0) }
      .filter { !care.answered.contains($0) }
  }
}

/// Urging, supervision, instructions, and what is left out of rates.
extension Act {
  /// 督办: at a level that is not below the present one.
  func supervise(_ supervising: Supervising) throws(Refusal) -> OrderEvent {
    guard (1...3).contains(supervising.level) else { throw refusal(.unknownName, String(supervising.level)) }
    guard supervising.level > order.care.supervision else {
      throw refusal(.doneAlready, String(order.care.supervision))
    }
    return .supervised(
      OrderEvent.Supervised(level: supervising.level, text: try written(supervising.text, "text"), rule: nil))
  }

  /// 领导批示.
  func instruct(_ instructing: Instructing) throws(Refusal) -> OrderEvent {
    guard instructing.due > now else { throw refusal(.badMoment, "due") }
    return .instructed(
      WorkOrder.Instruction(
        issuer: try written(instructing.issuer, "issuer"), text: try written(instructing.text, "text"),
        due: instructing.due))
  }

  /// 销号.
  func strikeOff(_ strikingOff: StrikingOff) throws(Refusal) -> OrderEvent {
    guard (1...max(1, order.care.instructions.count)).contains(strikingOff.instruction),
      !order.care.instructions.isEmpty
    else { throw refusal(.unknownName, String(strikingOff.instruction)) }
    guard !order.care.struckOff.contains(strikingOff.instruction) else {
      throw refusal(.doneAlready, String(strikingOff.instruction))
    }
    return .struckOff(
      OrderEvent.StruckOff(instruction: strikingOff.instruction, text: try written(strikingOff.text, "text")))
  }

  /// 剔除: with a reason that shows in the rate.
  func exclude(_ excluding: Excluding) throws(Refusal) -> OrderEvent {
    guard excluding.rate.isEmpty || Rate(rawValue: excluding.rate) != nil else {
      throw refusal(.unknownName, excluding.rate)
    }
    guard !order.care.exclusions.contains(where: { $0.rate == excluding.rate }) else {
      throw refusal(.doneAlready, excluding.rate)
    }
    return .excluded(OrderEvent.Excluded(rate: excluding.rate, reason: try written(excluding.reason, "reason")))
  }
}

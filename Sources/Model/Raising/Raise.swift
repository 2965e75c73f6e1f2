/// What the rules raise on an order: the gravest threshold that it has passed and that was not raised yet.
public struct Raise: Sendable, Equatable {
  /// The order.
  public let number: OrderNumber
  /// The threshold, and the instant at which it was passed.
  public let rule: RaisedByRule
  /// The level of supervision; nothing where the unit is urged only.
  public let level: Int?

  /// Looks what is due on an order; nothing where nothing is.
  ///
  /// - Parameters:
  ///   - order: the order.
  ///   - policy: what the city settles.
  ///   - now: when, UTC.
  public init?(_ order: WorkOrder, under policy: OrderPolicy, at now: Instant) {
    guard let run = LimitRun(order) else { return nil }
    let passed = policy.raisingSteps.last { run.awaits($0, at: now) }
    guard let step = passed, let act = policy.raising[step.threshold] else { return nil }
    number = order.number
    rule = RaisedByRule(threshold: step.threshold, dueAt: run.instant(percent: step.percent))
    // An officer may have gone further by hand; the rule adds to it and does not take it back.
    level = act.level.flatMap { $0 > order.care.supervision ? $0 : nil }
  }

  /// The command's name: the same for everybody who raises it.
  public var id: String { "rule:\(number.text):\(rule.threshold.rawValue):\(rule.dueAt.milliseconds)" }

  /// What it brings about; what the rule says is in the mark, so there is no text.
  public var event: OrderEvent {
    level.map { .supervised(OrderEvent.Supervised(level: $0, text: "", rule: rule)) }
      ?? .urged(OrderEvent.Urged(text: "", rule: rule))
  }
}

extension LimitRun {
  /// Whether a threshold was passed and neither it nor a graver one was raised.
  public func awaits(_ step: RaisingStep, at now: Instant) -> Bool {
    step.threshold.rank > (raised?.rank ?? 0) && instant(percent: step.percent) <= now
  }
}

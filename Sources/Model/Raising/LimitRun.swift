/// The time that an order has for what it waits for, as the rules that raise see it.
public struct LimitRun: Sendable, Equatable {
  /// Where the limit begins, UTC.
  public let start: Instant
  /// Where it ends, UTC.
  public let due: Instant
  /// Before this instant nothing is raised, because the clocks stood still, UTC.
  public let pausedUntil: Instant
  /// The highest threshold that was raised within this limit.
  public let raised: RaisedByRule.Threshold?

  /// Makes a run of what was kept.
  public init(start: Instant, due: Instant, pausedUntil: Instant, raised: RaisedByRule.Threshold?) {
    self.start = start
    self.due = due
    self.pausedUntil = pausedUntil
    self.raised = raised
  }

  /// The run of a limit in which nothing was raised yet.
  ///
  /// - Parameters:
  ///   - entered: when the stage was entered, UTC.
  ///   - due: when it must be done, UTC.
  ///   - arrived: when the order arrived, UTC; the limit begins there where it was over before the stage was entered.
  public init(entered: Instant, due: Instant, arrived: Instant) {
    let start = due > entered ? entered : min(arrived, due)
    self.init(start: start, due: due, pausedUntil: start, raised: nil)
  }

  /// The run of the limit that an order is under; nothing where it is under none that anybody could be urged to keep.
  public init?(_ order: WorkOrder) {
    guard StageTable.allows(.urge, in: order.core.stage), let due = order.core.stageDue else { return nil }
    let run = LimitRun(entered: order.core.enteredAt, due: due, arrived: order.arrivedAt)
    let pausedUntil = max(run.start, order.standing.suspension?.until ?? run.start)
    let plain = LimitRun(start: run.start, due: due, pausedUntil: pausedUntil, raised: nil)
    let raised = order.care.raised.filter { plain.holds($0) }.map(\.threshold).max { $0.rank < $1.rank }
    self.init(start: run.start, due: due, pausedUntil: pausedUntil, raised: raised)
  }

  /// When a share of the limit is used, UTC.
  ///
  /// - Parameter percent: the share.
  public func instant(percent: Int) -> Instant {
    max(start.adding(milliseconds: due.since(start) * Int64(percent) / 100), pausedUntil)
  }

  /// Whether three times the limit is used.
  public func isTripled(at now: Instant) -> Bool {
    instant(percent: RaisedByRule.Threshold.triplePercent) <= now
  }

  /// Whether a rule's mark belongs to this limit, and not to an earlier one of the order.
  private func holds(_ rule: RaisedByRule) -> Bool {
    switch rule.threshold {
    // The share may have been another one when it was raised.
    case .amber: rule.dueAt > start && rule.dueAt < due
    case .red: rule.dueAt == instant(percent: RaisedByRule.Threshold.redPercent)
    case .triple: rule.dueAt == instant(percent: RaisedByRule.Threshold.triplePercent)
    }
  }
}

extension RaisedByRule.Threshold {
  /// The share of the limit at which it is used up, in per cent.
  static let redPercent = 100
  /// The share at which it is used three times over, in per cent.
  static let triplePercent = 300

  /// How grave it is, from 1.
  public var rank: Int {
    switch self {
    case .amber: 1
    case .red: 2
    case .triple: 3
    }
  }
}

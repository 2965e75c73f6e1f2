/// Which way an order has gone: to which units, and whether it was opened again; what was taken back does not count.
public struct HandlingTrail: Sendable, Equatable {
  private var units: [UnitCode] = []
  private var reopenings = 0

  /// The way of an order that has not begun.
  public init() {}

  /// Takes in the order's next event.
  public mutating func take(_ event: OrderEvent) {
    switch event {
    case .dispatched(let sent), .redispatched(let sent): units.append(sent.unit)
    case .reopened: reopenings += 1
    case .undone(let undone):
      switch undone.act {
      case .dispatch, .redispatch: _ = units.popLast()
      case .reopen: reopenings -= 1
      default: break
      }
    default: break
    }
  }

  /// Whether it was ever sent to a unit from here.
  public var wasSent: Bool { !units.isEmpty }

  /// What the order, which stands at the end of this way, is counted under.
  ///
  /// It teaches while it is closed as solved or explained, by the only unit that it was ever sent to, without rework
  /// and without having been opened again. What arrived closed at its source was not sent to anybody here. What a
  /// confidential order says stays out of what everybody is shown.
  public func taught(by order: WorkOrder) -> LearnedClass? {
    guard order.core.stage.isDone, order.core.outcome == .solved || order.core.outcome == .explained,
      order.reworks == 0, reopenings == 0, let unit = order.core.unit, !units.isEmpty,
      units.allSatisfy({ $0 == unit }), !order.isConfidential
    else { return nil }
    return LearnedClass(category: order.core.category, unit: unit)
  }
}

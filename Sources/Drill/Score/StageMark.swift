public import Model

/// How an order left a stage, or that it is still in it past its time.
public struct StageMark: Sendable, Equatable {
  /// The order.
  public let number: OrderNumber
  /// The stage.
  public let stage: Stage
  /// When it had to be done, UTC.
  public let due: Instant
  /// When it was done, UTC; nothing where it was not.
  public let leftAt: Instant?
  /// The event that ended the stage; nothing where there is none.
  public let sequence: Int64?

  /// Whether the limit was kept.
  public var isKept: Bool { leftAt.map { $0 <= due } ?? false }
}

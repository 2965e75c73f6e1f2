/// The clock that a limit runs on.
public enum LimitClock: String, Sendable, Codable, CaseIterable {
  /// Minutes of the unit's working time.
  case workingMinutes
  /// Working days, each as long as the working time of one full day.
  case workingDays
  /// Minutes of the clock on the wall, day and night.
  case clockMinutes
}

/// How long a stage, or the whole order, may take.
public struct Limit: Hashable, Sendable {
  /// How many of the clock's units; more than zero.
  public let amount: Int
  /// What is counted.
  public let clock: LimitClock

  /// Makes a limit of `amount` units of `clock`.
  public init(amount: Int, clock: LimitClock) {
    self.amount = amount
    self.clock = clock
  }
}

public import Journal
public import Model

/// The time that commands are given at: the wall clock, or the feed's own time that all processes on a journal share.
public struct OperationsClock: Sendable {
  /// What the wall clock shows, UTC.
  public let wall: @Sendable () -> Instant

  /// Makes a clock over a wall clock.
  public init(wall: @escaping @Sendable () -> Instant) {
    self.wall = wall
  }

  /// The time on a journal; nothing in `setting` means the wall clock.
  public func now(_ setting: ClockSetting?) -> Instant {
    setting?.now(wall: wall()) ?? wall()
  }
}

public import Journal
public import Model

/// The time that commands are given at: the wall clock, or the feed's own time that all processes on a journal share.
public struct OperationsClock: Sendable {
  /// What the wall clock shows, UTC.
  public let wall: @Sendable () -> Instant
  /// The one instant that it shows, whatever the clock of the journal is set to.
  private let instant: Instant?

  /// Makes a clock over a wall clock.
  public init(wall: @escaping @Sendable () -> Instant) {
    self.wall = wall
    instant = nil
  }

  /// Makes a clock that stands at an instant of virtual time: what a drill does then is done at that very time, however
  /// the journal's clock is paced.
  public init(standingAt instant: Instant) {
    self.instant = instant
    wall = { instant }
  }

  /// The time on a journal; nothing in `setting` means the wall clock.
  public func now(_ setting: ClockSetting?) -> Instant {
    instant ?? setting?.now(wall: wall()) ?? wall()
  }
}

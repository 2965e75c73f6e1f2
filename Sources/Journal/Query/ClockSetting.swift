public import Model

/// The state of the clock that all processes on a journal share: the feed's own time, at its speed, with pauses.
public struct ClockSetting: Sendable, Equatable, Codable {
  /// The feed's time, UTC, at the wall time `wall`.
  public var feed: Instant
  /// The wall time, UTC, at which the setting was made.
  public var wall: Instant
  /// Thousandths of feed time that pass in one of wall time; 1,000 is real time, `full` as fast as it goes.
  public var speed: Int
  /// Whether the clock stands still.
  public var paused: Bool

  /// The speeds that can be set, in thousandths, but for `full`.
  public static let speeds = 1...10_000_000
  /// Full speed: no wall time passes by; the clock goes from one thing that happens to the next, and whoever has it
  /// happen sets it.
  public static let full = 1_000_000_000

  /// Makes a setting; a speed outside `speeds` that is not `full` becomes the nearest one inside.
  public init(feed: Instant, wall: Instant, speed: Int, paused: Bool) {
    self.feed = feed
    self.wall = wall
    self.speed =
      speed == ClockSetting.full
      ? speed : min(max(speed, ClockSetting.speeds.lowerBound), ClockSetting.speeds.upperBound)
    self.paused = paused
  }

  /// Whether the clock goes at full speed.
  public var isFull: Bool { speed == ClockSetting.full }

  /// The feed's time at a wall time; a wall clock that is set back does not turn it back.
  public func now(wall now: Instant) -> Instant {
    let passed = now.since(wall)
    guard !paused, !isFull, passed > 0 else { return feed }
    // Whole seconds and the rest apart, so that no product overflows.
    return feed.adding(milliseconds: passed / 1_000 * Int64(speed) + passed % 1_000 * Int64(speed) / 1_000)
  }

  /// The setting that goes on from `now` at another speed, or standing still, without a jump.
  public func changed(at now: Instant, speed: Int? = nil, paused: Bool? = nil) -> ClockSetting {
    ClockSetting(feed: self.now(wall: now), wall: now, speed: speed ?? self.speed, paused: paused ?? self.paused)
  }

  /// How many wall milliseconds pass from `wall` until the clock shows `instant`; 0 when it has, nothing while it
  /// stands still.
  public func delay(until instant: Instant, wall now: Instant) -> Int64? {
    let left = instant.since(self.now(wall: now))
    if left <= 0 { return 0 }
    if paused { return nil }
    if isFull { return 0 }
    // A wait of more than a month need not be exact, and must not overflow.
    return left > 1 << 40 ? left / Int64(speed) * 1_000 : (left * 1_000 + Int64(speed) - 1) / Int64(speed)
  }
}

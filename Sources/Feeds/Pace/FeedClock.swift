public import Model

/// A clock that runs under a feed's own time: at its speed, with pauses, and without a jump when either is changed.
///
/// It knows no time by itself; the time on the wall is passed in.
public struct FeedClock: Sendable, Equatable {
  /// What the feed's clock shows at `wall`.
  private var anchor: Instant
  private var wall: Instant
  /// Thousandths of feed time per wall time: 1,000 is as fast as the wall.
  public private(set) var speed: Int
  /// Whether it stands still.
  public private(set) var isPaused: Bool

  /// The speeds that can be set, in thousandths.
  public static let speeds = 1...10_000_000

  /// Starts a clock.
  ///
  /// - Parameters:
  ///   - feed: what it shows first, UTC.
  ///   - wall: the time on the wall, UTC.
  ///   - speed: thousandths of feed time per wall time.
  ///   - isPaused: whether it stands still at first.
  public init(at feed: Instant, wall: Instant, speed: Int = 1_000, isPaused: Bool = false) {
    anchor = feed
    self.wall = wall
    self.speed = FeedClock.permitted(speed)
    self.isPaused = isPaused
  }

  /// What it shows when the wall shows `wall`; before its last setting, what it showed at that.
  public func now(_ wall: Instant) -> Instant {
    let passed = wall.since(self.wall)
    guard !isPaused, passed > 0 else { return anchor }
    // Whole seconds and the rest apart, so that no product overflows.
    let whole = passed / 1_000 * Int64(speed)
    let rest = passed % 1_000 * Int64(speed) / 1_000
    return anchor.adding(milliseconds: whole + rest)
  }

  /// How many wall milliseconds pass from `wall` until it shows `feed`; 0 when it has, nothing while it stands still.
  public func delay(until feed: Instant, wall: Instant) -> Int64? {
    let left = feed.since(now(wall))
    if left <= 0 { return 0 }
    if isPaused { return nil }
    return (left * 1_000 + Int64(speed) - 1) / Int64(speed)
  }

  /// Makes it stand still.
  public mutating func pause(_ wall: Instant) {
    settle(wall)
    isPaused = true
  }

  /// Lets it run again from where it stands.
  public mutating func resume(_ wall: Instant) {
    settle(wall)
    isPaused = false
  }

  /// Sets its speed, in thousandths, from now on; what it shows does not jump.
  public mutating func setSpeed(_ speed: Int, wall: Instant) {
    settle(wall)
    self.speed = FeedClock.permitted(speed)
  }

  private mutating func settle(_ wall: Instant) {
    anchor = now(wall)
    self.wall = wall
  }

  private static func permitted(_ speed: Int) -> Int {
    min(max(speed, speeds.lowerBound), speeds.upperBound)
  }
}

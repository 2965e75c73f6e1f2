/// What a city's clocks show: the offsets from UTC and the moments at which they change.
///
/// The model has no time-zone database; whoever loads a city looks the changes up and passes them in.
public struct ZoneOffsets: Sendable, Equatable {
  /// A change of offset.
  public struct Change: Sendable, Equatable {
    /// The first moment with this offset.
    public let from: Instant
    /// Seconds east of UTC.
    public let offset: Int

    /// Makes a change that takes effect at `from` with an offset in seconds east of UTC.
    public init(from: Instant, offset: Int) {
      self.from = from
      self.offset = offset
    }
  }

  /// Seconds east of UTC before the first change.
  public let initial: Int
  /// The changes, earliest first.
  public let changes: [Change]

  /// Makes a zone from its first offset (seconds east of UTC) and its changes, earliest first.
  public init(initial: Int, changes: [Change] = []) {
    self.initial = initial
    self.changes = changes
  }

  /// Seconds east of UTC at a moment.
  public func offset(at instant: Instant) -> Int {
    guard let first = changes.first, instant >= first.from else { return initial }
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle].from <= instant { low = middle } else { high = middle }
    }
    return changes[low].offset
  }

  /// What the city's clocks show at a moment.
  public func civil(_ instant: Instant) -> CivilTime {
    let local = instant.seconds + Int64(offset(at: instant))
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CivilTime(day: CivilDay(epochDay: Int(day)), second: Int(local - day * 86_400))
  }

  /// The moment at which the city's clocks show a time.
  ///
  /// A time that a change skips is read with the offset before it; one that occurs twice is its first occurrence.
  public func instant(_ civil: CivilTime) -> Instant {
    instant(day: civil.day, second: civil.second)
  }

  /// The moment that lies `second` seconds of local time after a day's midnight.
  public func instant(day: CivilDay, second: Int) -> Instant {
    let local = Int64(day.epochDay) * 86_400 + Int64(second)
    let guess = offset(at: Instant(seconds: local - Int64(initial)))
    let before = offset(at: Instant(seconds: local - Int64(guess) - 86_400))
    let early = Instant(seconds: local - Int64(before))
    if offset(at: early) == before { return early }
    let after = offset(at: Instant(seconds: local - Int64(guess) + 86_400))
    let late = Instant(seconds: local - Int64(after))
    return offset(at: late) == after ? late : early
  }
}

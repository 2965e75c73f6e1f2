/// A city's working time: the hours of a working day, and the days that differ from Monday to Friday.
public struct WorkCalendar: Sendable, Equatable {
  /// A stretch of working hours within a day.
  public struct Hours: Sendable, Equatable {
    /// The first working minute, counted from midnight.
    public let start: Int
    /// The minute after the last, counted from midnight.
    public let end: Int

    /// Makes the stretch from `start` to `end`, in minutes after midnight.
    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// The zone in which days and hours are read.
  public let zone: ZoneOffsets
  /// The stretches of a working day, earliest first, not overlapping.
  public let hours: [Hours]
  /// Days that are work (`true`) or off (`false`) against the rule of Monday to Friday.
  public let exceptions: [CivilDay: Bool]

  /// Makes a calendar.
  public init(zone: ZoneOffsets, hours: [Hours], exceptions: [CivilDay: Bool]) {
    self.zone = zone
    self.hours = hours
    self.exceptions = exceptions
  }

  /// The same days with other hours.
  public func with(hours: [Hours]) -> WorkCalendar {
    WorkCalendar(zone: zone, hours: hours, exceptions: exceptions)
  }

  /// Working minutes of one full working day.
  public var minutesPerDay: Int {
    hours.reduce(0) { $0 + $1.end - $1.start }
  }

  /// Whether a day is a working day; make-up workdays are, holidays are not.
  public func isWorkday(_ day: CivilDay) -> Bool {
    exceptions[day] ?? (day.weekday <= 5)
  }

  /// The moment at which a limit that starts at `start` has run out.
  ///
  /// Working time counts whole and part minutes of the working hours only; a working day counts as
  /// `minutesPerDay` working minutes, so one that starts at 10:00 ends at 10:00 on the next working day.
  /// A calendar without working hours counts on the clock, a day as 24 hours.
  public func due(from start: Instant, limit: Limit) -> Instant {
    switch limit.clock {
    case .clockMinutes: start.adding(minutes: limit.amount)
    case .workingMinutes: due(from: start, workingMilliseconds: Int64(limit.amount) * 60_000)
    case .workingDays:
      due(
        from: start,
        workingMilliseconds: Int64(limit.amount) * Int64(minutesPerDay > 0 ? minutesPerDay : 1_440) * 60_000)
    }
  }

  /// The moment at which so much working time has run from `start`.
  ///
  /// - Parameter milliseconds: working time; zero or less gives `start`.
  public func due(from start: Instant, workingMilliseconds milliseconds: Int64) -> Instant {
    guard milliseconds > 0 else { return start }
    guard minutesPerDay > 0 else { return start.adding(milliseconds: milliseconds) }
    var left = milliseconds
    var epochDay = zone.civil(start).day.epochDay
    // Ten years of days off in a row would be a broken table; the clock then runs on without pause.
    let lastDay = epochDay + Int(milliseconds / 60_000) / minutesPerDay * 2 + 3_660
    while epochDay <= lastDay {
      let day = CivilDay(epochDay: epochDay)
      if isWorkday(day) {
        for stretch in hours {
          let opens = max(start, zone.instant(day: day, second: stretch.start * 60))
          let closes = zone.instant(day: day, second: stretch.end * 60)
          let length = closes.since(opens)
          if length <= 0 { continue }
          if left <= length { return opens.adding(milliseconds: left) }
          left -= length
        }
      }
      epochDay += 1
    }
    return start.adding(milliseconds: milliseconds)
  }

  /// The working time that lies between two moments, in milliseconds; zero when `end` does not lie later.
  public func workingMilliseconds(from start: Instant, to end: Instant) -> Int64 {
    guard end > start else { return 0 }
    guard minutesPerDay > 0 else { return end.since(start) }
    var sum: Int64 = 0
    let lastDay = zone.civil(end).day.epochDay
    var epochDay = zone.civil(start).day.epochDay
    while epochDay <= lastDay {
      let day = CivilDay(epochDay: epochDay)
      if isWorkday(day) {
        for stretch in hours {
          let opens = max(start, zone.instant(day: day, second: stretch.start * 60))
          let closes = min(end, zone.instant(day: day, second: stretch.end * 60))
          sum += max(0, closes.since(opens))
        }
      }
      epochDay += 1
    }
    return sum
  }

  /// A deadline whose clock stood still for a while.
  ///
  /// What was left of it when the clock stopped is left when it runs on; what was late already stays as it was.
  ///
  /// - Parameters:
  ///   - due: the deadline.
  ///   - clock: the clock that it runs on.
  ///   - from: when the clock stopped.
  ///   - until: when it runs on.
  public func shifted(_ due: Instant, clock: LimitClock, from: Instant, until: Instant) -> Instant {
    guard due > from, until > from else { return due }
    switch clock {
    case .clockMinutes: return due.adding(milliseconds: until.since(from))
    case .workingMinutes, .workingDays:
      return self.due(from: until, workingMilliseconds: workingMilliseconds(from: from, to: due))
    }
  }
}

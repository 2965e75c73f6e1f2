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
    case .workingMinutes: due(from: start, workingMinutes: limit.amount)
    case .workingDays:
      due(from: start, workingMinutes: limit.amount * (minutesPerDay > 0 ? minutesPerDay : 1_440))
    }
  }

  private func due(from start: Instant, workingMinutes: Int) -> Instant {
    guard minutesPerDay > 0 else { return start.adding(minutes: workingMinutes) }
    var left = Int64(workingMinutes) * 60_000
    var epochDay = zone.civil(start).day.epochDay
    // Ten years of days off in a row would be a broken table; the clock then runs on without pause.
    let lastDay = epochDay + workingMinutes / minutesPerDay * 2 + 3_660
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
    return start.adding(minutes: workingMinutes)
  }
}

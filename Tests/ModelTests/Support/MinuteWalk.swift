import Model

/// The slow and plain reference of working time: a walk minute by minute.
enum MinuteWalk {
  /// Counts the milliseconds of working minutes from `start` on, one minute of the clock after another.
  static func end(_ calendar: WorkCalendar, from start: Instant, minutes: Int) -> Instant {
    var left = Int64(minutes) * 60_000
    var moment = start
    while true {
      let rest = 60_000 - moment.milliseconds % 60_000
      if works(calendar, at: moment) {
        if left <= rest { return moment.adding(milliseconds: left) }
        left -= rest
      }
      moment = moment.adding(milliseconds: rest)
    }
  }

  private static func works(_ calendar: WorkCalendar, at moment: Instant) -> Bool {
    let shown = calendar.zone.civil(moment)
    let isWorkday = calendar.exceptions[shown.day] ?? ![6, 7].contains(shown.day.weekday)
    return isWorkday && calendar.hours.contains { ($0.start..<$0.end).contains(shown.second / 60) }
  }
}

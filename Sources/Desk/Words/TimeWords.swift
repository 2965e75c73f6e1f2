public import Journal
public import Model

/// Times and spans as the desk writes them, in the city's zone.
public enum TimeWords {
  /// What the clock of a journal is called.
  public static func clock(_ kind: JournalKind) -> String {
    switch kind {
    case .live: "墙上时钟"
    case .demo: "演示时钟"
    case .drill: "演练时钟"
    }
  }

  /// How fast a clock goes: `×10`, `全速`.
  public static func speed(_ clock: ClockSetting) -> String {
    if clock.isFull { return "全速" }
    return clock.speed % 1_000 == 0 ? "×\(clock.speed / 1_000)" : "×\(clock.speed)‰"
  }

  /// `09:12`.
  public static func minute(_ instant: Instant, in zone: ZoneOffsets) -> String {
    let civil = zone.civil(instant)
    return padded(civil.hour) + ":" + padded(civil.minute)
  }

  /// `09:12:33`.
  public static func second(_ instant: Instant, in zone: ZoneOffsets) -> String {
    minute(instant, in: zone) + ":" + padded(zone.civil(instant).second % 60)
  }

  /// `06-16`.
  public static func day(_ day: CivilDay) -> String {
    padded(day.month) + "-" + padded(day.day)
  }

  /// `2020-06-16` of the day `20200616`.
  public static func day(compact day: Int) -> String {
    "\(day / 10_000)-" + padded(day / 100 % 100) + "-" + padded(day % 100)
  }

  /// `2020-06-01 至 2020-06-16`, or the one day.
  static func days(from first: Int, to last: Int) -> String {
    first == last ? day(compact: first) : "\(day(compact: first)) 至 \(day(compact: last))"
  }

  /// `2020-06-16 09:12`.
  public static func full(_ instant: Instant, in zone: ZoneOffsets) -> String {
    let civil = zone.civil(instant)
    return "\(civil.day.year)-" + day(civil.day) + " " + minute(instant, in: zone)
  }

  /// `一` to `日`.
  public static func weekday(_ day: CivilDay) -> String {
    ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
  }

  /// When something is due, seen from now: `今09:34`, `明10:00`, `周四`, `06-22`, or with the year where it differs.
  public static func due(_ instant: Instant, now: Instant, in zone: ZoneOffsets) -> String {
    let civil = zone.civil(instant)
    let today = zone.civil(now).day
    switch civil.day.epochDay - today.epochDay {
    case 0: return "今" + minute(instant, in: zone)
    case 1: return "明" + minute(instant, in: zone)
    case -1: return "昨" + minute(instant, in: zone)
    case 2...6: return "周" + weekday(civil.day)
    default: return civil.day.year == today.year ? day(civil.day) : "\(civil.day.year)-" + padded(civil.day.month)
    }
  }

  /// When something happened, seen from now: `09:12` today, `06-15 09:12` otherwise.
  public static func happened(_ instant: Instant, now: Instant, in zone: ZoneOffsets) -> String {
    let civil = zone.civil(instant)
    let today = zone.civil(now).day
    if civil.day == today { return minute(instant, in: zone) }
    if civil.day.year == today.year { return day(civil.day) + " " + minute(instant, in: zone) }
    return full(instant, in: zone)
  }

  /// The time left: `0:22`, `-0:42`, `2工日` when it ends on a later working day, `3日` otherwise, `-3年`.
  public static func left(until due: Instant, now: Instant, calendar: WorkCalendar, isWorking: Bool) -> String {
    let span = due.since(now)
    let minutes = span >= 0 ? span / 60_000 : (-span) / 60_000
    if minutes < 24 * 60 {
      // The first minute past the limit is late already, though no whole minute has gone.
      return (span < 0 ? "-" : "") + "\(minutes / 60):" + padded(Int(minutes % 60))
    }
    let days = minutes / (24 * 60)
    // A column has room for three digits; what lies years away needs no days.
    if days >= 1_000 { return (span < 0 ? "-" : "") + "\(days / 365)年" }
    if span < 0 { return "-\(days)日" }
    return isWorking ? "\(workdays(from: now, to: due, calendar: calendar))工日" : "\(days)日"
  }

  /// Working days after the day of `start`, the day of `end` included; a span of years counts as days of the calendar.
  private static func workdays(from start: Instant, to end: Instant, calendar: WorkCalendar) -> Int {
    let first = calendar.zone.civil(start).day.epochDay
    let last = calendar.zone.civil(end).day.epochDay
    guard last - first <= 90 else { return last - first }
    return max(0, (first..<max(first, last)).count { calendar.isWorkday(CivilDay(epochDay: $0 + 1)) })
  }

  private static func padded(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }
}

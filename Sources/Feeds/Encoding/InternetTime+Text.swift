public import Model

extension InternetTime {
  private static let utc = ZoneOffsets(initial: 0)

  /// RFC 3339 in UTC, with milliseconds only where there are any: `2020-06-16T01:12:00Z`.
  public static func text(_ instant: Instant) -> String {
    let civil = utc.civil(instant)
    let milliseconds = Int(instant.since(Instant(seconds: instant.seconds)))
    let clock = [civil.second / 3_600, civil.second / 60 % 60, civil.second % 60].map { padded($0, 2) }
    let fraction = milliseconds == 0 ? "" : "." + padded(milliseconds, 3)
    let day = [padded(civil.day.year, 4), padded(civil.day.month, 2), padded(civil.day.day, 2)]
    return day.joined(separator: "-") + "T" + clock.joined(separator: ":") + fraction + "Z"
  }

  private static func padded(_ value: Int, _ length: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }
}

import Feeds
import Model

/// Times as programs read and give them.
enum InstantText {
  private static let utc = ZoneOffsets(initial: 0)

  /// RFC 3339 in UTC, with milliseconds only where there are any: `2020-06-16T01:12:00Z`.
  static func utc(_ instant: Instant) -> String {
    let civil = utc.civil(instant)
    let milliseconds = Int(instant.since(Instant(seconds: instant.seconds)))
    let clock = [civil.second / 3_600, civil.second / 60 % 60, civil.second % 60].map { padded($0, 2) }
    let fraction = milliseconds == 0 ? "" : "." + padded(milliseconds, 3)
    let day = [padded(civil.day.year, 4), padded(civil.day.month, 2), padded(civil.day.day, 2)]
    return day.joined(separator: "-") + "T" + clock.joined(separator: ":") + fraction + "Z"
  }

  /// Reads RFC 3339, or `09:12` as a time of the day of `now` in the city's zone; nothing for any other writing.
  static func instant(_ text: String, now: Instant, zone: ZoneOffsets) -> Instant? {
    if let instant = InternetTime.instant(text) { return instant }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return zone.instant(day: zone.civil(now).day, second: hour * 3_600 + minute * 60)
  }

  private static func padded(_ value: Int, _ length: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }
}

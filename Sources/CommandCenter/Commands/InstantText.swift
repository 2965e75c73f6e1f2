import Feeds
import Model

/// Times as programs read and give them.
enum InstantText {
  /// RFC 3339 in UTC, with milliseconds only where there are any: `2020-06-16T01:12:00Z`.
  static func utc(_ instant: Instant) -> String { InternetTime.text(instant) }

  /// Reads RFC 3339, or `09:12` as a time of the day of `now` in the city's zone; nothing for any other writing.
  static func instant(_ text: String, now: Instant, zone: ZoneOffsets) -> Instant? {
    if let instant = InternetTime.instant(text) { return instant }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return zone.instant(day: zone.civil(now).day, second: hour * 3_600 + minute * 60)
  }
}

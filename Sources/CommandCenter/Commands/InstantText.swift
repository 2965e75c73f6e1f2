import Desk
import Feeds
import Model

/// Times as programs read and give them.
enum InstantText {
  /// RFC 3339 in UTC, with milliseconds only where there are any: `2020-06-16T01:12:00Z`.
  static func utc(_ instant: Instant) -> String { InternetTime.text(instant) }

  /// Reads RFC 3339, or a moment as officers write it, near `now` in the city's zone; nothing for any other writing.
  static func instant(_ text: String, now: Instant, zone: ZoneOffsets) -> Instant? {
    InternetTime.instant(text) ?? MomentText.instant(text, near: now, zone: zone)
  }
}

import Model

/// Moments to the millisecond, as RFC 3339 in UTC.
enum ExactText {
  private static let utc = ZoneOffsets(initial: 0)

  static func utc(_ instant: Instant) -> String {
    let day = utc.civil(instant).day
    let date = [day.year, day.month, day.day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    return date + "T" + DrillTime.exact(instant, in: utc) + "Z"
  }
}

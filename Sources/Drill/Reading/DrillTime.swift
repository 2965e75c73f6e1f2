import City
import Feeds
public import Model

/// Times as a drill's files write them: `09:12`, `09:12:30` or `09:12:30.250` on the day of the beginning, or RFC 3339.
struct DrillTime {
  let start: Instant
  let end: Instant
  let zone: ZoneOffsets

  /// What stands against a moment of a table or of the background; nothing is said while the bounds can't be read.
  func report(_ instant: Instant, at cell: Cell, log: FindingLog) {
    guard end > start else { return }
    if instant < start { log.add(.timeBeforeStart, at: cell, "时间在演练开始之前。") }
    if instant > end { log.add(.timeAfterEnd, at: cell, "时间在演练结束之后。") }
  }

  /// The moment, UTC; nothing for any other writing.
  func instant(_ text: String) -> Instant? {
    if let instant = InternetTime.instant(text) { return instant }
    let pieces = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = pieces.first?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    guard parts.count == 2 || parts.count == 3,
      parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    let second = numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    let day = zone.civil(start).day
    guard let rest = DrillTime.milliseconds(pieces, after: parts) else { return nil }
    let sameDay = zone.instant(day: day, second: second).adding(milliseconds: rest)
    let nextDay = zone.instant(day: CivilDay(epochDay: day.epochDay + 1), second: second).adding(milliseconds: rest)
    // A drill over midnight: what would lie before the beginning is meant for the next day.
    return sameDay < start && nextDay <= end ? nextDay : sameDay
  }

  /// The milliseconds behind the seconds, three digits; 0 where there are none.
  private static func milliseconds(_ pieces: [Substring], after parts: [Substring]) -> Int64? {
    guard pieces.count == 2 else { return 0 }
    let digits = pieces[1].utf8
    guard parts.count == 3, digits.count == 3, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int64(pieces[1])
  }

  /// `09:12:30.250` in the city's zone, exact to the millisecond.
  static func exact(_ instant: Instant, in zone: ZoneOffsets) -> String {
    let rest = String(instant.since(Instant(seconds: instant.seconds)))
    return text(instant, in: zone) + "." + String(repeating: "0", count: max(0, 3 - rest.utf8.count)) + rest
  }

  /// `09:12:30` in the city's zone.
  static func text(_ instant: Instant, in zone: ZoneOffsets) -> String {
    let civil = zone.civil(instant)
    return [civil.hour, civil.minute, civil.second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension DrillPlan {
  /// The moment that a text means, where it lies within the drill.
  public func instant(_ text: String, zone: ZoneOffsets) -> Instant? {
    moment(text, zone: zone).flatMap { $0 >= start && $0 <= end ? $0 : nil }
  }

  /// The moment that a text means, within the drill or not; nothing for a text that is no time.
  public func moment(_ text: String, zone: ZoneOffsets) -> Instant? {
    DrillTime(start: start, end: end, zone: zone).instant(text)
  }
}

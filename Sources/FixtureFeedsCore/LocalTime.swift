import Foundation

/// An instant in seconds since 1970 (UTC), as Chinese clocks (+08:00, no summer time) show it.
package struct LocalTime: Sendable, Comparable {
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (left: LocalTime, right: LocalTime) -> Bool { left.seconds < right.seconds }

  private static let offset = 8 * 3_600

  private static let style = Date.ISO8601FormatStyle(timeZone: TimeZone(secondsFromGMT: offset) ?? .gmt)
    .year().month().day().dateSeparator(.dash).time(includingFractionalSeconds: false).timeSeparator(.colon)
    .timeZone(separator: .colon)

  func adding(_ seconds: Int) -> LocalTime { LocalTime(seconds: self.seconds + seconds) }

  /// Such as 2020-06-16T08:31:00+08:00.
  var text: String { Date(timeIntervalSince1970: Double(seconds)).formatted(Self.style) }

  /// Days since 1970 on this clock.
  var day: Int { (seconds + Self.offset) / 86_400 }

  /// Seconds since this clock's midnight.
  var sinceMidnight: Int { (seconds + Self.offset) % 86_400 }

  /// 0 to 23.
  package var hour: Int { sinceMidnight / 3_600 }

  /// The time as people say it at `now`: 今早七点 is 早上7点, and yesterday's bears 昨.
  func spoken(at now: LocalTime, ending: String) -> String {
    let part =
      switch hour {
      case 0..<5: "凌晨"
      case 5..<8: "早上"
      case 8..<12: "上午"
      case 12..<14: "中午"
      case 14..<18: "下午"
      default: "晚上"
      }
    let clock = hour > 12 ? hour - 12 : hour
    return (day < now.day ? "昨天" : "") + part + String(clock) + "点" + ending
  }
}

import Model

/// Reads working hours such as `08:30-12:00`, the city's and a unit's alike.
enum HoursReader {
  /// The stretches in their order; each must end after it begins and begin after the one before has ended.
  static func read(_ texts: [(text: String, cell: Cell)], log: FindingLog) -> [WorkCalendar.Hours] {
    var stretches: [WorkCalendar.Hours] = []
    for text in texts {
      guard let stretch = stretch(text.text) else {
        log.add(.hoursMalformed, at: text.cell, "“\(shown(text.text))”应写成 08:30-12:00 这样。")
        continue
      }
      if stretch.start >= stretch.end {
        log.add(.hoursReversed, at: text.cell, "“\(shown(text.text))”结束不晚于开始。")
      } else if let last = stretches.last, stretch.start < last.end {
        log.add(.hoursOverlap, at: text.cell, "“\(shown(text.text))”与前一段重叠，或次序不对。")
      } else {
        stretches.append(stretch)
      }
    }
    return stretches
  }

  private static func stretch(_ text: String) -> WorkCalendar.Hours? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { minute($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1] else { return nil }
    return WorkCalendar.Hours(start: start, end: end)
  }

  /// Minutes after midnight; 24:00 is the end of the day.
  private static func minute(_ text: Substring) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let digits = [0, 1, 3, 4].map { Int(bytes[$0]) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }), digits[2] < 6 else { return nil }
    let minute = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    return minute <= 1_440 ? minute : nil
  }
}

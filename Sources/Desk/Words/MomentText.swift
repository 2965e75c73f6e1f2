public import Model
import SafeText

/// A moment as an officer writes it, in the city's time.
public enum MomentText {
  /// Reads `09:12`, `09:12:30`, `06-16 09:12`, `2020-06-16 09:12` and the like; nothing for any other writing.
  ///
  /// - Parameters:
  ///   - text: what was written.
  ///   - now: whose day, or year, is meant where none is written.
  ///   - zone: the city's time zone.
  public static func instant(_ text: String, near now: Instant, zone: ZoneOffsets) -> Instant? {
    let words = HalfWidth.folded(text).split { $0.isWhitespace || $0 == "T" }.map(String.init)
    guard (1...2).contains(words.count), let time = words.last, let second = secondOfDay(time) else { return nil }
    let today = zone.civil(now).day
    guard words.count == 2 else { return zone.instant(day: today, second: second) }
    return day(words[0], year: today.year).map { zone.instant(day: $0, second: second) }
  }

  private static func secondOfDay(_ text: String) -> Int? {
    guard let parts = numbers(text, separator: ":", digits: 2), (2...3).contains(parts.count), parts[0] < 24,
      parts.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return parts[0] * 3_600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
  }

  private static func day(_ text: String, year: Int) -> CivilDay? {
    guard let parts = numbers(text, separator: "-", digits: 4), (2...3).contains(parts.count) else { return nil }
    let full = parts.count == 3 ? parts : [year] + parts
    return CivilDay(year: full[0], month: full[1], day: full[2])
  }

  /// Numbers of at most so many digits; nothing where anything else stands between the separators.
  private static func numbers(_ text: String, separator: Character, digits: Int) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int? in
      guard (1...digits).contains(part.count), part.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      return Int(part)
    }
    return numbers.count == parts.count ? numbers : nil
  }
}

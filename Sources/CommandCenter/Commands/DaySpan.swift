import ArgumentParser
import Model

/// Days as they are given on the command line: from the first of the month to today where nothing is said.
struct DaySpan {
  let from: String?
  let to: String?

  /// Refuses what is no day, and a last day before the first one.
  func validate() throws {
    for text in [from, to].compactMap({ $0 }) where DaySpan.day(text) == nil {
      throw ValidationError("日期写作 2020-06-01，不是 \(text)")
    }
    if let first = from.flatMap(DaySpan.day), let last = to.flatMap(DaySpan.day), last < first {
      throw ValidationError("--to 早于 --from")
    }
  }

  /// The first and the last day, `YYYYMMDD`.
  func days(at now: Instant, in city: CityTables) -> (first: Int, last: Int) {
    let last = (to.flatMap(DaySpan.day) ?? city.calendar.zone.civil(now).day).compact
    return (from.flatMap(DaySpan.day)?.compact ?? last / 100 * 100 + 1, last)
  }

  /// Reads `2020-06-01`.
  private static func day(_ text: String) -> CivilDay? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, text.utf8.count == 10, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return CivilDay(year: year, month: month, day: day)
  }
}

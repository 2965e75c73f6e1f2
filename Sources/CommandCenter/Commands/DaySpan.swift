import ArgumentParser
import Model

/// From which day to which.
struct DaySpan: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("第一天，2020-06-01；不给为本月一日。", valueName: "日期"))
  var from: String?

  @Option(name: .long, help: ArgumentHelp("末一天，2020-06-30；不给为今天。", valueName: "日期"))
  var to: String?

  func validate() throws {
    for text in [from, to].compactMap({ $0 }) where DaySpan.day(text) == nil {
      throw ValidationError("日期写作 2020-06-01，不是 \(text)")
    }
    if let first = from.flatMap(DaySpan.day), let last = to.flatMap(DaySpan.day), last < first {
      throw ValidationError("--to 早于 --from")
    }
  }

  /// The days, `YYYYMMDD`: the month up to today where none are given.
  func days(at now: Instant, in zone: ZoneOffsets) -> (from: Int, to: Int) {
    let last = (to.flatMap(DaySpan.day) ?? zone.civil(now).day).compact
    return (from.flatMap(DaySpan.day)?.compact ?? (last / 100 * 100 + 1), last)
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

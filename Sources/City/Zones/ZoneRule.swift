import Model

/// The rule at the end of a zone file that says how the clocks go on: `CST-8`, `EST5EDT,M3.2.0,M11.1.0`.
///
/// Source: POSIX.1-2017, environment variable TZ, with the extensions of RFC 8536 section 3.3.1.
struct ZoneRule {
  /// A day of the year on which the clocks change.
  private enum Day {
    /// Day 1–365; 29 February is never counted.
    case julian(Int)
    /// Day 0–365; 29 February is counted.
    case ordinal(Int)
    /// A weekday (0 is Sunday) of a week of a month; week 5 is the last.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  private struct Switch {
    let day: Day
    let second: Int
  }

  private let standard: Int
  private let summer: (offset: Int, start: Switch, end: Switch)?

  /// Reads a rule; nothing when the text is none.
  init?(_ text: String) {
    var reader = Reader(rest: Array(text.utf8)[...])
    guard reader.skipName(), let standard = reader.time() else { return nil }
    self.standard = -standard
    guard reader.skipName() else {
      summer = nil
      if !reader.rest.isEmpty { return nil }
      return
    }
    let offset = reader.isAtComma ? 3_600 - standard : reader.time().map { -$0 }
    guard let offset, let start = reader.change(), let end = reader.change(), reader.rest.isEmpty else { return nil }
    summer = (offset, start, end)
  }

  /// The changes that the rule makes in the years that `TimeZones` covers, earliest first.
  var changes: [ZoneOffsets.Change] {
    guard let summer else { return [] }
    return (TimeZones.firstYear..<TimeZones.endYear).flatMap { year in
      [
        change(summer.start, in: year, from: standard, to: summer.offset),
        change(summer.end, in: year, from: summer.offset, to: standard),
      ]
    }.sorted { $0.from < $1.from }
  }

  /// The rule as the whole truth about a zone.
  var offsets: ZoneOffsets {
    let changes = changes
    // Before the first change of a year the offset is the one that its last change leads to.
    return ZoneOffsets(initial: changes.count > 1 ? changes[1].offset : standard, changes: changes)
  }

  private func change(_ change: Switch, in year: Int, from before: Int, to after: Int) -> ZoneOffsets.Change {
    let local = ZoneInfoFile.startOf(year) + Int64(dayOfYear(change.day, in: year)) * 86_400 + Int64(change.second)
    return .init(from: Instant(seconds: local - Int64(before)), offset: after)
  }

  /// Days since 1 January.
  private func dayOfYear(_ day: Day, in year: Int) -> Int {
    let newYear = epochDay(year, 1)
    switch day {
    case .ordinal(let day): return day
    case .julian(let day):
      let isLeap = epochDay(year, 3) - newYear == 60
      return day - 1 + (isLeap && day >= 60 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = epochDay(year, month)
      let next = month == 12 ? epochDay(year + 1, 1) : epochDay(year, month + 1)
      // 1 January 1970 was a Thursday.
      let firstWeekday = (first + 4) % 7
      let day = first + (weekday - firstWeekday + 7) % 7 + 7 * (week - 1)
      return (day < next ? day : day - 7) - newYear
    }
  }

  private func epochDay(_ year: Int, _ month: Int) -> Int {
    CivilDay(year: year, month: month, day: 1)?.epochDay ?? 0
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    var isAtComma: Bool { rest.first == UInt8(ascii: ",") }

    /// Passes a name of letters, or of anything between `<` and `>`.
    mutating func skipName() -> Bool {
      if rest.first == UInt8(ascii: "<") {
        guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(close + 1)...]
        return true
      }
      let name = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      rest = rest[name.endIndex...]
      return name.count >= 3
    }

    /// Seconds of `[+-]hh[:mm[:ss]]`.
    mutating func time() -> Int? {
      let sign = take("-") ? -1 : 1
      if sign == 1 { _ = take("+") }
      guard let hours = number(upTo: 167) else { return nil }
      var seconds = hours * 3_600
      for unit in [60, 1] where take(":") {
        guard let amount = number(upTo: 59) else { return nil }
        seconds += amount * unit
      }
      return sign * seconds
    }

    /// A comma, a day, and the time of day if it is not two o'clock.
    mutating func change() -> Switch? {
      guard take(","), let day = day() else { return nil }
      guard take("/") else { return Switch(day: day, second: 7_200) }
      return time().map { Switch(day: day, second: $0) }
    }

    private mutating func day() -> Day? {
      if take("J") { return number(upTo: 365).map { .julian($0) } }
      guard take("M") else { return number(upTo: 365).map { .ordinal($0) } }
      guard let month = number(upTo: 12), month > 0, take("."), let week = number(upTo: 5), week > 0, take("."),
        let weekday = number(upTo: 6)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard let first = rest.first, UInt32(first) == character.value else { return false }
      rest = rest.dropFirst()
      return true
    }

    private mutating func number(upTo limit: Int) -> Int? {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty, digits.count <= 3 else { return nil }
      rest = rest[digits.endIndex...]
      let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
      return number <= limit ? number : nil
    }
  }
}

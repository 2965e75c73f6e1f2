import Model

/// How a span of days is put together from months, as far as their sums are kept, and single days.
struct RateSpan {
  /// One part: what is counted in it is counted in no other.
  enum Part: Equatable {
    /// Days that are read one by one, `YYYYMMDD`.
    case days(ClosedRange<Int>)
    /// Months whose sums hold all days of the span that they have, `YYYYMM`.
    case months(ClosedRange<Int>)
  }

  /// The parts, the earliest first.
  let parts: [Part]
  private let from: Int
  /// The last day of the span that is in a month's sum.
  private let last: Int

  /// Puts a span together.
  ///
  /// - Parameters:
  ///   - from: the first day.
  ///   - to: the last day.
  ///   - settled: the last day whose sums are in its month's.
  init(from: Int, to: Int, settled: Int) {
    self.from = from
    last = min(to, settled)
    guard from <= to else {
      parts = []
      return
    }
    // Months and days that the calendar lacks are no trouble: nothing is counted there.
    let first = from <= from / 100 * 100 + 1 ? from / 100 : from / 100 + 1
    let partial = (settled - 1) / 100
    let isLastWhole = to >= RateSpan.lastDay(to / 100) || (partial == to / 100 && to >= settled)
    let final = min(isLastWhole ? to / 100 : to / 100 - 1, partial)
    guard settled > 0, first <= final else {
      parts = [.days(from...to)]
      return
    }
    let end = final == partial ? settled : final * 100 + 99
    parts =
      (from < first * 100 ? [.days(from...first * 100)] : []) + [.months(first...final)]
      + (end < to ? [.days(end + 1...to)] : [])
  }

  /// The days of the span that a month's sum holds.
  func days(ofMonth month: Int) -> ClosedRange<Int> {
    max(from, month * 100)...max(from, min(last, month * 100 + 99))
  }

  private static func lastDay(_ month: Int) -> Int {
    (28...31).last { CivilDay(year: month / 100, month: month % 100, day: $0) != nil }.map { month * 100 + $0 }
      ?? month * 100 + 31
  }
}

import Model

/// Over which days of arrival an officer looks back.
public enum ReviewSpan: Sendable, CaseIterable {
  /// Today.
  case today
  /// The seven days up to today.
  case week
  /// This month up to today.
  case month
  /// This year up to today.
  case year
  /// The 365 days up to today.
  case twelveMonths

  /// What it is called.
  var title: String {
    switch self {
    case .today: "今日"
    case .week: "近7日"
    case .month: "本月"
    case .year: "今年"
    case .twelveMonths: "近一年"
    }
  }
}

/// A stretch of days that an officer looks back on: the present one of its sort, or one before it.
public struct ReviewPeriod: Sendable, Equatable {
  /// How long it is.
  public var span: ReviewSpan
  /// How many such stretches back it lies; 0 is the present one.
  public private(set) var back = 0

  /// The present stretch of a sort.
  public init(_ span: ReviewSpan) {
    self.span = span
  }

  /// The present stretch of the sort that comes so many steps later; after the last sort the first.
  func stepped(_ step: Int) -> ReviewPeriod { ReviewPeriod(ReviewSpan.allCases.stepped(from: span, by: step)) }

  /// The stretch so many earlier; none lies in the future.
  func earlier(_ stretches: Int) -> ReviewPeriod {
    var other = self
    other.back = max(0, back + stretches)
    return other
  }

  /// What it is called.
  var title: String { back == 0 ? span.title : "\(span.title) 往前第 \(back) 段" }

  /// The days, `YYYYMMDD`, both included: the present stretch ends today, months and years before it are whole.
  func days(at now: Instant, in zone: ZoneOffsets) -> (from: Int, to: Int) {
    let today = zone.civil(now).day
    switch span {
    case .today: return rolling(1, from: today)
    case .week: return rolling(7, from: today)
    case .twelveMonths: return rolling(365, from: today)
    case .month:
      let month = today.year * 12 + today.month - 1 - back
      let end = back == 0 ? today.compact : ReviewPeriod.dayBefore(month: month + 1)
      return (ReviewPeriod.first(month: month), end)
    case .year:
      let year = today.year - back
      return (year * 10_000 + 101, back == 0 ? today.compact : year * 10_000 + 1_231)
    }
  }

  private func rolling(_ days: Int, from today: CivilDay) -> (from: Int, to: Int) {
    let last = today.epochDay - days * back
    return (CivilDay(epochDay: last - days + 1).compact, CivilDay(epochDay: last).compact)
  }

  /// The first day of a month, counted from the year 0.
  private static func first(month: Int) -> Int { month / 12 * 10_000 + (month % 12 + 1) * 100 + 1 }

  private static func dayBefore(month: Int) -> Int {
    let first = CivilDay(year: month / 12, month: month % 12 + 1, day: 1)
    return first.map { CivilDay(epochDay: $0.epochDay - 1).compact } ?? self.first(month: month)
  }
}

extension Array where Element: Equatable {
  /// The element so many steps after another one, round and round.
  func stepped(from present: Element, by step: Int) -> Element {
    guard let index = firstIndex(of: present) else { return present }
    return self[((index + step) % count + count) % count]
  }
}

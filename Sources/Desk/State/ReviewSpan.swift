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

  /// The days, `YYYYMMDD`, both included.
  func days(at now: Instant, in zone: ZoneOffsets) -> (from: Int, to: Int) {
    let today = zone.civil(now).day
    let last = today.compact
    let first =
      switch self {
      case .today: last
      case .week: CivilDay(epochDay: today.epochDay - 6).compact
      case .month: last / 100 * 100 + 1
      case .year: last / 10_000 * 10_000 + 101
      case .twelveMonths: CivilDay(epochDay: today.epochDay - 364).compact
      }
    return (first, last)
  }

  /// The span that comes so many steps later; after the last one the first.
  func stepped(_ step: Int) -> ReviewSpan { ReviewSpan.allCases.stepped(from: self, by: step) }
}

extension Array where Element: Equatable {
  /// The element so many steps after another one, round and round.
  func stepped(from present: Element, by step: Int) -> Element {
    guard let index = firstIndex(of: present) else { return present }
    return self[((index + step) % count + count) % count]
  }
}

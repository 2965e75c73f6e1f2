/// A unit that earlier orders speak for, and how.
public struct LearnedSuggestion: Sendable, Equatable {
  /// The unit, where the order lies.
  public let unit: UnitCode
  /// Its share of all that speaks for anybody, in per cent.
  public let share: Int
  /// How many earlier orders its part has settled.
  public let orders: Int
  /// The terms that speak for it most, the weightiest first.
  public let terms: [String]

  /// Makes a suggestion.
  public init(unit: UnitCode, share: Int, orders: Int, terms: [String]) {
    self.unit = unit
    self.share = share
    self.orders = orders
    self.terms = terms
  }
}

extension LearnedCounts {
  /// The most units that are suggested.
  public static let mostSuggestions = 3
  /// The most terms that are named for a unit.
  public static let mostTerms = 5

  /// Whom earlier orders speak for.
  ///
  /// Each term has a vote, divided among the units as the orders in which it occurred are; a term that occurs with
  /// everybody says little, so its vote weighs the sum of the squares of those parts. Where no term is known, the
  /// orders themselves vote. All in integers, thousandths of a vote rounded down; equals stand in the order of their
  /// codes.
  ///
  /// - Parameters:
  ///   - place: where the order lies; a unit of another town speaks for its counterpart there.
  ///   - city: the tables of the day.
  ///   - leftOut: units that are not suggested.
  /// - Returns: at most three, the one with the greatest share first.
  public func suggestions(
    at place: PlaceCode, in city: CityTables, leavingOut leftOut: Set<UnitCode> = []
  ) -> [LearnedSuggestion] {
    var targets: [LearnedClass: UnitCode] = [:]
    var settled: [UnitCode: Int] = [:]
    for (learnedClass, count) in orders {
      guard let unit = city.counterpart(of: learnedClass.unit, at: place), !leftOut.contains(unit) else { continue }
      targets[learnedClass] = unit
      settled[unit, default: 0] += count
    }
    var votes: [UnitCode: Int] = [:]
    var reasons: [UnitCode: [(term: String, vote: Int)]] = [:]
    for (term, counts) in terms {
      for (unit, vote) in LearnedCounts.votes(counts, for: targets) where vote > 0 {
        votes[unit, default: 0] += vote
        reasons[unit, default: []].append((term, vote))
      }
    }
    if votes.isEmpty { votes = settled }
    let total = votes.values.reduce(0, +)
    let best = votes.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    return best.prefix(LearnedCounts.mostSuggestions).map { unit, vote in
      let spoken = (reasons[unit] ?? []).sorted { $0.vote == $1.vote ? $0.term < $1.term : $0.vote > $1.vote }
      return LearnedSuggestion(
        unit: unit, share: (vote * 200 + total) / (total * 2), orders: settled[unit] ?? 0,
        terms: spoken.prefix(LearnedCounts.mostTerms).map(\.term))
    }
  }

  /// How a term's vote is divided, in millionths.
  private static func votes(
    _ counts: [LearnedClass: Int], for targets: [LearnedClass: UnitCode]
  ) -> [UnitCode: Int] {
    var found: [UnitCode: Int] = [:]
    for (learnedClass, count) in counts {
      if let unit = targets[learnedClass] { found[unit, default: 0] += count }
    }
    let sum = found.values.reduce(0, +)
    guard sum > 0 else { return [:] }
    let weight = found.values.reduce(0) { $0 + $1 * $1 } * 1_000 / (sum * sum)
    return found.mapValues { weight * $0 * 1_000 / sum }
  }
}

import Model

/// What must be kept for the rates of one day and of its month: streams come by number, and so by day.
struct ExpectedRates {
  var day = ExpectedSums(from: 0, to: 0)
  var month = ExpectedSums(from: 0, to: 0)
}

/// What must be kept for the rates of a span of days, by town and source.
struct ExpectedSums {
  let from: Int
  let to: Int
  /// Before any deadline, and after all of them: nothing is judged by a clock that is somewhere between.
  fileprivate static let moments = [Instant(milliseconds: .min), Instant(milliseconds: .max)]
  private(set) var tallies = [[RateCell: RateTally]](repeating: [:], count: moments.count)

  init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  mutating func add(_ fact: RateFact) {
    let cell = RateCell(day: from, town: fact.town, source: fact.source)
    for (index, moment) in ExpectedSums.moments.enumerated() {
      tallies[index][cell, default: RateTally()].add(fact.contribution)
      tallies[index][cell]?.age(fact.contribution, at: moment)
    }
  }

  fileprivate func groups(_ query: RateQuery, _ tallies: [RateCell: RateTally]) -> [RateGroup] {
    var grouper = RateGrouper(query)
    for (cell, tally) in tallies where query.town == nil || cell.town == query.town { grouper.add(tally, of: cell) }
    return grouper.groups
  }
}

extension JournalVerifier {
  /// What is kept of one order, and the day and the month before when they are over.
  mutating func verifyRates(_ fact: RateFact, _ expected: inout ExpectedRates) throws(JournalError) {
    let day = fact.number.day
    if day != expected.day.from {
      try verifySums(expected.day)
      expected.day = ExpectedSums(from: day, to: day)
    }
    if day / 100 != expected.month.from / 100 {
      try verifySums(expected.month)
      expected.month = ExpectedSums(from: day / 100 * 100 + 1, to: day / 100 * 100 + 31)
    }
    expected.day.add(fact)
    expected.month.add(fact)
    do throws(JournalError) {
      if try store.rateFact(fact.number) != fact { find(JournalFinding(.rates, stream: .order(fact.number))) }
    } catch  where error.code == .damaged {
      find(JournalFinding(.rates, stream: .order(fact.number), detail: error.detail))
    }
  }

  /// What is kept of the last day and the last month.
  mutating func verifyRates(_ expected: ExpectedRates) throws(JournalError) {
    try verifySums(expected.day)
    try verifySums(expected.month)
  }

  /// What is kept of a span, by town and source.
  private mutating func verifySums(_ expected: ExpectedSums) throws(JournalError) {
    let name = expected.from == expected.to ? String(expected.from) : "\(expected.from)–\(expected.to)"
    for (moment, tallies) in zip(ExpectedSums.moments, expected.tallies) {
      if isFull || tallies.isEmpty { return }
      do throws(JournalError) {
        var query = RateQuery(from: expected.from, to: expected.to, by: .town, now: moment)
        var isSame = try store.rates(query) == expected.groups(query, tallies)
        query.grouping = .source
        for town in Set(tallies.keys.map(\.town)) where isSame {
          query.town = town
          isSame = try store.rates(query) == expected.groups(query, tallies)
        }
        guard isSame else { return find(JournalFinding(.rates, detail: name)) }
      } catch  where error.code == .damaged {
        return find(JournalFinding(.rates, detail: "\(name) \(error.detail)"))
      }
    }
  }

  /// That nothing is kept of days and orders that there are not.
  mutating func verifyRateTotals(_ orders: Int) throws(JournalError) {
    for grouping in [nil, RateQuery.Grouping.officer] {
      let query = RateQuery(from: 0, to: 99_991_231, by: grouping, now: ExpectedSums.moments[0])
      let kept = try store.rates(query).reduce(0) { sum, group in
        RateStanding.allCases.reduce(sum) { $0 + group.tally.count(.filing, $1) }
      }
      if kept != orders { find(JournalFinding(.rates, detail: "\(kept) ≠ \(orders)")) }
    }
  }
}

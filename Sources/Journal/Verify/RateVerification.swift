import Model

/// What must be kept for the rates of one day: streams come by number, and so by day.
struct ExpectedRates {
  var day = 0
  var tallies: [RateCell: RateTally] = [:]
}

extension JournalVerifier {
  /// Before any deadline, so that nothing is judged by a clock.
  private static var beginning: Instant { Instant(milliseconds: .min) }

  /// What is kept of one order, and the day before when it is over.
  mutating func verifyRates(_ fact: RateFact, _ expected: inout ExpectedRates) throws(JournalError) {
    if fact.number.day != expected.day {
      try verifyDay(expected)
      expected = ExpectedRates(day: fact.number.day)
    }
    expected.tallies[fact.cell, default: RateTally()].add(fact.contribution)
    do throws(JournalError) {
      if try store.rateFact(fact.number) != fact { find(JournalFinding(.rates, stream: .order(fact.number))) }
    } catch  where error.code == .damaged {
      find(JournalFinding(.rates, stream: .order(fact.number), detail: error.detail))
    }
  }

  /// What is kept of a day, by town and source.
  mutating func verifyDay(_ expected: ExpectedRates) throws(JournalError) {
    if isFull || expected.tallies.isEmpty { return }
    do throws(JournalError) {
      var query = RateQuery(from: expected.day, to: expected.day, by: .town, now: JournalVerifier.beginning)
      var isSame = try store.rates(query) == groups(expected, query)
      query.grouping = .source
      for town in Set(expected.tallies.keys.map(\.town)) where isSame {
        query.town = town
        isSame = try store.rates(query) == groups(expected, query)
      }
      if !isSame { find(JournalFinding(.rates, detail: String(expected.day))) }
    } catch  where error.code == .damaged {
      find(JournalFinding(.rates, detail: "\(expected.day) " + error.detail))
    }
  }

  /// That nothing is kept of days and orders that there are not.
  mutating func verifyRateTotals(_ orders: Int) throws(JournalError) {
    for grouping in [nil, RateQuery.Grouping.officer] {
      let query = RateQuery(from: 0, to: 99_991_231, by: grouping, now: JournalVerifier.beginning)
      let kept = try store.rates(query).reduce(0) { sum, group in
        RateStanding.allCases.reduce(sum) { $0 + group.tally.count(.filing, $1) }
      }
      if kept != orders { find(JournalFinding(.rates, detail: "\(kept) ≠ \(orders)")) }
    }
  }

  private func groups(_ expected: ExpectedRates, _ query: RateQuery) -> [RateGroup] {
    var grouper = RateGrouper(query)
    for (cell, tally) in expected.tallies where query.town == nil || cell.town == query.town {
      grouper.add(tally, of: cell)
    }
    return grouper.groups
  }
}

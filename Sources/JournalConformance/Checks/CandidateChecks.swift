import Journal
import Model

enum CandidateChecks {
  static func candidates(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 47)
    for _ in 0..<3 {
      try history.run(steps: 60)
      let numbers = history.reference.entries.keys.sorted()
      let unknown = OrderNumber(day: history.day, sequence: 90_000)
      for number in numbers.prefix(4) + numbers.suffix(4) + [unknown, OrderNumber(day: 0, sequence: 0)] {
        for town in PageChecks.towns {
          for (back, on) in [(100_000, 100_000), (300, 0), (0, -1)] {
            for limit in [0, 1, 5, 1_000] {
              let time = (from: history.now.adding(minutes: -back), to: history.now.adding(minutes: on))
              try compare(history, number, town, time, limit)
            }
          }
        }
      }
    }
  }

  private static func compare(
    _ history: History, _ number: OrderNumber, _ town: PlaceCode?, _ time: (from: Instant, to: Instant), _ limit: Int
  ) throws {
    let rows = history.reference.list(OrderQuery(town: town, tab: .all, sort: .newest), seat: "")
    var wanted: [OrderRow] = []
    for (index, row) in rows.enumerated() where row.number != number {
      let between = rows[..<index].filter { $0.number < number }.count
      let beyond = rows[(index + 1)...].filter { $0.number > number }.count
      let rank = row.number > number ? beyond : between
      if rank < limit, row.arrivedAt >= time.from, row.arrivedAt <= time.to { wanted.append(row) }
    }
    let seen = try history.store.candidates(near: number, town: town, from: time.from, to: time.to, limit: limit)
    try expect(seen.map(\.number), equals: wanted.map(\.number), "orders near \(number.text), up to \(limit)")
    try expect(seen, equals: wanted.map { CorrelationCandidate($0) }, "what is known of them")
  }
}

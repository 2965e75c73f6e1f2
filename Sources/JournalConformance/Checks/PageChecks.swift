import Journal
import Model

enum PageChecks {
  static let tabs: [OrderQuery.Tab] = [.open, .all] + Stage.allCases.map { .stage($0) }
  static let towns: [PlaceCode?] = [nil] + SampleCity.towns
  static let sources: [Source?] = [nil, .hotline, .grid]
  static let units: [UnitCode?] = [nil, "WATER"]

  static func pages(_ factory: some JournalFactory) throws {
    for seed: UInt64 in [21, 22] {
      var history = try History(factory, seed: seed)
      try history.run(steps: 160)
      try markSome(&history)
      for sort in OrderQuery.Sort.allCases {
        for tab in tabs {
          for town in towns {
            for source in sources {
              for unit in units {
                let query = OrderQuery(town: town, tab: tab, source: source, unit: unit, sort: sort)
                try compare(query, randomAnchor(&history), &history)
              }
            }
          }
        }
      }
      for sort in OrderQuery.Sort.allCases {
        for anchor in [PageAnchor.top, .bottom] { try compare(OrderQuery(sort: sort), anchor, &history) }
      }
    }
  }

  static func movingPages(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 23)
    try history.run(steps: 60)
    for sort in OrderQuery.Sort.allCases {
      let query = OrderQuery(sort: sort)
      let rows = history.reference.list(query, seat: "C1")
      let held = SortKey(try required(rows.dropFirst(rows.count / 2).first, "row in the middle"))
      for _ in 0..<15 {
        try history.run(steps: 3)
        try compare(query, .around(held), &history)
      }
    }
  }

  /// Compares a page of the store with the reference's.
  static func compare(_ query: OrderQuery, _ anchor: PageAnchor, _ history: inout History) throws {
    let before = Int.random(in: 1...7, using: &history.random)
    let after = Int.random(in: 1...7, using: &history.random)
    let seat: SeatCode = history.random.pick(["C1", "C2"])
    let seen = try history.store.page(
      query, anchor: anchor, before: before, after: after, seat: seat, effort: .full)
    let wanted = history.reference.page(query, anchor: anchor, before: before, after: after, seat: seat)
    try expect(seen, equals: wanted, "page of \(query) at \(anchor), \(before) before, \(after) after, \(seat)")
  }

  static func randomAnchor(_ history: inout History) throws -> PageAnchor {
    switch Int.random(in: 0..<6, using: &history.random) {
    case 0: return .top
    case 1: return .bottom
    case 2:
      let instant = history.now.adding(minutes: Int.random(in: -3_000...1_000, using: &history.random))
      let sequence = Int.random(in: 1...200, using: &history.random)
      return .around(SortKey(instant: instant, number: OrderNumber(day: history.day, sequence: sequence)))
    default:
      let number = history.random.pick(history.reference.entries.keys.sorted())
      return .around(SortKey(try required(history.reference.entries[number]?.row, "row")))
    }
  }

  static func markSome(_ history: inout History) throws {
    var marks: [OrderNumber: Int] = [:]
    for (number, entry) in history.reference.entries where number.sequence.isMultiple(of: 3) {
      marks[number] = entry.row.version - number.sequence % 2
    }
    try history.store.markSeen(marks, by: "C1")
    history.reference.seen["C1"] = marks
  }
}

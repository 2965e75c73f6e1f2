import Journal
import Model

enum SightChecks {
  private static let units: [Set<UnitCode>] = [["WATER"], ["LIGHT", "ENF-1"]]

  static func sight(_ factory: some JournalFactory) throws {
    var elsewhere = 0
    for seed: UInt64 in [41, 42] {
      var history = try History(factory, seed: seed)
      for _ in 0..<2 {
        try history.run(steps: 120)
        for units in units {
          for town in SampleCity.towns {
            try lists(of: town, units, &history)
            elsewhere += try shared(outside: town, units, history)
          }
          _ = try shared(outside: nil, units, history)
        }
        // What is made anew finds the same.
        try history.store.rebuild()
      }
    }
    try expect(elsewhere > 10, "orders that units of another town have a share in")
  }

  private static func lists(of town: PlaceCode, _ units: Set<UnitCode>, _ history: inout History) throws {
    for sort in OrderQuery.Sort.allCases {
      for tab in [OrderQuery.Tab.open, .all, .stage(.handling), .stage(.closed)] {
        for source in [nil, Source.hotline] {
          for filter in [nil] + SearchChecks.filters.map(Optional.some) {
            var query = OrderQuery(town: town, tab: tab, source: source, sort: sort, filter: filter)
            query.abroad = units
            query.hidesConfidential = true
            try PageChecks.compare(query, try PageChecks.randomAnchor(&history), &history)
          }
        }
      }
    }
  }

  private static func shared(outside town: PlaceCode?, _ units: Set<UnitCode>, _ history: History) throws -> Int {
    let expected = history.reference.entries.values
      .filter { !units.isDisjoint(with: $0.order.shares) && (town == nil || $0.row.town != town) }
      .map(\.row.number).sorted()
    let found = try history.store.shared(by: units, outside: town, seat: "C1").map(\.number)
    try expect(found, equals: expected, "orders outside of \(town?.rawValue ?? "nothing") with a share of \(units.sorted())")
    return found.count
  }
}

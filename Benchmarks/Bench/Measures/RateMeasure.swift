import Journal
import Model
import SQLiteJournal

/// What rates over a year cost, and what it costs to open one.
struct RateMeasure {
  static let repeats = 9
  /// Orders on a page of those behind a rate.
  static let page = 100

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    let seat = try Seat(data, journal: data.journal(data.large))
    defer { try? seat.store.close() }
    let year = try span(seat)
    table.add(
      finding(
        "rates over a year, whole city, \(data.large.grouped) orders", try times { _ = try seat.store.rates(year) },
        atMost: 300))
    try readFromDisk(year, within: try extremes(seat, year, by: .unit), into: &table)
    for grouping in RateQuery.Grouping.allCases {
      var query = year
      query.grouping = grouping
      // What is aimed at is the city's; by unit, grid and officer the orders' own rows are summed.
      table.add(
        finding(
          "the same by \(grouping.rawValue)", try times { _ = try seat.store.rates(query) },
          atMost: query.isCoarse ? 300 : nil))
    }
    try open(seat, year, "a rate opened over that year", into: &table)
    for grouping in [RateQuery.Grouping.unit, .grid] {
      for (size, query) in try extremes(seat, year, by: grouping) {
        try open(seat, query, "the same within the \(grouping.rawValue) with the \(size) orders", into: &table)
      }
    }
  }

  /// The same with nothing of the journal in the system's memory, as the first who asks in the morning finds it.
  private func readFromDisk(
    _ year: RateQuery, within narrow: [(size: String, query: RateQuery)], into table: inout ResultTable
  ) throws {
    func first(_ body: (Seat) throws -> Void) throws -> Double {
      try SystemCache.forget(data.journal(data.large))
      let seat = try Seat(data, journal: data.journal(data.large))
      defer { try? seat.store.close() }
      return try time { try body(seat) }
    }
    let rates = Sample(try (0..<RateMeasure.repeats).map { _ in try first { _ = try $0.store.rates(year) } })
    table.add(finding("the same, read from the disk", rates, atMost: 300))
    let lists = [("over that year", year)] + narrow.map { ("within the unit with the \($0.size) orders", $0.query) }
    for (what, query) in lists {
      let opened = try Rate.allCases.map { rate in
        try first { seat in
          let list = RateList(rate, .denominator)
          _ = try seat.store.orders(behind: list, in: query, after: nil, limit: RateMeasure.page)
        }
      }
      table.add(
        finding(
          "a rate opened \(what), the first \(RateMeasure.page) orders, read from the disk", Sample(opened), atMost: 100
        ))
    }
  }

  /// The first page of every part of every rate; the slowest is what counts.
  private func open(_ seat: Seat, _ query: RateQuery, _ what: String, into table: inout ResultTable) throws {
    var all: [Double] = []
    var slowest = (name: "", time: 0.0)
    for rate in Rate.allCases {
      for part in [RateList.Part.numerator, .missed, .denominator, .leftOut(nil)] {
        let taken = try times {
          _ = try seat.store.orders(behind: RateList(rate, part), in: query, after: nil, limit: RateMeasure.page)
        }
        all.append(taken.median)
        if taken.median > slowest.time { slowest = ("\(rate.rawValue), \(part)", taken.median) }
      }
    }
    let sample = Sample(all)
    table.add(
      Finding(
        what: "\(what), the first \(RateMeasure.page) orders, each part of each rate",
        figure: "p50 \(sample.median.brief), most \(sample.most.brief) ms (\(slowest.name))", target: "≤ 100 ms",
        holds: sample.most <= 100))
  }

  /// The query within the group that has the fewest orders, and within the one that has the most.
  private func extremes(
    _ seat: Seat, _ year: RateQuery, by grouping: RateQuery.Grouping
  ) throws -> [(size: String, query: RateQuery)] {
    var query = year
    query.grouping = grouping
    func orders(_ group: RateGroup) -> Int {
      RateStanding.allCases.reduce(0) { $0 + group.tally.count(.filing, $1) }
    }
    let groups = try seat.store.rates(query).filter { $0.name != nil && orders($0) > 0 }
      .sorted { orders($0) < orders($1) }
    guard let least = groups.first, let most = groups.last else { return [] }
    return [("fewest", least), ("most", most)].map { size, group in
      var query = year
      if grouping == .unit { query.unit = group.name.map { UnitCode($0) } }
      if grouping == .grid { query.grid = group.name.map { PlaceCode($0) } }
      return (size, query)
    }
  }

  /// The year in which the journal's orders arrived, as seen from the last of them.
  private func span(_ seat: Seat) throws -> RateQuery {
    func end(_ sort: OrderQuery.Sort) throws -> OrderRow {
      let page = try seat.store.page(
        OrderQuery(tab: .all, sort: sort), anchor: .top, before: 0, after: 1, seat: seat.authority.seat, effort: .full)
      guard let row = page.rows.first else { throw BenchError("the journal has no orders") }
      return row
    }
    let last = try end(.newest)
    return RateQuery(from: try end(.oldest).number.day, to: last.number.day, now: last.arrivedAt)
  }

  private func times(_ body: () throws -> Void) throws -> Sample {
    var times: [Double] = []
    for _ in 0..<RateMeasure.repeats {
      times.append(try time(body))
    }
    return Sample(times)
  }

  private func time(_ body: () throws -> Void) throws -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start).milliseconds
  }

  private func finding(_ what: String, _ sample: Sample, atMost: Double?) -> Finding {
    Finding(
      what: what, figure: "p50 \(sample.median.brief), most \(sample.most.brief) ms",
      target: atMost.map { "≤ \($0.brief) ms" } ?? "no target", holds: atMost.map { sample.most <= $0 } ?? true)
  }
}

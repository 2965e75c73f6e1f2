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
    for grouping in RateQuery.Grouping.allCases {
      var query = year
      query.grouping = grouping
      // What is aimed at is the city's; by unit, grid and officer the orders' own rows are summed.
      table.add(
        finding(
          "the same by \(grouping.rawValue)", try times { _ = try seat.store.rates(query) },
          atMost: query.isCoarse ? 300 : nil))
    }
    try open(seat, year, into: &table)
  }

  /// The first page of every part of every rate; the slowest is what counts.
  private func open(_ seat: Seat, _ year: RateQuery, into table: inout ResultTable) throws {
    var all: [Double] = []
    var slowest = (name: "", time: 0.0)
    for rate in Rate.allCases {
      for part in [RateList.Part.numerator, .missed, .denominator, .leftOut(nil)] {
        let taken = try times {
          _ = try seat.store.orders(behind: RateList(rate, part), in: year, after: nil, limit: RateMeasure.page)
        }
        all.append(taken.median)
        if taken.median > slowest.time { slowest = ("\(rate.rawValue), \(part)", taken.median) }
      }
    }
    let sample = Sample(all)
    table.add(
      Finding(
        what: "a rate opened over that year, the first \(RateMeasure.page) orders, each part of each rate",
        figure: "p50 \(sample.median.brief), most \(sample.most.brief) ms (\(slowest.name))", target: "≤ 100 ms",
        holds: sample.most <= 100))
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
      let start = ContinuousClock.now
      try body()
      times.append((ContinuousClock.now - start).milliseconds)
    }
    return Sample(times)
  }

  private func finding(_ what: String, _ sample: Sample, atMost: Double?) -> Finding {
    Finding(
      what: what, figure: "p50 \(sample.median.brief), most \(sample.most.brief) ms",
      target: atMost.map { "≤ \($0.brief) ms" } ?? "no target", holds: atMost.map { sample.median <= $0 } ?? true)
  }
}

import City
import Foundation
import Journal
import Model
import Operations
import SQLiteJournal

/// Looking for the orders that may be the same event, in journals of two sizes with the same load a day.
struct ProposalMeasure {
  /// How many orders are asked about.
  static let orders = 300

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    let city = try CityFolder.load(data.city).tables
    let small = try times(try data.recentJournal(), city)
    let large = try times(data.journal(data.large), city)
    table.add(
      Finding(
        what: "proposals for an order, \(data.large.formatted()) orders",
        figure: "p50 \(large.median.brief), p99 \(large.p99.brief) ms",
        beside: "the last \(data.small.formatted()) of them alone: \(small.median.brief), \(small.p99.brief) ms",
        ratio: (large.median / max(0.001, small.median)).brief, target: "ratio ≤ 1.3",
        holds: large.median <= 1.3 * small.median))
  }

  /// How long each of the last orders but those of the first and the last day took, in milliseconds.
  private func times(_ path: String, _ city: CityTables) throws -> Sample {
    let store = try SQLiteJournal.open(path, .existing)
    let operations = Operations(
      store: store, city: city, clock: OperationsClock { Instant(milliseconds: 0) }, salt: { [] })
    let page = try store.page(
      OrderQuery(tab: .all, sort: .newest), anchor: .top, before: 0, after: data.small * 2 / 3, seat: "",
      effort: .full)
    let step = max(1, page.rows.count / ProposalMeasure.orders)
    let numbers = stride(from: page.rows.count / 3, to: page.rows.count, by: step).map { page.rows[$0].number }
    var taken: [Double] = []
    for number in numbers {
      let start = ContinuousClock.now
      _ = try operations.proposals(for: number)
      taken.append((ContinuousClock.now - start).milliseconds)
    }
    try store.close()
    return Sample(taken)
  }
}

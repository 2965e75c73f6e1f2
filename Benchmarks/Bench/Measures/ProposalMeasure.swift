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
    let small = try operations(try data.recentJournal(), city)
    let large = try operations(data.journal(data.large), city)
    var (smallTimes, largeTimes): ([Double], [Double]) = ([], [])
    // By turns, so that what else the machine does falls on both.
    for number in try numbers(small.store) {
      smallTimes.append(try time(number, small))
      largeTimes.append(try time(number, large))
    }
    try small.store.close()
    try large.store.close()
    let (few, many) = (Sample(smallTimes), Sample(largeTimes))
    table.add(
      Finding(
        what: "proposals for an order, \(data.large.formatted()) orders",
        figure: "p50 \(many.median.brief), p99 \(many.p99.brief) ms",
        beside: "the last \(data.small.formatted()) of them alone: \(few.median.brief), \(few.p99.brief) ms",
        ratio: (many.median / max(0.001, few.median)).brief, target: "ratio ≤ 1.3",
        holds: many.median <= 1.3 * few.median))
  }

  private func operations(_ path: String, _ city: CityTables) throws -> Operations {
    Operations(
      store: try SQLiteJournal.open(path, .existing), city: city,
      clock: OperationsClock { Instant(milliseconds: 0) }, salt: { [] })
  }

  /// Orders of the small journal's middle third, whose days are whole in both.
  private func numbers(_ store: any JournalStore) throws -> [OrderNumber] {
    let page = try store.page(
      OrderQuery(tab: .all, sort: .newest), anchor: .top, before: 0, after: data.small * 2 / 3, seat: "",
      effort: .full)
    let middle = page.rows.dropFirst(data.small / 3)
    let step = max(1, middle.count / ProposalMeasure.orders)
    return stride(from: middle.startIndex, to: middle.endIndex, by: step).map { middle[$0].number }
  }

  /// How long it takes for an order, in milliseconds.
  private func time(_ number: OrderNumber, _ operations: Operations) throws -> Double {
    let start = ContinuousClock.now
    _ = try operations.proposals(for: number)
    return (ContinuousClock.now - start).milliseconds
  }
}

import Model

extension JournalVerifier {
  /// The kept counts, and rows that stand for no order.
  mutating func verifyProjections(_ expected: ExpectedCounts) throws(JournalError) {
    if isFull { return }
    do throws(JournalError) {
      try compare(expected)
    } catch  where error.code == .damaged {
      // All events were read before: what can't be read now is derived from them.
      find(JournalFinding(.otherRow, detail: error.detail))
    }
  }

  private mutating func compare(_ expected: ExpectedCounts) throws(JournalError) {
    let kept = try store.board().orders.filter { $0.value != 0 }
    if kept != expected.cells.filter({ $0.value != 0 }) { find(JournalFinding(.board)) }
    if try store.learned([], category: nil).orders != expected.learned { find(JournalFinding(.learned)) }
    try verifyArrivals(expected.arrivals)
    try verifyShares(expected.shares)
    try verifyRateTotals(expected.rows)
    try verifyRows()
  }

  private mutating func verifyShares(_ expected: [UnitCode: Int]) throws(JournalError) {
    for (unit, count) in expected.sorted(by: { $0.key < $1.key }) {
      let rows = try store.shared(by: [unit], outside: nil, seat: "")
      if rows.count != count || rows.contains(where: { !$0.shares.contains(unit) }) {
        find(JournalFinding(.shares, detail: unit.rawValue))
      }
    }
  }

  private mutating func verifyArrivals(_ expected: [BoardChange.Arrival: Int]) throws(JournalError) {
    let hours = expected.keys.map(\.hour)
    guard let first = hours.min(), let last = hours.max() else { return }
    let towns = Set(expected.keys.compactMap(\.town))
    for town in [nil] + towns.map(Optional.some) {
      var wanted: [Int64: Int] = [:]
      for (arrival, count) in expected where town == nil || arrival.town == town {
        wanted[arrival.hour, default: 0] += count
      }
      let kept = try store.arrivals(from: first, to: last, town: town).filter { $0.count != 0 }
      if kept.count != wanted.count || kept.contains(where: { wanted[$0.hour] != $0.count }) {
        find(JournalFinding(.arrivals, detail: town?.rawValue ?? ""))
      }
    }
  }

  private mutating func verifyRows() throws(JournalError) {
    let query = OrderQuery(tab: .all, sort: .oldest)
    var anchor = PageAnchor.top
    while !isFull {
      let page = try store.page(query, anchor: anchor, before: 0, after: batch, seat: "", effort: .full)
      for row in page.rows where try store.events(of: .order(row.number)).isEmpty {
        find(JournalFinding(.strayRow, stream: .order(row.number)))
      }
      guard let last = page.rows.last, page.hasAfter else { return }
      let next = OrderNumber(key: last.number.key + 1)
      anchor = .around(SortKey(instant: last.sortInstant, number: next))
    }
  }
}

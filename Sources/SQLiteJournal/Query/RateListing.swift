import Journal
import Model

/// Reads the orders behind a rate, day by day, as many days as a page needs.
struct RateListing {
  let session: Session
  let list: RateList
  let query: RateQuery

  /// A part of the orders.
  func page(after last: OrderNumber?, limit: Int) throws(JournalError) -> RatePage {
    let limit = max(0, limit)
    let filter = RateLineFilter(list, query)
    let settled = try RateSettling(session: session).day()
    var keys: [Int64] = []
    var span = query
    if let last { span.from = max(span.from, last.day) }
    var days = try RateDays(list, span, areLined: filter != nil, in: session)
    defer { days.end() }
    while keys.count <= limit, let day = try days.next() {
      if day <= settled, let filter, try find(filter, on: day, after: last?.key, limit: limit, &keys) { continue }
      try scan(day, after: last?.key, limit: limit, &keys)
    }
    let orders = OrderTable(session: session)
    var rows: [OrderRow] = []
    for key in keys.prefix(limit) {
      if let row = try orders.row(key, seat: "") { rows.append(row) }
    }
    return RatePage(rows: rows, hasMore: keys.count > limit)
  }

  /// Finds orders of a day by its lines.
  ///
  /// - Returns: whether it has any.
  private func find(
    _ filter: RateLineFilter, on day: Int, after last: Int64?, limit: Int, _ keys: inout [Int64]
  ) throws(JournalError) -> Bool {
    guard let lines = try RateLineTable(session: session).lines(day) else { return false }
    let table = RateTable(session: session)
    for sequence in try filter.sequences(in: lines) {
      let key = OrderNumber(day: day, sequence: sequence).key
      guard last.map({ key > $0 }) ?? true, let fact = try table.fact(key) else { continue }
      if list.contains(fact, in: query) { keys.append(key) }
      if keys.count > limit { break }
    }
    return true
  }

  /// Finds orders of a day by their facts.
  private func scan(_ day: Int, after last: Int64?, limit: Int, _ keys: inout [Int64]) throws(JournalError) {
    var one = query
    (one.from, one.to) = (day, day)
    try RateScan(session: session, query: one, list: list).facts(after: last) { (fact) throws(JournalError) in
      if list.contains(fact, in: query) { keys.append(fact.number.key) }
      return keys.count <= limit
    }
  }
}

import Journal
import Model

/// Walks the facts of a query's orders by number; the conditions spare rows, and the reader decides.
struct RateScan {
  let session: Session
  let query: RateQuery
  /// The list of a rate whose orders the reader wants; nothing for all orders.
  var list: RateList?

  /// Hands on facts, until the reader has enough.
  ///
  /// - Parameters:
  ///   - last: the key after which to begin; nothing for the span's first one.
  ///   - body: takes a fact, and says whether it wants more.
  func facts(
    after last: Int64? = nil, _ body: (RateFact) throws(JournalError) -> Bool
  ) throws(JournalError) {
    var conditions = RateScan.towns(query)
    if query.unit != nil { conditions += " AND (unit = ?6 OR returned_by = ?6)" }
    if query.grid != nil { conditions += " AND place = ?7" }
    if query.officer != nil { conditions += " AND officer = ?8" }
    if let list { conditions += " AND " + RateScan.condition(list) }
    guard query.from <= query.to else { return }
    let statement = try session.statement(
      "SELECT * FROM rate NOT INDEXED WHERE key > ?1 AND key < ?2\(conditions) ORDER BY key")
    defer { statement.reset() }
    RateScan.bindKeys(query.from...query.to, to: statement, after: last)
    RateScan.bindTown(query, to: statement)
    if let unit = query.unit { statement.bind(unit.rawValue, 6) }
    if let grid = query.grid { statement.bind(grid.rawValue, 7) }
    if let officer = query.officer { statement.bind(officer.rawValue, 8) }
    if conditions.contains("?9") { statement.bind(query.now.milliseconds, 9) }
    let table = RateTable(session: session)
    while try statement.step() {
      if try !body(try table.fact(statement)) { return }
    }
  }

  /// The condition on how an order of a list stands, with what is running and late in the denominator.
  private static func condition(_ list: RateList) -> String {
    let standing = "(standings >> \(list.rate.shift) & 15)"
    func isAny(_ standings: [RateStanding]) -> String {
      "\(standing) IN (" + standings.map { String($0.rawValue) }.joined(separator: ",") + ")"
    }
    guard let due = RateDue(list.rate)?.column else { return isAny(list.standings) }
    let settled = isAny(list.standings.filter { $0 != .running })
    let running = "\(standing) = \(RateStanding.running.rawValue)"
    let late = list.standings.contains(.denominator) ? " OR (\(running) AND \(due) < ?9)" : ""
    let rest = list.standings.contains(.running) ? " OR (\(running) AND (\(due) IS NULL OR \(due) >= ?9))" : ""
    return "(\(settled)\(late)\(rest))"
  }

  /// The conditions on town and source.
  static func towns(_ query: RateQuery) -> String {
    (query.town == nil ? "" : " AND town = ?4") + (query.source == nil ? "" : " AND source = ?5")
  }

  /// Binds what `towns` names.
  static func bindTown(_ query: RateQuery, to statement: SQLStatement) {
    if let town = query.town { statement.bind(town.rawValue, 4) }
    if let source = query.source { statement.bind(source.column, 5) }
  }

  /// Binds the keys between which the orders of days lie.
  static func bindKeys(_ days: ClosedRange<Int>, to statement: SQLStatement, after last: Int64? = nil) {
    let first = OrderNumber(day: days.lowerBound, sequence: 0).key
    statement.bind(last.map { max($0, first) } ?? first, 1)
    statement.bind(OrderNumber(day: days.upperBound + 1, sequence: 0).key, 2)
  }
}

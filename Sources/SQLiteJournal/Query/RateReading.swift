import Journal
import Model

/// Reads the rates: cells for what days, towns and sources answer, and the facts of orders for the rest.
struct RateReading {
  let session: Session

  /// The rates by group.
  func groups(_ query: RateQuery) throws(JournalError) -> [RateGroup] {
    var grouper = RateGrouper(query)
    if query.isCoarse {
      try addCells(query, to: &grouper)
      try age(query, &grouper)
    } else {
      try RateScan(session: session, query: query).facts { (fact) throws(JournalError) in
        grouper.add(fact)
        return true
      }
    }
    return grouper.groups
  }

  private func addCells(_ query: RateQuery, to grouper: inout RateGrouper) throws(JournalError) {
    let statement = try cells(query, columns: "town, source, tally")
    defer { statement.reset() }
    while try statement.step() {
      let town = statement.text(0)
      try grouper.change(
        town: town.isEmpty ? nil : PlaceCode(town), source: try statement.coded(1, in: Source.byColumn)
      ) { (tally) throws(JournalError) in try RateBytes.add(statement.blob(2), to: &tally) }
    }
  }

  /// What is running and late at the query's moment; the index holds what is running only.
  private func age(_ query: RateQuery, _ grouper: inout RateGrouper) throws(JournalError) {
    let statement = try session.statement(
      """
      SELECT town, source, standings, contact_due, handle_due, overall_due FROM rate INDEXED BY rate_running
      WHERE key > ?1 AND key < ?2 AND next_due < ?3\(RateScan.towns(query))
      """)
    defer { statement.reset() }
    RateScan.bindSpan(query, to: statement)
    statement.bind(query.now.milliseconds, 3)
    RateScan.bindTown(query, to: statement)
    while try statement.step() {
      let town = statement.text(0)
      let contribution = RateContribution(
        standings: statement.integer(2),
        contactDue: statement.optionalInteger(3).map { Instant(milliseconds: $0) },
        handleDue: statement.optionalInteger(4).map { Instant(milliseconds: $0) },
        overallDue: statement.optionalInteger(5).map { Instant(milliseconds: $0) }, rung: nil,
        minutes: SpanMinutes(), unit: nil, returnedBy: nil, officer: nil)
      grouper.change(
        town: town.isEmpty ? nil : PlaceCode(town), source: try statement.coded(1, in: Source.byColumn)
      ) { $0.age(contribution, at: query.now) }
    }
  }

  /// A part of the orders behind a rate.
  func page(
    _ list: RateList, _ query: RateQuery, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> RatePage {
    let limit = max(0, limit)
    var keys: [Int64] = []
    var span = query
    if let last { span.from = max(span.from, last.day) }
    var days = RateDays(list, span, cells: try cells(span, columns: "day, tally"), in: session)
    defer { days.end() }
    while let day = try days.next() {
      var one = query
      (one.from, one.to) = (day, day)
      let scan = RateScan(session: session, query: one, list: list)
      try scan.facts(after: last?.key) { (fact) throws(JournalError) in
        if list.contains(fact, in: query) { keys.append(fact.number.key) }
        return keys.count <= limit
      }
      if keys.count > limit { break }
    }
    let orders = OrderTable(session: session)
    var rows: [OrderRow] = []
    for key in keys.prefix(limit) {
      if let row = try orders.row(key, seat: "") { rows.append(row) }
    }
    return RatePage(rows: rows, hasMore: keys.count > limit)
  }

  private func cells(_ query: RateQuery, columns: String) throws(JournalError) -> SQLStatement {
    let statement = try session.statement(
      "SELECT \(columns) FROM rate_cell WHERE day >= ?1 AND day <= ?2\(RateScan.towns(query)) ORDER BY day")
    statement.bind(Int64(query.from), 1)
    statement.bind(Int64(query.to), 2)
    RateScan.bindTown(query, to: statement)
    return statement
  }
}

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
    let statement = try session.statement(
      "SELECT * FROM rate NOT INDEXED WHERE key > ?1 AND key < ?2\(conditions) ORDER BY key")
    defer { statement.reset() }
    RateScan.bindSpan(query, to: statement, after: last)
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
    guard let due = RateDue.column(list.rate) else { return isAny(list.standings) }
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

  /// Binds the keys between which the orders of the span lie.
  static func bindSpan(_ query: RateQuery, to statement: SQLStatement, after last: Int64? = nil) {
    let first = OrderNumber(day: query.from, sequence: 0).key
    statement.bind(last.map { max($0, first) } ?? first, 1)
    statement.bind(OrderNumber(day: query.to + 1, sequence: 0).key, 2)
  }
}

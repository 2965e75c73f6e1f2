import Journal
import Model

/// Reads the rates: sums for what days, towns and sources answer, and the facts of orders for the rest.
struct RateReading {
  let session: Session

  /// The rates by group.
  func groups(_ query: RateQuery) throws(JournalError) -> [RateGroup] {
    var grouper = RateGrouper(query)
    if query.isCoarse {
      let span = RateSpan(from: query.from, to: query.to, settled: try RateSettling(session: session).day())
      for part in span.parts { try add(part, of: span, query, to: &grouper) }
    } else {
      try RateScan(session: session, query: query).facts { (fact) throws(JournalError) in
        grouper.add(fact)
        return true
      }
    }
    return grouper.groups
  }

  /// Adds the sums of a part of the span, and counts as late what turned late before the hour of the query's moment.
  private func add(
    _ part: RateSpan.Part, of whole: RateSpan, _ query: RateQuery, to grouper: inout RateGrouper
  ) throws(JournalError) {
    let sums = RateSums(session: session, query: query)
    let hour = query.now.hour
    /// In which sums something turns late within the hour.
    var turning: Set<Int> = []
    try sums.read(part) { (sum) throws(JournalError) in
      try grouper.change(town: sum.town, source: sum.source) { (tally) throws(JournalError) in
        var reader = RateReader(sum.bytes)
        try reader.addCounts(to: &tally)
        try reader.dues { due, at, count in
          if at < hour { tally.turnLate(due.rate, count: count) }
          if at == hour { turning.insert(sum.span) }
        }
        try reader.addUnits(to: &tally)
      }
    }
    for span in turning.sorted() {
      let days =
        switch part {
        case .days: span...span
        case .months: whole.days(ofMonth: span)
        }
      try turnLate(among: days, query, &grouper)
    }
  }

  /// Counts as late what turned late between the beginning of the hour and the query's moment; the index holds what is
  /// running only.
  private func turnLate(
    among days: ClosedRange<Int>, _ query: RateQuery, _ grouper: inout RateGrouper
  ) throws(JournalError) {
    let turned = RateDue.all.map { "(\($0.column) >= ?6 AND \($0.column) < ?3)" }.joined(separator: " OR ")
    let statement = try session.statement(
      """
      SELECT town, source, standings, contact_due, handle_due, overall_due FROM rate INDEXED BY rate_running
      WHERE key > ?1 AND key < ?2 AND next_due < ?3 AND (\(turned))\(RateScan.towns(query))
      """)
    defer { statement.reset() }
    RateScan.bindKeys(days, to: statement)
    statement.bind(query.now.milliseconds, 3)
    RateScan.bindTown(query, to: statement)
    let beginning = max(query.now.hour, Int64.min / 3_600_000) * 3_600_000
    statement.bind(beginning, 6)
    while try statement.step() {
      let town = statement.text(0)
      let standings = statement.integer(2)
      try grouper.change(
        town: town.isEmpty ? nil : PlaceCode(town), source: try statement.coded(1, in: Source.byColumn)
      ) { (tally) throws(JournalError) in
        for due in RateDue.all where standings >> due.rate.shift & 15 == RateStanding.running.rawValue {
          guard let moment = statement.optionalInteger(Int32(3 + due.rawValue)), moment >= beginning,
            moment < query.now.milliseconds
          else { continue }
          tally.turnLate(due.rate, count: 1)
        }
      }
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
    var days = try RateDays(list, span, in: session)
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

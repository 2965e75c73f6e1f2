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

  /// Adds the sums of a part of the span, and counts as late what turned late before the query's moment.
  private func add(
    _ part: RateSpan.Part, of whole: RateSpan, _ query: RateQuery, to grouper: inout RateGrouper
  ) throws(JournalError) {
    let hour = query.now.hour
    var turning: Set<Int> = []
    try RateSums(session: session, query: query).read(part) { (sum) throws(JournalError) in
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
      switch part {
      case .days: try turnLate(on: span, query, &grouper)
      case .months:
        for day in try days(of: whole.days(ofMonth: span), turningIn: hour, query) {
          try turnLate(on: day, query, &grouper)
        }
      }
    }
  }

  /// The days on which there are orders that turn late in an hour.
  private func days(
    of days: ClosedRange<Int>, turningIn hour: Int64, _ query: RateQuery
  ) throws(JournalError) -> [Int] {
    var found: Set<Int> = []
    try RateSums(session: session, query: query).read(.days(days)) { (sum) throws(JournalError) in
      var reader = RateReader(sum.bytes)
      try reader.skipCounts()
      try reader.dues { _, at, _ in
        if at == hour { found.insert(sum.span) }
      }
    }
    return found.sorted()
  }

  /// Counts as late what turned late between the beginning of the hour and the query's moment.
  private func turnLate(
    on day: Int, _ query: RateQuery, _ grouper: inout RateGrouper
  ) throws(JournalError) {
    let turned = RateDue.all.map { "(\($0.column) >= ?6 AND \($0.column) < ?3)" }.joined(separator: " OR ")
    let statement = try session.statement(
      """
      SELECT town, source, standings, contact_due, handle_due, overall_due FROM rate NOT INDEXED
      WHERE key > ?1 AND key < ?2 AND (\(turned))\(RateScan.towns(query))
      """)
    defer { statement.reset() }
    RateScan.bindKeys(day...day, to: statement)
    statement.bind(query.now.milliseconds, 3)
    RateScan.bindTown(query, to: statement)
    let beginning = max(query.now.hour, Int64.min / 3_600_000) * 3_600_000
    statement.bind(beginning, 6)
    while try statement.step() {
      let standings = statement.integer(2)
      try grouper.change(
        town: statement.town(0), source: try statement.coded(1, in: Source.byColumn)
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
}

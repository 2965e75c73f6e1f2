public import Journal
public import Model

extension SQLiteJournal {
  /// The last sequence and the chain's value there.
  public func head() throws(JournalError) -> JournalHead {
    try pages.read { (session) throws(JournalError) in
      let statement = try session.literal("SELECT sequence, chain FROM head WHERE one = 1")
      defer { statement.reset() }
      guard try statement.step() else {
        throw JournalError(.damaged, subject: paths.database, detail: "no head")
      }
      return JournalHead(sequence: statement.integer(0), chain: JournalDigest.hex(statement.blob(1)))
    }
  }

  /// A number that differs when any process has committed something.
  public func changeToken() throws(JournalError) -> Int64 {
    try pages.use { (session) throws(JournalError) in try session.integer("PRAGMA data_version") ?? 0 }
  }

  /// The stamp of the write-ahead log.
  ///
  /// Another stamp says that there may be a commit. The same stamp says only that there most likely is none: a log that
  /// begins anew can be written over within one tick of the file system's clock. So ask for `changeToken` now and then.
  public func logStamp() -> LogStamp? { LogStamp(path: paths.log) }

  /// An order with all its events; see `JournalStore`.
  public func order(_ number: OrderNumber) throws(JournalError) -> OrderFile? {
    try pages.read { (session) throws(JournalError) in
      try OrderFiles(session: session, identity: identity).file(number)
    }
  }

  /// Several orders at once; see `JournalStore`.
  public func orders(_ numbers: [OrderNumber]) throws(JournalError) -> [OrderFile] {
    try files.read { (session) throws(JournalError) in
      let reading = OrderFiles(session: session, identity: identity)
      var found: [OrderFile] = []
      for number in numbers {
        if let file = try reading.file(number) { found.append(file) }
      }
      return found
    }
  }

  /// The order that has a report; see `JournalStore`.
  public func order(source: Source, sourceID: String) throws(JournalError) -> OrderNumber? {
    try pages.read { (session) throws(JournalError) in
      try ReportTable(session: session).order(ReportKey(source: source, sourceID: sourceID))
        .map { OrderNumber(key: $0) }
    }
  }

  /// A part of a list; see `JournalStore`.
  public func page(
    _ query: OrderQuery, anchor: PageAnchor, before: Int, after: Int, seat: SeatCode, effort: SearchEffort
  ) throws(JournalError) -> OrderPage {
    let request = PageRequest(query: query, anchor: anchor, before: before, after: after, seat: seat)
    // A search through a common word must not hold up what the desk shows meanwhile.
    let isLong = effort == .full && query.filter.map { !$0.isEmpty } ?? false
    return try (isLong ? files : pages).read { (session) throws(JournalError) in
      try PageReading(session: session, identity: identity).page(request, effort: effort)
    }
  }

  /// The row of one order.
  public func row(_ number: OrderNumber, seat: SeatCode) throws(JournalError) -> OrderRow? {
    try pages.read { (session) throws(JournalError) in
      try OrderTable(session: session).row(number.key, seat: seat)
    }
  }

  /// The orders in which units have a share; see `JournalStore`.
  public func shared(
    by units: Set<UnitCode>, outside town: PlaceCode?, seat: SeatCode
  ) throws(JournalError) -> [OrderRow] {
    try pages.read { (session) throws(JournalError) in
      let orders = OrderTable(session: session)
      var rows: [OrderRow] = []
      for key in try ShareTable(session: session).keys(units, outside: town).sorted() {
        guard let row = try orders.row(key, seat: seat) else {
          throw JournalError(.damaged, subject: OrderNumber(key: key).text, detail: "among shares only")
        }
        rows.append(row)
      }
      return rows
    }
  }

  /// The kept counts.
  public func board() throws(JournalError) -> Board {
    try pages.read { (session) throws(JournalError) in try BoardReading(session: session).board() }
  }

  /// Late orders by town; see `JournalStore`.
  public func late(
    at now: Instant, towns: [PlaceCode], bound: Int
  ) throws(JournalError) -> [PlaceCode: BoundedCount] {
    try pages.read { (session) throws(JournalError) in
      try BoardReading(session: session).late(at: now, towns: towns, bound: bound)
    }
  }

  /// Arrivals by hour; see `JournalStore`.
  public func arrivals(
    from first: Int64, to last: Int64, town: PlaceCode?
  ) throws(JournalError) -> [HourlyArrivals] {
    try pages.read { (session) throws(JournalError) in
      try BoardReading(session: session).arrivals(from: first, to: last, town: town)
    }
  }

  /// What was learned about terms; see `JournalStore`.
  public func learned(_ terms: [String], category: CategoryCode?) throws(JournalError) -> LearnedCounts {
    try files.read { (session) throws(JournalError) in
      try LearnedTables(session: session).counts(terms, category: category)
    }
  }

  /// The last events of orders; see `JournalStore`.
  public func recent(limit: Int, town: PlaceCode?) throws(JournalError) -> [StoredEvent] {
    try pages.read { (session) throws(JournalError) in
      try RecentReading(session: session, identity: identity).events(limit: limit, town: town)
    }
  }

  /// Rates by group; see `JournalStore`.
  public func rates(_ query: RateQuery) throws(JournalError) -> [RateGroup] {
    try files.read { (session) throws(JournalError) in try RateReading(session: session).groups(query) }
  }

  /// A part of the orders behind a rate; see `JournalStore`.
  public func orders(
    behind list: RateList, in query: RateQuery, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> RatePage {
    try files.read { (session) throws(JournalError) in
      try RateListing(session: session, list: list, query: query).page(after: last, limit: limit)
    }
  }

  /// What an order adds to the rates; see `JournalStore`.
  public func rateFact(_ number: OrderNumber) throws(JournalError) -> RateFact? {
    try files.read { (session) throws(JournalError) in try RateTable(session: session).fact(number.key) }
  }

  /// The orders on which something is to be raised; see `JournalStore`.
  public func raisesDue(
    _ steps: [RaisingStep], before now: Instant, limit: Int
  ) throws(JournalError) -> [OrderNumber] {
    try pages.read { (session) throws(JournalError) in
      try RaiseTable(session: session).due(steps, before: now, limit: limit)
    }
  }

  /// The limit that an order is under; see `JournalStore`.
  public func limitRun(_ number: OrderNumber) throws(JournalError) -> LimitRun? {
    try pages.read { (session) throws(JournalError) in try RaiseTable(session: session).run(number.key) }
  }

  /// The orders in which there may be leads; see `JournalStore`.
  public func suspects(
    _ span: LeadSpan, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> [OrderNumber] {
    try files.read { (session) throws(JournalError) in
      try SuspectReading(session: session).numbers(span, after: last, limit: limit)
    }
  }

  /// What rows tell of an earlier moment; see `JournalStore`.
  public func standing(at sequence: Int64, through greatest: OrderNumber) throws(JournalError) -> PastStanding {
    try files.read { (session) throws(JournalError) in
      try StandingReading(session: session).standing(at: sequence, through: greatest)
    }
  }

  /// What a seat has in hand; see `JournalStore`.
  public func claims(of seat: SeatCode, at now: Instant) throws(JournalError) -> [OrderRow] {
    try pages.read { (session) throws(JournalError) in
      let statement = try session.literal(
        """
        SELECT key FROM orders INDEXED BY orders_claim
        WHERE claim_seat = ? AND claim_until > ? AND stage < 8 ORDER BY claim_until, key
        """)
      defer { statement.reset() }
      statement.bind(seat.rawValue, 1)
      statement.bind(now.milliseconds, 2)
      let orders = OrderTable(session: session)
      var rows: [OrderRow] = []
      while try statement.step() {
        if let row = try orders.row(statement.integer(0), seat: seat) { rows.append(row) }
      }
      return rows
    }
  }

  /// The orders near another one; see `JournalStore`.
  public func candidates(
    near number: OrderNumber, town: PlaceCode?, from: Instant, to: Instant, limit: Int
  ) throws(JournalError) -> [CorrelationCandidate] {
    try files.read { (session) throws(JournalError) in
      try CandidateReading(session: session).candidates(near: number, town: town, from: from, to: to, limit: limit)
    }
  }

  /// The shared clock.
  public func clock() throws(JournalError) -> ClockSetting? {
    try pages.read { (session) throws(JournalError) in
      let statement = try session.literal("SELECT feed, wall, speed, paused FROM clock WHERE one = 1")
      defer { statement.reset() }
      guard try statement.step() else { return nil }
      return ClockSetting(
        feed: Instant(milliseconds: statement.integer(0)), wall: Instant(milliseconds: statement.integer(1)),
        speed: Int(statement.integer(2)), paused: statement.integer(3) != 0)
    }
  }

  /// Hands on events with their chain; see `JournalStore`.
  public func chainedEvents(from sequence: Int64, limit: Int) throws(JournalError) -> [ChainedEvent] {
    try files.read { (session) throws(JournalError) in
      try EventTable(session: session, identity: identity).events(from: sequence, limit: limit)
    }
  }

  /// The sequence of a command's first event; see `JournalStore`.
  public func firstSequence(of command: String) throws(JournalError) -> Int64? {
    try files.read { (session) throws(JournalError) in try CommandTable(session: session).firstSequence(of: command) }
  }

  /// All events of a stream.
  public func events(of stream: StreamID) throws(JournalError) -> [StoredEvent] {
    try files.read { (session) throws(JournalError) in
      let table = EventTable(session: session, identity: identity)
      guard let id = try table.id(of: stream), let end = try table.end(of: id) else { return [] }
      do throws(JournalError) {
        return try table.events(of: id, endingAt: end.sequence)
      } catch  where error.code == .damaged {
        return try table.remains(of: id)
      }
    }
  }

  /// The last events of a stream; see `JournalStore`.
  public func lastEvents(of stream: StreamID, limit: Int) throws(JournalError) -> [StoredEvent] {
    try files.read { (session) throws(JournalError) in
      let table = EventTable(session: session, identity: identity)
      guard let id = try table.id(of: stream), let end = try table.end(of: id) else { return [] }
      return try table.events(of: id, endingAt: end.sequence, limit: max(0, limit))
    }
  }

  /// The ends of streams; see `JournalStore`.
  public func streamHeads(after stream: StreamID?, limit: Int) throws(JournalError) -> [StreamHead] {
    try files.read { (session) throws(JournalError) in
      try EventTable(session: session, identity: identity).heads(after: stream, limit: limit)
    }
  }

  /// The personal data beside an event.
  public func personal(_ sequence: Int64) throws(JournalError) -> PersonalRecord? {
    try files.read { (session) throws(JournalError) in
      try OrderFiles(session: session, identity: identity).personal(sequence)
    }
  }
}

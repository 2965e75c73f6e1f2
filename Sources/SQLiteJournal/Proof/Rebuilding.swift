import Journal
import Model

/// Makes the derived tables anew from the events, stream by stream, in memory that does not grow with the journal.
struct Rebuilding {
  private let session: Session
  private let identity: JournalIdentity?

  /// Rebuilds within the session's transaction.
  init(_ session: Session) throws(JournalError) {
    self.session = session
    identity = try EventTable(session: session, identity: nil).event(1)?.event.openedIdentity()
  }

  /// Drops and makes the tables, and fills them.
  func run() throws(JournalError) {
    for table in Schema.derived { try session.script("DROP TABLE IF EXISTS \(table)") }
    try session.script(Schema.derivedTables)
    try SearchIndex(session: session).adoptMerging()
    if let identity {
      try CommandTable(session: session).rebuild()
      try fill(identity)
    }
    let version = try session.literal("REPLACE INTO projection VALUES (1, ?)")
    version.bind(Int64(Schema.projections), 1)
    try version.run()
  }

  private func fill(_ identity: JournalIdentity) throws(JournalError) {
    let events = EventTable(session: session, identity: identity)
    let reports = ReportTable(session: session)
    var projecting = Projecting(session: session, indexing: .atOnce, months: .kept)
    let streams = try session.literal("SELECT id, last FROM stream WHERE id > ? ORDER BY id")
    defer { streams.reset() }
    streams.bind(EventTable.lastBook, 1)
    while try streams.step() {
      let number = OrderNumber(key: streams.integer(0))
      var way: OrderWay?
      var rows: (first: OrderRow, last: OrderRow)?
      for event in try events.events(of: number.key, endingAt: streams.integer(1)) {
        let decoded = try event.decodedOrderEvent()
        let next = try OrderWay.next(decoded, on: way, number: number)
        let row = OrderRow(next.order, last: decoded.header)
        rows = (rows?.first ?? row, row)
        for report in ReportKey.keys(of: decoded.event) { try reports.insert(report, of: number.key) }
        way = next
      }
      guard let way, let rows else {
        throw JournalError(.damaged, subject: number.text, detail: "no events")
      }
      try projecting.insert(OrderState(way, rows.last), cameInAs: rows.first)
    }
    let recent = try session.literal(
      """
      SELECT town, sequence FROM (
        SELECT town, sequence, row_number() OVER (PARTITION BY town ORDER BY sequence DESC) AS place
        FROM event WHERE town IS NOT NULL AND stream > ?)
      WHERE place <= ? ORDER BY sequence
      """)
    defer { recent.reset() }
    recent.bind(EventTable.lastBook, 1)
    recent.bind(Int64(RecentTable.kept), 2)
    while try recent.step() {
      projecting.totals.add(event: recent.integer(1), town: PlaceCode(recent.text(0)))
    }
    try projecting.finish()
    let settling = RateSettling(session: session)
    try settling.run(before: settling.newest(), within: nil)
  }
}

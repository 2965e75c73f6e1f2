import Journal
import Model

/// Reads the kept counts.
struct BoardReading {
  let session: Session

  /// Orders by town, source and stage.
  func board() throws(JournalError) -> Board {
    let statement = try session.literal("SELECT town, source, stage, orders FROM counter WHERE orders <> 0")
    defer { statement.reset() }
    var cells: [Board.Cell: Int] = [:]
    while try statement.step() {
      let cell = Board.Cell(
        town: statement.town(0), source: try statement.coded(1, in: Source.byColumn),
        stage: try statement.coded(2, in: Stage.byColumn))
      cells[cell] = Int(statement.integer(3))
    }
    return Board(orders: cells)
  }

  /// Open orders that are late, by town, each counted up to a bound.
  ///
  /// What is open is indexed by the instant it sorts by, which is the deadline; the few without one are taken off.
  func late(
    at now: Instant, towns: [PlaceCode], bound: Int
  ) throws(JournalError) -> [PlaceCode: BoundedCount] {
    let sorted = try session.literal(
      """
      SELECT count(*) FROM (SELECT 1 FROM orders INDEXED BY orders_town_open_due
        WHERE stage < 8 AND town = ? AND sort_at < ? LIMIT ?)
      """)
    let undated = try session.literal(
      """
      SELECT count(*) FROM orders INDEXED BY orders_town_undated
      WHERE stage < 8 AND stage_due IS NULL AND town = ? AND sort_at < ?
      """)
    var counts: [PlaceCode: BoundedCount] = [:]
    for town in towns {
      undated.bind(town.rawValue, 1)
      undated.bind(now.milliseconds, 2)
      let others = try undated.count()
      sorted.bind(town.rawValue, 1)
      sorted.bind(now.milliseconds, 2)
      sorted.bind(Int64(bound + 1 + others), 3)
      let found = try sorted.count() - others
      if found > 0 { counts[town] = BoundedCount(value: min(found, bound), isMore: found > bound) }
    }
    return counts
  }

  /// Arrivals by hour.
  func arrivals(from first: Int64, to last: Int64, town: PlaceCode?) throws(JournalError) -> [HourlyArrivals] {
    let condition = town == nil ? "" : "AND town = ?3"
    let statement = try session.statement(
      """
      SELECT hour, sum(orders) FROM arrival WHERE hour BETWEEN ?1 AND ?2 \(condition)
      GROUP BY hour ORDER BY hour
      """)
    defer { statement.reset() }
    statement.bind(first, 1)
    statement.bind(last, 2)
    if let town { statement.bind(town.rawValue, 3) }
    var hours: [HourlyArrivals] = []
    while try statement.step() {
      hours.append(HourlyArrivals(hour: statement.integer(0), count: Int(statement.integer(1))))
    }
    return hours
  }
}

/// Reads the last events of orders.
struct RecentReading {
  let session: Session
  let identity: JournalIdentity

  /// The last events, the newest first.
  func events(limit: Int, town: PlaceCode?) throws(JournalError) -> [StoredEvent] {
    let table = EventTable(session: session, identity: identity)
    var events: [StoredEvent] = []
    for sequence in try sequences(limit: max(0, limit), town: town) {
      if let event = try table.event(sequence) { events.append(event.event) }
    }
    return events
  }

  private func sequences(limit: Int, town: PlaceCode?) throws(JournalError) -> [Int64] {
    let statement: SQLStatement
    if let town {
      if limit <= RecentTable.kept {
        return try RecentTable(session: session).sequences(town: town.rawValue).suffix(limit).reversed()
      }
      statement = try session.literal(
        "SELECT sequence FROM event WHERE town = ? AND stream > 1000000000 ORDER BY sequence DESC LIMIT ?")
      statement.bind(town.rawValue, 1)
    } else {
      statement = try session.literal(
        "SELECT sequence FROM event WHERE sequence > 0 AND stream > ? ORDER BY sequence DESC LIMIT ?")
      statement.bind(EventTable.lastBook, 1)
    }
    statement.bind(Int64(limit), 2)
    var sequences: [Int64] = []
    while try statement.step() { sequences.append(statement.integer(0)) }
    return sequences
  }
}

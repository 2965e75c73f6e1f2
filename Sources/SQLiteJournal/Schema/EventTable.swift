import Journal
import Model

/// The events and the ends of their streams, as a session reads and writes them.
struct EventTable {
  /// The id of the stream of the journal's own events.
  static let journalStream: Int64 = 1
  /// Orders have ids beyond this, books between the journal's own stream and this.
  static let lastBook: Int64 = 1_000_000_000

  let session: Session
  let identity: JournalIdentity?

  /// Where a stream ends.
  struct End {
    let version: Int
    let sequence: Int64
    let chain: [UInt8]
  }

  /// The row id of a stream; nothing for a book that does not exist, or a kind that this schema has no streams of.
  func id(of stream: StreamID) throws(JournalError) -> Int64? {
    if stream == .journal { return EventTable.journalStream }
    if let number = stream.orderNumber { return number.text == stream.id ? number.key : nil }
    guard stream.isBook else { return nil }
    let statement = try session.literal("SELECT id FROM stream WHERE kind = ? AND name = ?")
    defer { statement.reset() }
    statement.bind(stream.kind.rawValue, 1)
    statement.bind(stream.id, 2)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The row id of a stream, a new one for a book that does not exist yet.
  func idToWrite(_ stream: StreamID) throws(JournalError) -> Int64? {
    if let id = try id(of: stream) { return id }
    guard stream.isBook else { return nil }
    let statement = try session.literal("SELECT max(id) FROM stream WHERE id < ?")
    defer { statement.reset() }
    statement.bind(EventTable.lastBook, 1)
    return try statement.step() ? statement.integer(0) + 1 : nil
  }

  /// Where a stream ends; nothing when it does not exist.
  func end(of stream: Int64) throws(JournalError) -> End? {
    let statement = try session.literal("SELECT version, last, chain FROM stream WHERE id = ?")
    defer { statement.reset() }
    statement.bind(stream, 1)
    guard try statement.step() else { return nil }
    return End(
      version: Int(statement.integer(0)), sequence: statement.integer(1), chain: statement.blob(2))
  }

  /// Writes an event and moves the end of its stream.
  func insert(
    _ header: EventHeader, payload: [UInt8], stream: Int64, previous: Int64, streamChain: [UInt8],
    journalChain: [UInt8]
  ) throws(JournalError) {
    let own = identity.map { $0.site == header.origin && header.originSequence == header.sequence } ?? false
    let event = try session.literal(
      "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    event.bind(header.sequence, 1)
    event.bind(stream, 2)
    event.bind(Int64(header.version), 3)
    event.bind(previous, 4)
    event.bind(header.type, 5)
    event.bind(Int64(header.schema), 6)
    event.bind(own ? nil : header.origin, 7)
    event.bind(own ? nil : header.originSequence, 8)
    event.bind(header.city == identity?.city ? nil : header.city, 9)
    event.bind(header.place.rawValue, 10)
    event.bind(header.town?.rawValue, 11)
    event.bind(header.tier.column, 12)
    event.bind(header.confidential ? 1 : 0, 13)
    event.bind(header.officer.rawValue, 14)
    event.bind(header.seat.rawValue, 15)
    event.bind(header.account, 16)
    event.bind(header.occurredAt.milliseconds, 17)
    event.bind(header.recordedAt.milliseconds, 18)
    event.bind(header.command, 19)
    event.bind(header.personalDigest, 20)
    event.bind(payload, 21)
    event.bind(journalChain, 22)
    try event.run()
    let end =
      header.version == 1
      ? try session.literal("INSERT INTO stream (version, last, chain, id, kind, name) VALUES (?, ?, ?, ?, ?, ?)")
      : try session.literal("UPDATE stream SET version = ?, last = ?, chain = ? WHERE id = ?")
    end.bind(Int64(header.version), 1)
    end.bind(header.sequence, 2)
    end.bind(streamChain, 3)
    end.bind(stream, 4)
    if header.version == 1 {
      let isNamed = stream < EventTable.lastBook
      end.bind(isNamed ? header.stream.kind.rawValue : nil, 5)
      end.bind(isNamed ? header.stream.id : nil, 6)
    }
    try end.run()
  }

  /// The event at a sequence; nothing when it is not there.
  func event(_ sequence: Int64) throws(JournalError) -> ChainedEvent? {
    let statement = try session.literal("SELECT * FROM event WHERE sequence = ?")
    defer { statement.reset() }
    statement.bind(sequence, 1)
    return try statement.step() ? chained(statement) : nil
  }

  /// Events in sequence.
  func events(from sequence: Int64, limit: Int) throws(JournalError) -> [ChainedEvent] {
    let statement = try session.literal(
      "SELECT * FROM event WHERE sequence >= ? ORDER BY sequence LIMIT ?")
    defer { statement.reset() }
    statement.bind(sequence, 1)
    statement.bind(Int64(max(0, limit)), 2)
    var events: [ChainedEvent] = []
    while try statement.step() { events.append(try chained(statement)) }
    return events
  }

  /// The events of a stream, the first one first; each names the one before it.
  ///
  /// - Throws: `.damaged` when one of them is missing or belongs to another stream.
  func events(
    of stream: Int64, endingAt last: Int64, limit: Int = .max
  ) throws(JournalError) -> [StoredEvent] {
    let statement = try session.literal("SELECT * FROM event WHERE sequence = ?")
    defer { statement.reset() }
    var events: [StoredEvent] = []
    var next = last
    while next != 0, events.count < limit {
      statement.bind(next, 1)
      guard try statement.step(), statement.integer(1) == stream, statement.integer(3) < next else {
        throw JournalError(.damaged, subject: "event \(next)", detail: "missing from stream \(stream)")
      }
      events.append(try chained(statement).event)
      next = statement.integer(3)
      statement.reset()
    }
    return events.reversed()
  }

  /// The events of a stream that are there, whatever is missing between them; looks at every event of the journal.
  func remains(of stream: Int64) throws(JournalError) -> [StoredEvent] {
    let statement = try session.literal("SELECT * FROM event WHERE stream = ? ORDER BY version")
    defer { statement.reset() }
    statement.bind(stream, 1)
    var events: [StoredEvent] = []
    while try statement.step() { events.append(try chained(statement).event) }
    return events
  }

  /// The ends of streams: the journal's own first, then the orders by number, then the books by kind and name.
  func heads(after stream: StreamID?, limit: Int) throws(JournalError) -> [StreamHead] {
    var heads: [StreamHead] = []
    if stream.map({ $0 < .journal }) ?? true, limit > 0 {
      let own = try session.literal("SELECT id, version, last, chain FROM stream WHERE id = ?")
      defer { own.reset() }
      own.bind(EventTable.journalStream, 1)
      heads += try read(own)
    }
    let isBook = stream.map { StreamKind.books.contains($0.kind) } ?? false
    if !isBook {
      let orders = try session.literal(
        "SELECT id, version, last, chain FROM stream WHERE id > ? ORDER BY id LIMIT ?")
      defer { orders.reset() }
      orders.bind(stream?.orderNumber?.key ?? EventTable.lastBook, 1)
      orders.bind(Int64(max(0, limit - heads.count)), 2)
      heads += try read(orders)
    }
    let books = try session.literal(
      """
      SELECT id, version, last, chain FROM stream
      WHERE kind IS NOT NULL AND (kind, name) > (?, ?) ORDER BY kind, name LIMIT ?
      """)
    defer { books.reset() }
    let last = isBook ? stream ?? .journal : .journal
    books.bind(last.kind.rawValue, 1)
    books.bind(last.id, 2)
    books.bind(Int64(max(0, limit - heads.count)), 3)
    return heads + (try read(books))
  }

  private func read(_ statement: SQLStatement) throws(JournalError) -> [StreamHead] {
    var heads: [StreamHead] = []
    while try statement.step() {
      heads.append(
        StreamHead(
          stream: try stream(statement.integer(0)), version: Int(statement.integer(1)),
          sequence: statement.integer(2), chain: statement.blob(3)))
    }
    return heads
  }

  /// The event of a row with all columns of the table.
  func chained(_ row: SQLStatement) throws(JournalError) -> ChainedEvent {
    let sequence = row.integer(0)
    let header = EventHeader(
      sequence: sequence, stream: try stream(row.integer(1)), version: Int(row.integer(2)), type: row.text(4),
      schema: Int(row.integer(5)), origin: row.optionalText(6) ?? identity?.site ?? "",
      originSequence: row.optionalInteger(7) ?? sequence, city: row.optionalText(8) ?? identity?.city ?? "",
      place: PlaceCode(row.text(9)), town: row.optionalText(10).map { PlaceCode($0) },
      tier: try row.coded(11, in: Tier.byColumn), confidential: row.integer(12) != 0,
      officer: OfficerCode(row.text(13)), seat: SeatCode(row.text(14)), account: row.text(15),
      occurredAt: Instant(milliseconds: row.integer(16)), recordedAt: Instant(milliseconds: row.integer(17)),
      command: row.text(18), personalDigest: row.text(19))
    return ChainedEvent(event: StoredEvent(header: header, payload: row.blob(20)), chain: row.blob(21))
  }

  /// The stream that an id stands for.
  func stream(_ id: Int64) throws(JournalError) -> StreamID {
    if id > EventTable.lastBook { return .order(OrderNumber(key: id)) }
    if id == EventTable.journalStream { return .journal }
    let statement = try session.literal("SELECT kind, name FROM stream WHERE id = ?")
    defer { statement.reset() }
    statement.bind(id, 1)
    // Without a name the event still shows: that it is not the one that was hashed.
    guard try statement.step() else { return StreamID(kind: StreamKind(rawValue: ""), id: String(id)) }
    return StreamID(kind: StreamKind(rawValue: statement.text(0)), id: statement.text(1))
  }
}

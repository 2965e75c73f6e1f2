import Journal
import Model

/// One transaction that appends: it gives positions, chains the events and keeps the projections in step.
struct Appending {
  private let session: Session
  private let events: EventTable
  private let commands: CommandTable
  private let city: String
  /// When the request that is appended now is recorded; what is restored keeps the time that it has.
  private var recordedAt = Instant(milliseconds: 0)
  private var projecting: Projecting
  private var hasher = ChainHasher()
  private var sequence: Int64
  private var chain: [UInt8]

  /// Begins where the journal ends.
  init(_ session: Session, identity: JournalIdentity) throws(JournalError) {
    self.session = session
    events = EventTable(session: session, identity: identity)
    commands = CommandTable(session: session)
    city = identity.city
    projecting = Projecting(session: session, indexing: .later)
    let statement = try session.literal("SELECT sequence, chain FROM head WHERE one = 1")
    defer { statement.reset() }
    if try statement.step() {
      sequence = statement.integer(0)
      chain = statement.blob(1)
    } else {
      sequence = 0
      chain = ChainHasher.journalGenesis
    }
  }

  /// Appends a request, or says why nothing was done.
  mutating func append(
    _ request: PreparedRequest, recordedAt: Instant
  ) throws(JournalError) -> AppendOutcome {
    self.recordedAt = recordedAt
    let first = sequence + 1
    guard try commands.insert(request.command, at: first) else {
      return .repeated(try receipt(of: request.command))
    }
    var ends: [EventTable.End?] = []
    for write in request.writes {
      let end = try end(write)
      if let conflict = try conflict(write, end) {
        try commands.remove(request.command)
        return .conflict(conflict)
      }
      ends.append(end)
    }
    var versions: [AppendReceipt.StreamVersion] = []
    for (write, end) in zip(request.writes, ends) {
      if let begun = write.newOrder {
        versions.append(try begin(write, begun))
      } else if case .stream(let stream, _) = write.target, stream.isBook {
        versions.append(try note(write, in: stream, end))
      } else if let end {
        versions.append(try follow(write, end))
      }
    }
    return .appended(AppendReceipt(streams: versions, firstSequence: first))
  }

  /// Takes in an event of another journal exactly as it is.
  mutating func restore(_ restored: RestoredEvent) throws(JournalError) {
    let header = restored.event.header
    guard header.sequence == sequence + 1, header.city == city, let stream = try events.idToWrite(header.stream) else {
      throw JournalError(.invalidRequest, subject: "event \(header.sequence)", detail: "does not follow \(sequence)")
    }
    let end = try events.end(of: stream)
    guard header.version == (end?.version ?? 0) + 1 else {
      throw JournalError(
        .invalidRequest, subject: "event \(header.sequence)", detail: "version \(header.version) of its stream")
    }
    _ = try commands.insert(header.command, at: header.sequence)
    let payloadDigest = JournalDigest.sha256(restored.event.payload)
    _ = try insert(
      header, restored.event.payload, payloadDigest, stream: stream, previous: end?.sequence ?? 0,
      streamChain: end?.chain)
    if let personal = restored.personal { try insert(personal, beside: header.sequence) }
    guard let number = header.stream.orderNumber else { return try restored.event.checkKind() }
    let event = try restored.event.decodedOrderEvent()
    let before = try end.map { (end) throws(JournalError) in try order(number, end) }
    let way = try OrderWay.next(event, on: before?.way, number: number)
    let row = OrderRow(way.order, last: header)
    if let before {
      try projecting.replace(before, with: OrderState(way, row))
    } else {
      try projecting.insert(
        row, terms: SearchIndex.terms(way.order, row), fact: RateFact(row, way.order, way.course),
        run: LimitRun(way.order))
      projecting.totals.note(number)
    }
    try projecting.note(ReportKey.keys(of: event.event), of: number.key)
  }

  /// Writes what was gathered; the transaction can be committed after it.
  mutating func finish() throws(JournalError) {
    try projecting.finish()
    let head = try session.literal("REPLACE INTO head VALUES (1, ?, ?)")
    head.bind(sequence, 1)
    head.bind(chain, 2)
    try head.run()
  }
}

// MARK: - What stands against a request

extension Appending {
  private func receipt(of command: String) throws(JournalError) -> AppendReceipt {
    var headers: [EventHeader] = []
    if let first = try commands.firstSequence(of: command) {
      while let event = try events.event(first + Int64(headers.count)), event.event.header.command == command {
        headers.append(event.event.header)
      }
    }
    guard !headers.isEmpty else {
      throw JournalError(.damaged, subject: command, detail: "its events are missing")
    }
    return AppendReceipt(headers: headers)
  }

  private func end(_ write: PreparedWrite) throws(JournalError) -> EventTable.End? {
    guard case .stream(let stream, _) = write.target, let id = try events.id(of: stream) else { return nil }
    return try events.end(of: id)
  }

  private func conflict(_ write: PreparedWrite, _ end: EventTable.End?) throws(JournalError) -> AppendConflict? {
    if case .stream(let stream, let expected) = write.target,
      expected != end?.version ?? 0 || (end == nil && !stream.isBook)
    {
      return try conflict(stream, expected: expected, end)
    }
    let own = write.isNewOrder ? nil : write.headers.first?.stream.orderNumber?.key
    for report in write.reports {
      guard let key = try order(of: report), key != own else { continue }
      return try conflict(.order(OrderNumber(key: key)), expected: 0, try events.end(of: key))
    }
    return nil
  }

  private func conflict(
    _ stream: StreamID, expected: Int, _ end: EventTable.End?
  ) throws(JournalError) -> AppendConflict {
    let last = try end.flatMap { (end) throws(JournalError) in try events.event(end.sequence) }
    return AppendConflict(
      stream: stream, expected: expected, actual: end?.version ?? 0, last: last?.event.header)
  }

  private func order(of report: ReportKey) throws(JournalError) -> Int64? {
    let statement = try session.literal("SELECT key FROM report WHERE source = ? AND id = ?")
    defer { statement.reset() }
    statement.bind(report.source.column, 1)
    statement.bind(report.sourceID, 2)
    return try statement.step() ? statement.integer(0) : nil
  }
}

// MARK: - Writing

extension Appending {
  private mutating func begin(
    _ write: PreparedWrite, _ begun: PreparedWrite.NewOrder
  ) throws(JournalError) -> AppendReceipt.StreamVersion {
    guard case .newOrder(let day) = write.target else {
      throw JournalError(.invalidRequest, subject: "\(write.target)", detail: "no new order")
    }
    let number = try projecting.totals.next(day: day, in: session)
    let stream = StreamID.order(number)
    try insert(write, stream: stream, id: number.key, previous: 0, streamChain: nil)
    try projecting.note(write.reports, of: number.key)
    var row = begun.row
    row.number = number
    row.lastSequence = sequence
    var fact = begun.fact
    fact.number = number
    try projecting.insert(row, terms: begun.terms, fact: fact, run: begun.run)
    return AppendReceipt.StreamVersion(stream: stream, version: row.version)
  }

  private mutating func follow(
    _ write: PreparedWrite, _ end: EventTable.End
  ) throws(JournalError) -> AppendReceipt.StreamVersion {
    guard case .stream(let stream, _) = write.target, let number = stream.orderNumber, let last = write.headers.last
    else { throw JournalError(.invalidRequest, subject: "\(write.target)", detail: "no order") }
    let before = try order(number, end)
    var way = before.way
    for index in write.events.indices { try way.take(try write.decoded(index)) }
    try insert(write, stream: stream, id: number.key, previous: end.sequence, streamChain: end.chain)
    try projecting.note(write.reports, of: number.key)
    var row = OrderRow(way.order, last: last)
    row.lastSequence = sequence
    try projecting.replace(before, with: OrderState(way, row))
    return AppendReceipt.StreamVersion(stream: stream, version: row.version)
  }

  /// Writes the events of a book.
  private mutating func note(
    _ write: PreparedWrite, in stream: StreamID, _ end: EventTable.End?
  ) throws(JournalError) -> AppendReceipt.StreamVersion {
    guard let id = try events.idToWrite(stream), let last = write.headers.last else {
      throw JournalError(.invalidRequest, subject: stream.id, detail: "no book")
    }
    try insert(write, stream: stream, id: id, previous: end?.sequence ?? 0, streamChain: end?.chain)
    return AppendReceipt.StreamVersion(stream: stream, version: last.version)
  }

  /// Writes the events of one stream at the journal's end.
  private mutating func insert(
    _ write: PreparedWrite, stream: StreamID, id: Int64, previous: Int64, streamChain: [UInt8]?
  ) throws(JournalError) {
    var previous = previous
    var streamChain = streamChain
    for (pending, prepared) in zip(write.events, write.headers) {
      var header = prepared
      header.sequence = sequence + 1
      header.recordedAt = recordedAt
      header.originSequence = sequence + 1
      header.stream = stream
      streamChain = try insert(
        header, pending.payload.bytes, pending.payload.digest, stream: id, previous: previous,
        streamChain: streamChain)
      if let personal = pending.personal { try insert(personal, beside: sequence) }
      previous = sequence
    }
  }

  /// Writes one event at the journal's end.
  ///
  /// - Returns: the value of the stream's chain after it.
  private mutating func insert(
    _ header: EventHeader, _ payload: [UInt8], _ digest: [UInt8], stream: Int64, previous: Int64,
    streamChain: [UInt8]?
  ) throws(JournalError) -> [UInt8] {
    let link = hasher.link(header, payloadDigest: digest)
    let before = if let streamChain { streamChain } else { hasher.genesis(of: header.stream) }
    let streamChain = hasher.next(after: before, link: link)
    chain = hasher.next(after: chain, link: link)
    sequence = header.sequence
    try events.insert(
      header, payload: payload, stream: stream, previous: previous, streamChain: streamChain, journalChain: chain)
    if stream > EventTable.lastBook { projecting.totals.add(event: sequence, town: header.town) }
    return streamChain
  }

  private func insert(_ personal: PersonalRecord, beside sequence: Int64) throws(JournalError) {
    let statement = try session.literal("INSERT INTO personal VALUES (?, ?, ?, ?, ?)")
    statement.bind(sequence, 1)
    statement.bind(personal.data.name, 2)
    statement.bind(personal.data.phone, 3)
    statement.bind(personal.data.identity, 4)
    statement.bind(personal.salt, 5)
    try statement.run()
  }

  /// An order as it stands, with its row.
  private func order(_ number: OrderNumber, _ end: EventTable.End) throws(JournalError) -> OrderState {
    var way: OrderWay?
    var last: EventHeader?
    for stored in try events.events(of: number.key, endingAt: end.sequence) {
      let event = try stored.decodedOrderEvent()
      do throws(JournalError) {
        way = try OrderWay.next(event, on: way, number: number)
      } catch {
        throw JournalError(.damaged, subject: number.text, detail: "its events do not make an order")
      }
      last = event.header
    }
    guard let way, let last else {
      throw JournalError(.damaged, subject: number.text, detail: "no events")
    }
    return OrderState(way, OrderRow(way.order, last: last))
  }
}

import Journal
import Model

/// One transaction that appends: it gives positions, chains the events and keeps the projections in step.
struct Appending {
  private let session: Session
  private let events: EventTable
  private let commands: CommandTable
  private let reports: ReportTable
  private let city: String
  /// When the request that is appended now is recorded; what is restored keeps the time that it has.
  private var recordedAt = Instant(milliseconds: 0)
  private var projecting: Projecting
  private var hasher = ChainHasher()
  private var sequence: Int64
  private var chain: [UInt8]
  /// The reports and the numbers that the request that is appended now has taken.
  private var taken: [ReportKey] = []
  private var numbered: [OrderNumber] = []

  /// Begins where the journal ends.
  init(_ session: Session, identity: JournalIdentity, months: RateTotals.Months) throws(JournalError) {
    self.session = session
    events = EventTable(session: session, identity: identity)
    commands = CommandTable(session: session)
    reports = ReportTable(session: session)
    city = identity.city
    projecting = Projecting(session: session, indexing: .later, months: months)
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
    taken.removeAll(keepingCapacity: true)
    numbered.removeAll(keepingCapacity: true)
    var places: [Place] = []
    for write in request.writes {
      let place = try place(of: write)
      if let conflict = try conflict(write, place) {
        try withdraw(request)
        return .conflict(conflict)
      }
      places.append(place)
    }
    var versions: [AppendReceipt.StreamVersion] = []
    for (write, place) in zip(request.writes, places) {
      switch place {
      case .newOrder(let number): versions.append(try begin(write, number))
      case .order(let number, let end): versions.append(try follow(write, number, end))
      case .book(let stream, let end): versions.append(try note(write, in: stream, end))
      case .nowhere: throw JournalError(.invalidRequest, subject: request.command, detail: "\(write.target)")
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
        row, terms: SearchTokens.indexed(way.order.reports, row), fact: RateFact(row, way.order, way.course),
        run: LimitRun(way.order))
      projecting.totals.note(number)
    }
    for report in ReportKey.keys(of: event.event) { try reports.insert(report, of: number.key) }
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

  /// Where a write goes.
  private enum Place {
    case newOrder(OrderNumber)
    case order(OrderNumber, EventTable.End)
    case book(StreamID, EventTable.End?)
    /// To no stream that could be there.
    case nowhere

    /// The order's number.
    var number: OrderNumber? {
      switch self {
      case .newOrder(let number), .order(let number, _): number
      case .book, .nowhere: nil
      }
    }
  }

  private mutating func place(of write: PreparedWrite) throws(JournalError) -> Place {
    switch write.target {
    case .newOrder(let day):
      let number = try projecting.totals.next(day: day, in: session)
      numbered.append(number)
      return .newOrder(number)
    case .stream(let stream, _):
      let end = try events.id(of: stream).flatMap { (id) throws(JournalError) in try events.end(of: id) }
      if stream.isBook { return .book(stream, end) }
      guard let number = stream.orderNumber, let end else { return .nowhere }
      return .order(number, end)
    }
  }

  private mutating func conflict(_ write: PreparedWrite, _ place: Place) throws(JournalError) -> AppendConflict? {
    if case .stream(let stream, let expected) = write.target {
      switch place {
      case .order(_, let end) where end.version != expected: return try conflict(stream, expected: expected, end)
      case .book(_, let end) where end?.version ?? 0 != expected: return try conflict(stream, expected: expected, end)
      case .nowhere: return try conflict(stream, expected: expected, nil)
      case .newOrder, .order, .book: break
      }
    }
    guard let own = place.number?.key else { return nil }
    for report in write.reports {
      if try reports.insert(report, of: own) {
        taken.append(report)
      } else if let key = try reports.order(report), key != own {
        return try conflict(.order(OrderNumber(key: key)), expected: 0, try events.end(of: key))
      }
    }
    return nil
  }

  /// Gives back what a request took that meets a conflict.
  private mutating func withdraw(_ request: PreparedRequest) throws(JournalError) {
    try commands.remove(request.command)
    for report in taken { try reports.remove(report) }
    for number in numbered { projecting.totals.giveBack(number) }
  }

  private func conflict(
    _ stream: StreamID, expected: Int, _ end: EventTable.End?
  ) throws(JournalError) -> AppendConflict {
    let last = try end.flatMap { (end) throws(JournalError) in try events.event(end.sequence) }
    return AppendConflict(
      stream: stream, expected: expected, actual: end?.version ?? 0, last: last?.event.header)
  }
}

// MARK: - Writing

extension Appending {
  private mutating func begin(
    _ write: PreparedWrite, _ number: OrderNumber
  ) throws(JournalError) -> AppendReceipt.StreamVersion {
    guard let begun = write.newOrder else {
      throw JournalError(.invalidRequest, subject: "\(write.target)", detail: "no new order")
    }
    let stream = StreamID.order(number)
    try insert(write, stream: stream, id: number.key, previous: 0, streamChain: nil)
    var row = begun.row
    row.number = number
    row.lastSequence = sequence
    var fact = begun.fact
    fact.number = number
    try projecting.insert(row, terms: begun.terms, fact: fact, run: begun.run)
    return AppendReceipt.StreamVersion(stream: stream, version: row.version)
  }

  private mutating func follow(
    _ write: PreparedWrite, _ number: OrderNumber, _ end: EventTable.End
  ) throws(JournalError) -> AppendReceipt.StreamVersion {
    guard let last = write.headers.last else {
      throw JournalError(.invalidRequest, subject: "\(write.target)", detail: "no events")
    }
    let stream = StreamID.order(number)
    let before = try order(number, end)
    var way = before.way
    for index in write.events.indices { try way.take(try write.decoded(index)) }
    try insert(write, stream: stream, id: number.key, previous: end.sequence, streamChain: end.chain)
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
    for index in write.events.indices {
      var header = write.headers[index]
      header.sequence = sequence + 1
      header.recordedAt = recordedAt
      header.originSequence = sequence + 1
      header.stream = stream
      streamChain = try insert(
        header, write.events[index].payload.bytes, write.events[index].payload.digest, stream: id, previous: previous,
        streamChain: streamChain)
      if let personal = write.events[index].personal { try insert(personal, beside: sequence) }
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

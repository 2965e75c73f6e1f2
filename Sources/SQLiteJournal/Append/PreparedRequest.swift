import Journal
import Model

/// A request with all that can be made ready before the lock is taken.
///
/// A class, because an import hands each from one thread to another.
final class PreparedRequest: Sendable {
  let command: String
  let writes: [PreparedWrite]

  /// Checks a request and makes it ready.
  ///
  /// - Throws: `.invalidRequest` when it is malformed or one of its events can't follow.
  init(_ request: AppendRequest, in identity: JournalIdentity) throws(JournalError) {
    try request.validate()
    command = request.command
    var writes: [PreparedWrite] = []
    writes.reserveCapacity(request.writes.count)
    for write in request.writes {
      writes.append(try PreparedWrite(write, command: request.command, in: identity))
    }
    self.writes = writes
    guard writes.count > 1 else { return }
    let begun = writes.filter(\.isNewOrder).flatMap(\.reports)
    guard Set(begun).count == begun.count else {
      throw JournalError(.invalidRequest, subject: command, detail: "the same report in two orders")
    }
  }
}

/// One stream's events with their columns; what only the journal can say stands at zero until they are appended.
///
/// A class, because a copy of all its texts costs as much as the insertion of a row.
final class PreparedWrite: Sendable {
  /// What an order that begins is projected to, but for its number and its last sequence.
  struct NewOrder: Sendable {
    var row: OrderRow
    let terms: String
    /// What it adds to the rates, but for its number.
    let fact: RateFact
    /// The limit that it is under.
    let run: LimitRun?
  }

  let target: StreamWrite.Target
  let events: [PendingEvent]
  let headers: [EventHeader]
  /// The reports that the events bring in or change, each once.
  let reports: [ReportKey]
  /// For an order that begins.
  let newOrder: NewOrder?

  /// Whether the write makes a new order.
  var isNewOrder: Bool { newOrder != nil }

  init(
    _ write: StreamWrite, command: String, in identity: JournalIdentity
  ) throws(JournalError) {
    target = write.target
    events = write.events
    var stream = StreamID.journal
    var version = 0
    switch write.target {
    case .stream(let named, let expected):
      stream = named
      version = expected
    case .newOrder: break
    }
    headers = write.events.indices.map { index in
      EventHeader(
        write.events[index],
        at: EventPosition(
          sequence: 0, stream: stream, version: version + index + 1, command: command,
          recordedAt: Instant(milliseconds: 0)),
        in: identity)
    }
    reports = write.events.reduce(into: []) { reports, pending in
      guard case .order(let event) = pending.event else { return }
      for key in ReportKey.keys(of: event) where !reports.contains(key) { reports.append(key) }
    }
    if case .newOrder(let day) = write.target {
      newOrder = try PreparedWrite.project(write.events, headers, day: day)
    } else {
      newOrder = nil
    }
  }

  /// The event at an index as the order's folding takes it in.
  func decoded(_ index: Int) throws(JournalError) -> DecodedEvent {
    guard case .order(let event) = events[index].event else {
      throw JournalError(.invalidRequest, subject: headers[index].command, detail: headers[index].type)
    }
    return DecodedEvent(header: headers[index], event: event)
  }

  private static func project(
    _ events: [PendingEvent], _ headers: [EventHeader], day: Int
  ) throws(JournalError) -> NewOrder? {
    let number = OrderNumber(day: day, sequence: 1)
    var folded: OrderWay?
    for (pending, header) in zip(events, headers) {
      guard case .order(let event) = pending.event else { return nil }
      folded = try OrderWay.next(DecodedEvent(header: header, event: event), on: folded, number: number)
    }
    guard let folded, let last = headers.last else { return nil }
    let row = OrderRow(folded.order, last: last)
    return NewOrder(
      row: row, terms: SearchTokens.indexed(folded.order.reports, row),
      fact: RateFact(row, folded.order, folded.course), run: LimitRun(folded.order))
  }
}

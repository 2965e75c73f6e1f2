public import Model

/// The append-only store: events, the only truth, and the projections that are derived from them.
///
/// Every call blocks until it is done; callers keep it off the thread that draws. A store may be used from several
/// threads at once.
public protocol JournalStore: Sendable {
  /// What the first event fixed.
  var identity: JournalIdentity { get }

  /// Appends requests in their order in one durable transaction; each has an outcome of its own.
  ///
  /// A store that was opened for many appends may be durable later, at the latest when it is closed; it says so where it is
  /// opened.
  ///
  /// A later request sees what an earlier one did. A request that meets a conflict leaves no trace; the others stand.
  /// New orders are numbered by day, from 1, without gaps.
  ///
  /// - Parameters:
  ///   - requests: what is appended.
  ///   - recordedAt: when, UTC, unless a request has a moment of its own.
  /// - Returns: an outcome for each request, in order.
  /// - Throws: when nothing at all was appended; code `.invalidRequest` when any request is malformed or holds an event
  ///   that can't follow.
  func append(_ requests: [AppendRequest], recordedAt: Instant) throws(JournalError) -> [AppendOutcome]

  /// Appends the first of some requests, as many as a store takes at once without keeping others from writing for long.
  ///
  /// - Returns: an outcome for each of those that were taken, in order; at least one where there is a request.
  /// - Throws: as `append` does.
  func append(firstOf requests: [AppendRequest], recordedAt: Instant) throws(JournalError) -> [AppendOutcome]

  /// Makes a request ready beside the thread that appends: what can be done without the lock and the journal's state.
  ///
  /// - Returns: the request, which costs `append` less then.
  /// - Throws: code `.invalidRequest` when it is malformed or holds an event that can't follow.
  func ready(_ request: AppendRequest) throws(JournalError) -> AppendRequest

  /// The last sequence and the chain's value there.
  func head() throws(JournalError) -> JournalHead

  /// A number that differs when another process, or this one, has committed something.
  func changeToken() throws(JournalError) -> Int64

  /// An order with all its events, and the personal data of its reports.
  func order(_ number: OrderNumber) throws(JournalError) -> OrderFile?

  /// Several orders at once; those that do not exist are left out.
  func orders(_ numbers: [OrderNumber]) throws(JournalError) -> [OrderFile]

  /// The order that a report of a source made or was added to.
  func order(source: Source, sourceID: String) throws(JournalError) -> OrderNumber?

  /// A part of a list.
  ///
  /// - Parameters:
  ///   - query: which list.
  ///   - anchor: where in it.
  ///   - before: rows wanted before the anchor.
  ///   - after: rows wanted from the anchor on.
  ///   - seat: the seat for which rows are unread.
  ///   - effort: how much a text filter may cost.
  func page(
    _ query: OrderQuery, anchor: PageAnchor, before: Int, after: Int, seat: SeatCode, effort: SearchEffort
  ) throws(JournalError) -> OrderPage

  /// The row of one order.
  func row(_ number: OrderNumber, seat: SeatCode) throws(JournalError) -> OrderRow?

  /// The rows of the orders outside of a town in which units have a share, by number; of all towns where none is given.
  func shared(by units: Set<UnitCode>, outside town: PlaceCode?, seat: SeatCode) throws(JournalError) -> [OrderRow]

  /// The kept counts.
  func board() throws(JournalError) -> Board

  /// Open orders whose stage was due before `now`, by town, each counted up to `bound`; towns without any are missing.
  func late(at now: Instant, towns: [PlaceCode], bound: Int) throws(JournalError) -> [PlaceCode: BoundedCount]

  /// Arrivals by hour of UTC from `first` to `last`, both included, earliest first; hours without any may be missing.
  ///
  /// An order counts in the town in which it lay when it came in.
  func arrivals(from first: Int64, to last: Int64, town: PlaceCode?) throws(JournalError) -> [HourlyArrivals]

  /// What was learned about some terms from orders that went well.
  ///
  /// - Parameters:
  ///   - terms: terms of `LearnedTerms`, each once; those that never occurred are missing in the answer.
  ///   - category: the sub-category; nothing for all.
  func learned(_ terms: [String], category: CategoryCode?) throws(JournalError) -> LearnedCounts

  /// The last events of orders, the newest first; of a town's orders when a town is given.
  func recent(limit: Int, town: PlaceCode?) throws(JournalError) -> [StoredEvent]

  /// The rates over a query's orders, by group: one group, or none, when nothing is grouped.
  ///
  /// Groups are in the order of their names' bytes, the one without a name first; groups without orders are missing.
  func rates(_ query: RateQuery) throws(JournalError) -> [RateGroup]

  /// A part of the orders behind a rate, by number, the earliest first.
  ///
  /// - Parameters:
  ///   - list: which rate, and which of its orders.
  ///   - query: over which orders the rate is; its grouping does not matter.
  ///   - last: the order after which to begin; nothing for the first one.
  ///   - limit: how many at the most.
  func orders(
    behind list: RateList, in query: RateQuery, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> RatePage

  /// What an order adds to the rates, as it is kept.
  func rateFact(_ number: OrderNumber) throws(JournalError) -> RateFact?

  /// The open orders on which a threshold was passed that was not raised yet, the one that was due first in front.
  ///
  /// - Parameters:
  ///   - steps: the thresholds, the lowest first.
  ///   - now: when, UTC.
  ///   - limit: how many at the most.
  func raisesDue(_ steps: [RaisingStep], before now: Instant, limit: Int) throws(JournalError) -> [OrderNumber]

  /// The limit that an order is under, as it is kept; nothing where nobody could be urged.
  func limitRun(_ number: OrderNumber) throws(JournalError) -> LimitRun?

  /// The orders in which there may be leads, by number, the earliest first: they show signs, or are late.
  ///
  /// - Parameters:
  ///   - span: which orders.
  ///   - last: the order after which to begin; nothing for the span's first one.
  ///   - limit: how many at the most.
  func suspects(_ span: LeadSpan, after last: OrderNumber?, limit: Int) throws(JournalError) -> [OrderNumber]

  /// What the rows of orders tell of the moment when the journal ended with a sequence.
  ///
  /// It looks at every row up to a number, and at no event.
  ///
  /// - Parameters:
  ///   - sequence: the moment.
  ///   - greatest: the last number that is looked at.
  func standing(at sequence: Int64, through greatest: OrderNumber) throws(JournalError) -> PastStanding

  /// The open orders that a seat has in hand at `now`, the claim that lapses first in front, then by number.
  func claims(of seat: SeatCode, at now: Instant) throws(JournalError) -> [OrderRow]

  /// The orders near another one, among which correlation looks for the same event.
  ///
  /// However many orders there are, no more than twice `limit` are looked at.
  ///
  /// - Parameters:
  ///   - number: the order; it need not exist, and is not among them.
  ///   - town: the town they lie in, or nothing for the whole city.
  ///   - from: when they arrived at the earliest, UTC.
  ///   - to: when they arrived at the latest, UTC.
  ///   - limit: how many are looked at on either side of the number, the nearest ones.
  /// - Returns: those of them that arrived in the time, by number, latest first.
  func candidates(
    near number: OrderNumber, town: PlaceCode?, from: Instant, to: Instant, limit: Int
  ) throws(JournalError) -> [CorrelationCandidate]

  /// Notes that a seat has seen orders at a version; this is no event.
  func markSeen(_ orders: [OrderNumber: Int], by seat: SeatCode) throws(JournalError)

  /// The clock that all processes on the journal share; nothing means the wall clock.
  func clock() throws(JournalError) -> ClockSetting?

  /// Sets that clock; a live journal refuses it.
  func setClock(_ setting: ClockSetting) throws(JournalError)

  /// Hands on events in sequence, with the chain as the store keeps it.
  ///
  /// - Parameters:
  ///   - sequence: the first one wanted.
  ///   - limit: how many at the most.
  func chainedEvents(from sequence: Int64, limit: Int) throws(JournalError) -> [ChainedEvent]

  /// The sequence of a command's first event, by which it is known again; nothing for a command that is not known.
  func firstSequence(of command: String) throws(JournalError) -> Int64?

  /// All events of a stream, the first one first.
  func events(of stream: StreamID) throws(JournalError) -> [StoredEvent]

  /// The last events of a stream, the first of them first.
  ///
  /// - Parameters:
  ///   - stream: the stream.
  ///   - limit: how many at the most; it costs no more than that, however long the stream is.
  func lastEvents(of stream: StreamID, limit: Int) throws(JournalError) -> [StoredEvent]

  /// The ends of streams as the store keeps them, in the order of the bytes of kind and id.
  ///
  /// - Parameters:
  ///   - stream: the stream after which to begin; nothing for the first one.
  ///   - limit: how many at the most.
  func streamHeads(after stream: StreamID?, limit: Int) throws(JournalError) -> [StreamHead]

  /// Takes in events of another journal's export, exactly as they are; the chains are computed anew.
  ///
  /// - Parameter events: what follows the journal's last event, in sequence.
  /// - Throws: code `.invalidRequest` when they do not follow; nothing was taken in then.
  func restore(_ events: [RestoredEvent]) throws(JournalError)

  /// Makes every projection anew from the events; what seats have seen and the shared clock stay.
  func rebuild() throws(JournalError)

  /// The personal data that stands beside an event; nothing where there is none, or it was erased.
  func personal(_ sequence: Int64) throws(JournalError) -> PersonalRecord?

  /// Erases the personal data that stands beside an event; the event keeps its digest and the chain still proves.
  func erasePersonal(_ sequence: Int64) throws(JournalError)

  /// Lets go of the store; every later call fails with `.closed`.
  func close() throws(JournalError)
}

extension JournalStore {
  /// A store that nobody waits for takes them all.
  public func append(
    firstOf requests: [AppendRequest], recordedAt: Instant
  ) throws(JournalError) -> [AppendOutcome] {
    try append(requests, recordedAt: recordedAt)
  }

  /// A store that has nothing to make ready.
  public func ready(_ request: AppendRequest) throws(JournalError) -> AppendRequest { request }

  /// Hands on events in sequence.
  ///
  /// - Parameters:
  ///   - sequence: the first one wanted.
  ///   - limit: how many at the most.
  public func events(from sequence: Int64, limit: Int) throws(JournalError) -> [StoredEvent] {
    try chainedEvents(from: sequence, limit: limit).map(\.event)
  }
}

/// An event with what stands beside it, on its way from one store into another.
public struct RestoredEvent: Sendable, Equatable {
  /// The event.
  public let event: StoredEvent
  /// The personal data beside it; nothing where there is none, or it was left out or erased.
  public let personal: PersonalRecord?

  /// Makes an event on its way.
  public init(event: StoredEvent, personal: PersonalRecord?) {
    self.event = event
    self.personal = personal
  }
}

/// Where the journal ends.
public struct JournalHead: Sendable, Equatable {
  /// The last sequence; 0 for none.
  public let sequence: Int64
  /// The chain's value there, lower-case hexadecimal.
  public let chain: String

  /// Makes a head.
  public init(sequence: Int64, chain: String) {
    self.sequence = sequence
    self.chain = chain
  }
}

/// An order with its paper.
public struct OrderFile: Sendable, Equatable {
  /// The order, folded.
  public let order: WorkOrder
  /// Its events, the first one first, decoded.
  public let events: [DecodedEvent]
  /// Who reported, by the sequence of the event; masked by whoever shows it.
  public let reporters: [Int64: PersonalData]

  /// Makes an order's file.
  public init(order: WorkOrder, events: [DecodedEvent], reporters: [Int64: PersonalData]) {
    self.order = order
    self.events = events
    self.reporters = reporters
  }
}

extension OrderFile {
  /// Who reported, where that is known and not erased.
  public func reporter(of report: ReportReference) -> PersonalData? {
    let event = events.last { event in
      guard reporters[event.header.sequence] != nil else { return false }
      switch event.event {
      case .received(let received): return ReportReference(received.report) == report
      case .amended(let amended), .attached(let amended): return ReportReference(amended.report) == report
      default: return false
      }
    }
    return event.flatMap { reporters[$0.header.sequence] }
  }

  /// Who reported, where that is known, not erased and not confidential.
  public func shownReporter(of report: Report) -> PersonalData? {
    report.confidential ? nil : reporter(of: ReportReference(report))
  }
}

/// An order's event with its columns.
public struct DecodedEvent: Sendable, Equatable {
  /// The columns.
  public let header: EventHeader
  /// What happened.
  public let event: OrderEvent

  /// Makes a decoded event.
  public init(header: EventHeader, event: OrderEvent) {
    self.header = header
    self.event = event
  }
}

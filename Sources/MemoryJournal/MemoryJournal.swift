public import Journal
public import Model
import Synchronization

/// A journal in memory, for tests: arrays, dictionaries and sorting, slow and plain.
public final class MemoryJournal: JournalStore {
  /// What the first event fixed.
  public let identity: JournalIdentity
  private let state: Mutex<MemoryState>
  private let newestMatches: Int

  /// Makes a journal from its opening event.
  ///
  /// - Parameters:
  ///   - opening: the first event, `StoredEvent.opening` or out of an export.
  ///   - newestMatches: how many matches a search for the newest ones looks at.
  /// - Throws: `JournalError` with code `.missing` when the event is no opening.
  public init(opening: StoredEvent, newestMatches: Int = 200) throws(JournalError) {
    let state = try MemoryState(opening: opening)
    identity = state.identity
    self.state = Mutex(state)
    self.newestMatches = newestMatches
  }

  /// Appends requests; see `JournalStore`.
  public func append(
    _ requests: [AppendRequest], recordedAt: Instant
  ) throws(JournalError) -> [AppendOutcome] {
    try write { state throws(JournalError) in
      let before = state.log.head.sequence
      do throws(JournalError) {
        var outcomes: [AppendOutcome] = []
        for request in requests {
          outcomes.append(try state.append(request, recordedAt: request.recordedAt ?? recordedAt))
        }
        return outcomes
      } catch {
        try state.takeBack(to: before)
        throw error
      }
    }
  }

  /// The last sequence and the chain's value there.
  public func head() throws(JournalError) -> JournalHead {
    try read { $0.log.head }
  }

  /// A number that grows with every change.
  public func changeToken() throws(JournalError) -> Int64 {
    try read { $0.changes }
  }

  /// An order with all its events; see `JournalStore`.
  public func order(_ number: OrderNumber) throws(JournalError) -> OrderFile? {
    try read { state throws(JournalError) in try state.file(number) }
  }

  /// Several orders at once; see `JournalStore`.
  public func orders(_ numbers: [OrderNumber]) throws(JournalError) -> [OrderFile] {
    try read { state throws(JournalError) in
      var files: [OrderFile] = []
      for number in numbers {
        if let file = try state.file(number) { files.append(file) }
      }
      return files
    }
  }

  /// The order that has a report; see `JournalStore`.
  public func order(source: Source, sourceID: String) throws(JournalError) -> OrderNumber? {
    try read { $0.projections.reports[ReportKey(source: source, sourceID: sourceID)] }
  }

  /// A part of a list; see `JournalStore`.
  public func page(
    _ query: OrderQuery, anchor: PageAnchor, before: Int, after: Int, seat: SeatCode, effort: SearchEffort
  ) throws(JournalError) -> OrderPage {
    try read { state in
      let (rows, isPartial) = state.list(query, effort: effort, newest: newestMatches)
      let middle = query.sort.index(of: anchor, in: rows)
      let first = max(0, middle - max(0, before))
      let last = min(rows.count, middle + max(0, after))
      return OrderPage(
        rows: rows[first..<last].map { state.mark($0, for: seat) }, hasBefore: first > 0,
        hasAfter: last < rows.count, isPartial: isPartial)
    }
  }

  /// The row of one order.
  public func row(_ number: OrderNumber, seat: SeatCode) throws(JournalError) -> OrderRow? {
    try read { $0.row(number, seat: seat) }
  }

  /// The sequence of a command's first event; see `JournalStore`.
  public func firstSequence(of command: String) throws(JournalError) -> Int64? {
    try read { $0.log.commands[command]?.first.map { Int64($0) + 1 } }
  }

  /// The orders in which units have a share; see `JournalStore`.
  public func shared(
    by units: Set<UnitCode>, outside town: PlaceCode?, seat: SeatCode
  ) throws(JournalError) -> [OrderRow] {
    try read { $0.shared(by: units, outside: town, seat: seat) }
  }

  /// The kept counts.
  public func board() throws(JournalError) -> Board {
    try read { Board(orders: $0.projections.cells) }
  }

  /// Late orders by town; see `JournalStore`.
  public func late(
    at now: Instant, towns: [PlaceCode], bound: Int
  ) throws(JournalError) -> [PlaceCode: BoundedCount] {
    try read { $0.late(at: now, towns: towns, bound: bound) }
  }

  /// Arrivals by hour; see `JournalStore`.
  public func arrivals(
    from first: Int64, to last: Int64, town: PlaceCode?
  ) throws(JournalError) -> [HourlyArrivals] {
    try read { $0.arrivals(from: first, to: last, town: town) }
  }

  /// What was learned about terms; see `JournalStore`.
  public func learned(_ terms: [String], category: CategoryCode?) throws(JournalError) -> LearnedCounts {
    try read { $0.projections.learned.restricted(to: terms, category: category) }
  }

  /// The last events of orders; see `JournalStore`.
  public func recent(limit: Int, town: PlaceCode?) throws(JournalError) -> [StoredEvent] {
    try read { $0.recent(limit: limit, town: town) }
  }

  /// Rates by group; see `JournalStore`.
  public func rates(_ query: RateQuery) throws(JournalError) -> [RateGroup] {
    try read { $0.rates(query) }
  }

  /// A part of the orders behind a rate; see `JournalStore`.
  public func orders(
    behind list: RateList, in query: RateQuery, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> RatePage {
    try read { $0.orders(behind: list, in: query, after: last, limit: limit) }
  }

  /// What an order adds to the rates; see `JournalStore`.
  public func rateFact(_ number: OrderNumber) throws(JournalError) -> RateFact? {
    try read { $0.projections.facts[number] }
  }

  /// The orders on which something is to be raised; see `JournalStore`.
  public func raisesDue(
    _ steps: [RaisingStep], before now: Instant, limit: Int
  ) throws(JournalError) -> [OrderNumber] {
    try read { $0.raisesDue(steps, before: now, limit: limit) }
  }

  /// The limit that an order is under; see `JournalStore`.
  public func limitRun(_ number: OrderNumber) throws(JournalError) -> LimitRun? {
    try read { $0.projections.runs[number] }
  }

  /// The orders in which there may be leads; see `JournalStore`.
  public func suspects(
    _ span: LeadSpan, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> [OrderNumber] {
    try read { $0.suspects(span, after: last, limit: limit) }
  }

  /// What rows tell of an earlier moment; see `JournalStore`.
  public func standing(at sequence: Int64, through greatest: OrderNumber) throws(JournalError) -> PastStanding {
    try read { $0.standing(at: sequence, through: greatest) }
  }

  /// What a seat has in hand; see `JournalStore`.
  public func claims(of seat: SeatCode, at now: Instant) throws(JournalError) -> [OrderRow] {
    try read { $0.claims(of: seat, at: now) }
  }

  /// The orders near another one; see `JournalStore`.
  public func candidates(
    near number: OrderNumber, town: PlaceCode?, from: Instant, to: Instant, limit: Int
  ) throws(JournalError) -> [CorrelationCandidate] {
    try read { $0.candidates(near: number, town: town, from: from, to: to, limit: max(0, limit)) }
  }

  /// Notes what a seat has seen.
  public func markSeen(_ orders: [OrderNumber: Int], by seat: SeatCode) throws(JournalError) {
    try write { $0.seen[seat, default: [:]].merge(orders) { max($0, $1) } }
  }

  /// The shared clock.
  public func clock() throws(JournalError) -> ClockSetting? {
    try read { $0.clock }
  }

  /// Sets the shared clock; a live journal refuses it.
  public func setClock(_ setting: ClockSetting) throws(JournalError) {
    guard identity.kind != .live else { throw JournalError(.feedClockInLive, subject: identity.site) }
    try write { $0.clock = setting }
  }

  /// Hands on events with their chain; see `JournalStore`.
  public func chainedEvents(from sequence: Int64, limit: Int) throws(JournalError) -> [ChainedEvent] {
    try read { state in
      let wanted = state.log.events.drop { $0.event.header.sequence < sequence }
      return Array(wanted.prefix(max(0, limit)))
    }
  }

  /// All events of a stream.
  public func events(of stream: StreamID) throws(JournalError) -> [StoredEvent] {
    try read { $0.log.events(of: stream) }
  }

  /// The last events of a stream; see `JournalStore`.
  public func lastEvents(of stream: StreamID, limit: Int) throws(JournalError) -> [StoredEvent] {
    try read { $0.log.events(of: stream).suffix(max(0, limit)) }
  }

  /// The ends of streams; see `JournalStore`.
  public func streamHeads(after stream: StreamID?, limit: Int) throws(JournalError) -> [StreamHead] {
    try read { state in
      let heads = state.log.streams.values.map(\.head).sorted { $0.stream < $1.stream }
      return Array(heads.filter { head in stream.map { $0 < head.stream } ?? true }.prefix(max(0, limit)))
    }
  }

  /// Takes in events of an export; see `JournalStore`.
  public func restore(_ events: [RestoredEvent]) throws(JournalError) {
    try write { state throws(JournalError) in
      var draft = state
      for event in events { try draft.restore(event) }
      state = draft
    }
  }

  /// Makes every projection anew.
  public func rebuild() throws(JournalError) {
    try write { state throws(JournalError) in try state.rebuild() }
  }

  /// The personal data beside an event.
  public func personal(_ sequence: Int64) throws(JournalError) -> PersonalRecord? {
    try read { $0.log.personal[sequence] }
  }

  /// Erases the personal data beside an event.
  public func erasePersonal(_ sequence: Int64) throws(JournalError) {
    try write { $0.log.personal[sequence] = nil }
  }

  /// Lets go of the journal.
  public func close() throws(JournalError) {
    try write { $0.isClosed = true }
  }

  /// Changes the content behind the contract's back, as a hand in a file would; tests damage journals with it.
  func tamper(_ change: (inout MemoryState) -> Void) {
    state.withLock { change(&$0) }
  }

  private func read<Value: Sendable>(
    _ body: (MemoryState) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    try state.withLock { state throws(JournalError) in
      try check(state)
      return try body(state)
    }
  }

  private func write<Value: Sendable>(
    _ body: (inout MemoryState) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    try state.withLock { state throws(JournalError) in
      try check(state)
      let value = try body(&state)
      state.changes += 1
      return value
    }
  }

  private func check(_ state: MemoryState) throws(JournalError) {
    if state.isClosed { throw JournalError(.closed, subject: identity.site) }
  }
}

public import Journal
public import Model

/// The one way in for a key, a sub-command, an import and a gateway: load, decide, append, and once more where
/// somebody else was quicker.
public struct Operations: Sendable {
  /// The journal.
  public let store: any JournalStore
  /// The tables of the day.
  public let city: CityTables
  /// The wall clock.
  public let clock: OperationsClock
  /// Sixteen bytes that nobody can guess, for the digest of personal data.
  let salt: @Sendable () -> [UInt8]

  /// How often a command is decided anew when somebody else was quicker.
  static let attempts = 8

  /// Makes the way in to a journal.
  ///
  /// - Parameters:
  ///   - store: the journal.
  ///   - city: the tables of the day.
  ///   - clock: the wall clock.
  ///   - salt: gives sixteen bytes that nobody can guess, anew each time.
  public init(
    store: any JournalStore, city: CityTables, clock: OperationsClock, salt: @escaping @Sendable () -> [UInt8]
  ) {
    self.store = store
    self.city = city
    self.clock = clock
    self.salt = salt
  }

  /// Whether the journal is an exercise's, which takes in its reports and no others.
  public var holdsExercise: Bool { store.identity.kind == .drill }

  /// The time on this journal, UTC.
  public func now() throws(OperationError) -> Instant {
    do {
      return clock.now(try store.clock())
    } catch {
      throw .journal(error)
    }
  }

  /// Gives a command on an order.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - number: of which order.
  ///   - authority: who asks.
  ///   - id: the command's own name; given twice, it does nothing twice, and another command by that name is refused.
  ///     At most 200 bytes.
  ///   - seen: the version that the officer had before him, or nothing when any will do.
  /// - Returns: the order as it then stands.
  public func perform(
    _ command: OrderCommand, on number: OrderNumber, by authority: Authority, id: String, seen: Int? = nil
  ) throws(OperationError) -> OperationResult {
    var last: EventHeader?
    for _ in 0..<Operations.attempts {
      guard let file = try load(number) else { throw .noSuchOrder(number) }
      let order = file.order
      let now = try now()
      let responses = try responses()
      let known = file.events.filter { $0.header.command == id }
      if let first = known.first {
        let stood = try reading { (store) throws(JournalError) in
          try store.responses(before: first.header.sequence)
        }
        guard gave(command, known, on: file, by: authority, under: stood) else { throw .reused(first.header) }
        return OperationResult(order: order, events: known.map(\.event))
      }
      let events: [OrderEvent]
      do {
        events = try OrderRules.decide(command, on: order, by: authority, at: now, in: city, under: responses)
      } catch {
        throw .refused(error, last: file.events.last?.header)
      }
      if let seen, let overtaking = Operations.overtaking(file, seen: seen, by: authority) {
        throw .overtaken(by: overtaking)
      }
      var decisions = [(order: order, events: events)]
      if let parent = try toldParent(of: order, events, by: authority, at: now) { decisions.append(parent) }
      let child = try child(command, of: order, at: now, under: responses)
      let outcome = try append(decisions, child: child, by: authority, id: id, at: now)
      switch outcome {
      case .appended:
        guard let file = try load(number) else { throw .noSuchOrder(number) }
        return OperationResult(order: file.order, events: events)
      case .repeated(let receipt):
        // Given at the same moment by another process: it is looked at with what it did. On other orders it is another.
        guard receipt.streams.contains(where: { $0.stream.orderNumber == number }) else { throw .reused(nil) }
      case .conflict(let conflict):
        last = conflict.last
      }
    }
    throw .journal(JournalError(.lockHeld, subject: number.text, detail: last?.seat.rawValue ?? ""))
  }

  /// Whether events that stand in an order are what a command of a seat brought about: the same question at the same
  /// moment, under the responses that stood then, has the same answer.
  private func gave(
    _ command: OrderCommand, _ known: [DecodedEvent], on file: OrderFile, by authority: Authority,
    under responses: Responses
  ) -> Bool {
    guard let first = known.first?.header, first.seat == authority.seat, first.officer == authority.officer,
      let before = WorkOrder(
        number: file.order.number, events: file.events.lazy.filter { $0.header.version < first.version }.map(\.recorded)
      ),
      let decided = try? OrderRules.decide(
        command, on: before, by: authority, at: first.occurredAt, in: city, under: responses)
    else { return false }
    return decided == known.map(\.event)
  }

  /// An event by somebody else, after the version that was seen, that changed what the officer acted on.
  static func overtaking(_ file: OrderFile, seen: Int, by authority: Authority) -> EventHeader? {
    file.events.last { event in
      guard event.header.version > seen, event.header.seat != authority.seat else { return false }
      switch event.event {
      case .noted, .amended, .partAmended, .released, .attached, .answered, .urged, .unmasked: return false
      case .supervised(let supervised): return supervised.rule == nil
      default: return true
      }
    }?.header
  }

  func load(_ number: OrderNumber) throws(OperationError) -> OrderFile? {
    do {
      return try store.order(number)
    } catch {
      throw .journal(error)
    }
  }

  /// Appends what was decided on one or several orders, all of it or nothing.
  ///
  /// - Parameters:
  ///   - decisions: what happens to each order.
  ///   - child: the first event of an order that begins with it.
  ///   - authority: who asks.
  ///   - id: the command's own name.
  ///   - now: the time on the journal, UTC.
  func append(
    _ decisions: [(order: WorkOrder, events: [OrderEvent])], child: OrderEvent? = nil, by authority: Authority,
    id: String, at now: Instant
  ) throws(OperationError) -> AppendOutcome {
    do {
      var writes: [StreamWrite] = []
      for (order, events) in decisions {
        writes.append(
          StreamWrite(
            target: .stream(.order(order.number), expectedVersion: order.version),
            events: try pending(events, on: order, by: authority, at: now)))
      }
      if let child, let parent = decisions.first?.order {
        let day = city.calendar.zone.civil(now).day.compact
        writes.append(
          StreamWrite(
            target: .newOrder(day: day), events: try pending([child], on: parent, by: authority, at: now)))
      }
      let outcomes = try store.append([AppendRequest(command: id, writes: writes)], recordedAt: now)
      guard let outcome = outcomes.first else { throw JournalError(.invalidRequest, subject: id) }
      return outcome
    } catch let error as JournalError {
      throw .journal(error)
    } catch {
      throw .journal(JournalError(.invalidRequest, subject: id))
    }
  }

  func pending(
    _ events: [OrderEvent], on order: WorkOrder, by authority: Authority, at now: Instant
  ) throws(JournalError) -> [PendingEvent] {
    var pending: [PendingEvent] = []
    var place = order.core.place
    for event in events {
      switch event {
      case .filed(let filed): place = filed.place
      case .undone(let undone): place = undone.core.place
      case .parted: place = order.ties.before?.place ?? place
      default: break
      }
      pending.append(
        try PendingEvent(
          .order(event), place: place, town: city.places.town(of: place), tier: authority.tier,
          confidential: order.isConfidential, officer: authority.officer, seat: authority.seat,
          account: authority.account, occurredAt: now))
    }
    return pending
  }
}

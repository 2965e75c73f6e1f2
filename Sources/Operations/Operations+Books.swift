import Journal
public import Model

extension Operations {
  /// The emergency responses that stand.
  public func responses() throws(OperationError) -> Responses {
    try reading { (store) throws(JournalError) in try store.responses() }
  }

  /// Sets or lifts an emergency response.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - authority: who asks.
  ///   - id: the command's own name; given twice, it does nothing twice. At most 200 bytes.
  /// - Returns: the responses as they then stand.
  @discardableResult
  public func perform(
    _ command: ResponseCommand, by authority: Authority, id: String
  ) throws(OperationError) -> Responses {
    for _ in 0..<Operations.attempts {
      let responses = try responses()
      let event: ResponseEvent
      do {
        event = try ResponseRules.decide(command, on: responses, by: authority, in: city)
      } catch {
        if try isKnown(id, in: .responses) { return responses }
        throw .refusedBook(error)
      }
      let place =
        switch event {
        case .set(let setting): setting.place
        case .lifted(let lifting): lifting.place
        }
      if try write(.response(event), to: .responses, at: responses.version, about: place, by: authority, id: id) {
        return try self.responses()
      }
    }
    throw .journal(JournalError(.lockHeld, subject: StreamID.responses.id))
  }

  /// Appends an event to a book.
  ///
  /// - Parameters:
  ///   - event: what happens.
  ///   - stream: the book.
  ///   - version: the version that was decided on.
  ///   - place: the place that it is about.
  ///   - authority: who brings it about.
  ///   - id: the command's own name.
  /// - Returns: whether it stands there, now or by the same command before; else somebody else was quicker.
  func write(
    _ event: JournalEvent, to stream: StreamID, at version: Int, about place: PlaceCode, by authority: Authority,
    id: String
  ) throws(OperationError) -> Bool {
    let now = try now()
    let outcome = try reading { (store) throws(JournalError) -> AppendOutcome? in
      let pending = try PendingEvent(
        event, place: place, town: city.places.town(of: place), tier: authority.tier, confidential: false,
        officer: authority.officer, seat: authority.seat, account: authority.account, occurredAt: now)
      let target = StreamWrite.Target.stream(stream, expectedVersion: version)
      let request = AppendRequest(command: id, writes: [StreamWrite(target: target, events: [pending])])
      return try store.append([request], recordedAt: now).first
    }
    if case .conflict? = outcome { return false }
    return true
  }

  /// Whether a command is among the last ones of a book, so that giving it once more is no new command.
  func isKnown(_ id: String, in stream: StreamID) throws(OperationError) -> Bool {
    try reading { (store) throws(JournalError) in
      try store.lastEvents(of: stream, limit: Operations.rememberedCommands).contains { $0.header.command == id }
    }
  }

  /// How many commands of a book are looked through for one that is given once more.
  static let rememberedCommands = 50

  /// Asks the journal.
  func reading<Value>(
    _ body: (any JournalStore) throws(JournalError) -> Value
  ) throws(OperationError) -> Value {
    do {
      return try body(store)
    } catch {
      throw .journal(error)
    }
  }
}

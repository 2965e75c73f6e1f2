import Journal
import Model

/// Reads orders with all that belongs to them.
struct OrderFiles {
  let session: Session
  let identity: JournalIdentity

  /// An order, folded.
  func order(_ number: OrderNumber) throws(JournalError) -> WorkOrder? {
    guard let events = try decoded(number) else { return nil }
    return try OrderProjector.fold(number, events)
  }

  /// An order with its events and the personal data beside them.
  func file(_ number: OrderNumber) throws(JournalError) -> OrderFile? {
    guard let events = try decoded(number) else { return nil }
    var reporters: [Int64: PersonalData] = [:]
    for event in events where !event.header.personalDigest.isEmpty {
      if let record = try personal(event.header.sequence) { reporters[event.header.sequence] = record.data }
    }
    return OrderFile(order: try OrderProjector.fold(number, events), events: events, reporters: reporters)
  }

  /// What stands beside an event.
  func personal(_ sequence: Int64) throws(JournalError) -> PersonalRecord? {
    let statement = try session.literal("SELECT name, phone, identity, salt FROM personal WHERE sequence = ?")
    defer { statement.reset() }
    statement.bind(sequence, 1)
    guard try statement.step() else { return nil }
    return PersonalRecord(
      data: PersonalData(name: statement.text(0), phone: statement.text(1), identity: statement.text(2)),
      salt: statement.blob(3))
  }

  private func decoded(_ number: OrderNumber) throws(JournalError) -> [DecodedEvent]? {
    let table = EventTable(session: session, identity: identity)
    guard let end = try table.end(of: number.key) else { return nil }
    var events: [DecodedEvent] = []
    for event in try table.events(of: number.key, endingAt: end.sequence) {
      events.append(try event.decodedOrderEvent())
    }
    return events
  }
}

import Journal
public import Model

extension Operations {
  /// Writes into a volunteer's ledger.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - volunteer: the volunteer's own number.
  ///   - authority: who asks.
  ///   - id: the command's own name; given twice, it does nothing twice. At most 200 bytes.
  /// - Returns: the ledger as it then stands.
  @discardableResult
  public func perform(
    _ command: PointsCommand, of volunteer: String, by authority: Authority, id: String
  ) throws(OperationError) -> PointsLedger {
    let stream = StreamID.points(volunteer)
    guard stream.isBook else { throw .refusedBook(BookRefusal(.badName, volunteer)) }
    for _ in 0..<Operations.attempts {
      let ledger = try reading { (store) throws(JournalError) in try store.pointsLedger(of: volunteer) }
      if try isKnown(id, in: stream) { return ledger }
      let event: PointsEvent
      do {
        event = try PointsRules.decide(command, on: ledger, by: authority, in: city)
      } catch {
        throw .refusedBook(error)
      }
      let version = ledger.entries.count
      if try write(.points(event), to: stream, at: version, about: authority.place, by: authority, id: id) {
        return try reading { (store) throws(JournalError) in try store.pointsLedger(of: volunteer) }
      }
    }
    throw .journal(JournalError(.lockHeld, subject: volunteer))
  }
}

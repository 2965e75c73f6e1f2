public import Model

extension JournalStore {
  /// The emergency responses that stand.
  ///
  /// - Parameter sequence: as they stood before the event of this sequence; nothing for now.
  public func responses(before sequence: Int64? = nil) throws(JournalError) -> Responses {
    var responses = Responses()
    for stored in try events(of: .responses) {
      if let sequence, stored.header.sequence >= sequence { break }
      guard case .response(let event) = try stored.decoded(), responses.take(event, by: stored.header.signature)
      else { throw JournalError(.damaged, subject: StreamID.responses.id, detail: stored.header.type) }
    }
    return responses
  }

  /// Where a seat stands between two officers; read from the end, so that it costs the same after many years.
  public func shiftBook(of seat: SeatCode) throws(JournalError) -> ShiftBook {
    var book = ShiftBook()
    // A confirmation stands right after what it confirms.
    for stored in try lastEvents(of: .shift(seat), limit: 2) {
      guard case .shift(let event) = try stored.decoded() else {
        throw JournalError(.damaged, subject: seat.rawValue, detail: stored.header.type)
      }
      if case .handedOver = event { book = ShiftBook(version: stored.header.version - 1) }
      if !book.take(event, by: stored.header.signature) { book = ShiftBook(version: stored.header.version) }
    }
    return book
  }

  /// A volunteer's points.
  public func pointsLedger(of volunteer: String) throws(JournalError) -> PointsLedger {
    var ledger = PointsLedger()
    for stored in try events(of: .points(volunteer)) {
      guard case .points(let event) = try stored.decoded(), ledger.take(event, by: stored.header.signature)
      else { throw JournalError(.damaged, subject: volunteer, detail: stored.header.type) }
    }
    return ledger
  }
}

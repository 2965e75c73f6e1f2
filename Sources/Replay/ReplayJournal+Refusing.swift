public import Journal
public import Model

/// What a journal that is shown as it was does not do; each throws code `.readOnly`.
extension ReplayJournal {
  private func refusal(_ subject: String) -> JournalError { JournalError(.readOnly, subject: subject) }

  /// Refuses: nothing is taken in.
  public func append(
    _ requests: [AppendRequest], recordedAt: Instant
  ) throws(JournalError) -> [AppendOutcome] {
    throw refusal(requests.first?.command ?? "")
  }

  /// Refuses: nothing is taken in.
  public func restore(_ events: [RestoredEvent]) throws(JournalError) { throw refusal(identity.site) }

  /// Refuses: nothing is made anew.
  public func rebuild() throws(JournalError) { throw refusal(identity.site) }

  /// Refuses: nothing is erased.
  public func erasePersonal(_ sequence: Int64) throws(JournalError) { throw refusal("\(sequence)") }

  /// Does nothing: who looks at the past has not seen the present.
  public func markSeen(_ orders: [OrderNumber: Int], by seat: SeatCode) throws(JournalError) {}

  /// Refuses: rates are kept of the present only.
  public func rates(_ query: RateQuery) throws(JournalError) -> [RateGroup] { throw refusal("rates") }

  /// Refuses: rates are kept of the present only.
  public func orders(
    behind list: RateList, in query: RateQuery, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> RatePage {
    throw refusal("rates")
  }

  /// Refuses: rates are kept of the present only.
  public func rateFact(_ number: OrderNumber) throws(JournalError) -> RateFact? { throw refusal("rates") }

  /// Refuses: what is proved is the journal as it stands.
  public func streamHeads(after stream: StreamID?, limit: Int) throws(JournalError) -> [StreamHead] {
    throw refusal(identity.site)
  }

  /// Refuses: a moment of the past has no past of its own.
  public func standing(at sequence: Int64, through greatest: OrderNumber) throws(JournalError) -> PastStanding {
    throw refusal("\(sequence)")
  }
}

public import Journal
public import Model

/// Why an operation was not carried out.
public enum OperationError: Error, Sendable, Equatable {
  /// The rules say no.
  ///
  /// The header is the order's last event, which tells who was there before.
  case refused(Refusal, last: EventHeader?)
  /// The rules of a book say no.
  case refusedBook(BookRefusal)
  /// Somebody changed the order after it was shown.
  case overtaken(by: EventHeader)
  /// The command's name is another command's; the header is that command's first event, where it is on the order.
  case reused(EventHeader?)
  /// There is no such order.
  case noSuchOrder(OrderNumber)
  /// The drill is over; nothing counts any more.
  case over
  /// The journal could not do it.
  case journal(JournalError)
}

/// What an operation brought about.
public struct OperationResult: Sendable, Equatable {
  /// The order as it now stands.
  public let order: WorkOrder
  /// The events of the command: those appended now, or, when it was known already, those appended then.
  public let events: [OrderEvent]

  /// Makes a result.
  public init(order: WorkOrder, events: [OrderEvent]) {
    self.order = order
    self.events = events
  }
}

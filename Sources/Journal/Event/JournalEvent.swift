public import Model

/// An event of any stream.
public enum JournalEvent: Sendable, Equatable {
  /// The journal's first event.
  case opened(JournalIdentity)
  /// An event of an order.
  case order(OrderEvent)
}

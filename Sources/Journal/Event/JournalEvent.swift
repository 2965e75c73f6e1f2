public import Model

/// An event of any stream.
public enum JournalEvent: Sendable, Equatable {
  /// The journal's first event.
  case opened(JournalIdentity)
  /// An event of an order.
  case order(OrderEvent)
  /// An event of the emergency responses.
  case response(ResponseEvent)
  /// An event of a drill's script.
  case script(ScriptEvent)
  /// An event of a seat's shifts.
  case shift(ShiftEvent)
  /// An event of a volunteer's points.
  case points(PointsEvent)

  /// The kind of streams that the event belongs into.
  public var kind: StreamKind {
    switch self {
    case .opened: .journal
    case .order: .order
    case .response: .response
    case .script: .script
    case .shift: .shift
    case .points: .points
    }
  }
}

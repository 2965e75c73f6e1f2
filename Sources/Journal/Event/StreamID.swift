public import Model

/// What a stream of events is about.
public struct StreamKind: RawRepresentable, Hashable, Sendable {
  /// The kind as stored.
  public let rawValue: String

  /// Makes a kind from its stored name, lower-case ASCII letters.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The journal itself: its opening event.
  public static let journal = StreamKind(rawValue: "journal")
  /// Orders.
  public static let order = StreamKind(rawValue: "order")
}

/// One stream of events: a kind and an id.
public struct StreamID: Hashable, Sendable {
  /// What the stream is about.
  public let kind: StreamKind
  /// Which one of that kind.
  public let id: String

  /// Makes a stream's name.
  public init(kind: StreamKind, id: String) {
    self.kind = kind
    self.id = id
  }

  /// The stream of an order.
  public static func order(_ number: OrderNumber) -> StreamID {
    StreamID(kind: .order, id: number.text)
  }

  /// The stream of the journal's own events.
  public static let journal = StreamID(kind: .journal, id: "journal")

  /// The order that the stream is about, if it is one's.
  public var orderNumber: OrderNumber? {
    kind == .order ? OrderNumber(id) : nil
  }
}

extension StreamID: Comparable {
  /// Orders streams by the bytes of their kind, then of their id.
  public static func < (left: StreamID, right: StreamID) -> Bool {
    left.kind == right.kind
      ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
      : left.kind.rawValue.utf8.lexicographicallyPrecedes(right.kind.rawValue.utf8)
  }
}

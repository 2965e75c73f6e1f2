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
  /// 积分账: one a volunteer.
  public static let points = StreamKind(rawValue: "points")
  /// 应急响应: one for the whole city.
  public static let response = StreamKind(rawValue: "response")
  /// 导调簿: one for a drill.
  public static let script = StreamKind(rawValue: "script")
  /// 交接簿: one a seat.
  public static let shift = StreamKind(rawValue: "shift")

  /// The kinds of books: streams that have names of their own; all of them sort after the orders.
  public static let books: Set<StreamKind> = [.points, .response, .script, .shift]
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

  /// The stream of the city's emergency responses.
  public static let responses = StreamID(kind: .response, id: "city")

  /// The stream of what the conductor does to a drill's script.
  public static let script = StreamID(kind: .script, id: "drill")

  /// The stream of a seat's shifts.
  public static func shift(_ seat: SeatCode) -> StreamID {
    StreamID(kind: .shift, id: seat.rawValue)
  }

  /// The stream of a volunteer's points.
  public static func points(_ volunteer: String) -> StreamID {
    StreamID(kind: .points, id: volunteer)
  }

  /// Whether the stream is a book of its own name.
  public var isBook: Bool {
    StreamKind.books.contains(kind) && (1...StreamID.longestName).contains(id.utf8.count)
  }

  /// The longest name of a book, in bytes.
  public static let longestName = 100

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

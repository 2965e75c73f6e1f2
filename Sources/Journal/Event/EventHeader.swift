public import Model

/// What stands in columns beside an event's payload; the chain covers it too.
public struct EventHeader: Sendable, Equatable {
  /// Position in the journal, from 1, without gaps.
  public var sequence: Int64
  /// The stream.
  public var stream: StreamID
  /// Position in the stream, from 1, without gaps.
  public var version: Int
  /// The event's type, `order.dispatched` for one.
  public var type: String
  /// The version of the payload's schema, from 1.
  public var schema: Int
  /// The site at which the event was first recorded.
  public var origin: String
  /// The event's position in the journal of its origin.
  public var originSequence: Int64
  /// The city's code.
  public var city: String
  /// The place of what the event is about, as it is after the event; empty for the journal's own.
  public var place: PlaceCode
  /// The town that the place lies in; nothing for the city as a whole and for the journal's own.
  public var town: PlaceCode?
  /// The tier of the seat that brought it about.
  public var tier: Tier
  /// Whether it is about a confidential order.
  public var confidential: Bool
  /// The officer; empty for a feed.
  public var officer: OfficerCode
  /// The seat; empty for a feed.
  public var seat: SeatCode
  /// The operating-system account, or the feed.
  public var account: String
  /// When it happened, UTC.
  public var occurredAt: Instant
  /// When it was recorded, UTC.
  public var recordedAt: Instant
  /// The command that brought it about.
  public var command: String
  /// Salted SHA-256 of the personal data that stands beside it, lower-case hexadecimal; empty where there is none.
  public var personalDigest: String

  /// Makes a header.
  public init(
    sequence: Int64, stream: StreamID, version: Int, type: String, schema: Int, origin: String,
    originSequence: Int64, city: String, place: PlaceCode, town: PlaceCode?, tier: Tier, confidential: Bool,
    officer: OfficerCode, seat: SeatCode, account: String, occurredAt: Instant, recordedAt: Instant,
    command: String, personalDigest: String
  ) {
    self.sequence = sequence
    self.stream = stream
    self.version = version
    self.type = type
    self.schema = schema
    self.origin = origin
    self.originSequence = originSequence
    self.city = city
    self.place = place
    self.town = town
    self.tier = tier
    self.confidential = confidential
    self.officer = officer
    self.seat = seat
    self.account = account
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.command = command
    self.personalDigest = personalDigest
  }
}

/// An event as the journal keeps it.
public struct StoredEvent: Sendable, Equatable {
  /// The columns.
  public let header: EventHeader
  /// The canonical payload, exactly the bytes that were hashed.
  public let payload: [UInt8]

  /// Makes a stored event.
  public init(header: EventHeader, payload: [UInt8]) {
    self.header = header
    self.payload = payload
  }
}

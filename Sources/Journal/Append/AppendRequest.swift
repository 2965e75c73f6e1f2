public import Model

/// One command's events for one or several streams; all of them are appended, or none.
public struct AppendRequest: Sendable {
  /// The command; a command that the journal knows does nothing again; at most 200 bytes.
  public var command: String { didSet { ready = nil } }
  /// What is written, each stream at most once.
  public var writes: [StreamWrite] { didSet { ready = nil } }
  /// When it is recorded, UTC; nothing for the moment at which all that is appended with it is.
  ///
  /// Moments never go back.
  public var recordedAt: Instant?
  /// What a store has made ready of it; gone as soon as the request is changed.
  package private(set) var ready: (any Sendable)?

  /// Makes a request.
  public init(command: String, writes: [StreamWrite]) {
    self.command = command
    self.writes = writes
  }

  /// The request with what a store has made ready of it.
  package func with(ready: any Sendable) -> AppendRequest {
    var request = self
    request.ready = ready
    return request
  }
}

/// Events for one stream.
public struct StreamWrite: Sendable {
  /// Which stream.
  public enum Target: Sendable, Equatable {
    /// A stream that stands at a version; 0 when it may not exist yet.
    case stream(StreamID, expectedVersion: Int)
    /// A new order, which gets the next number of a day (`YYYYMMDD`) when it is appended.
    case newOrder(day: Int)
  }

  /// Which stream.
  public var target: Target
  /// The events, in order; at least one.
  public var events: [PendingEvent]

  /// Makes a write.
  public init(target: Target, events: [PendingEvent]) {
    self.target = target
    self.events = events
  }
}

/// An event that is ready to be appended: encoded and hashed, without the position it will get.
public struct PendingEvent: Sendable {
  /// The event itself, for the projections.
  public let event: JournalEvent
  /// Its canonical bytes.
  public let payload: EncodedPayload
  /// The place of what it is about, as it is after the event.
  public var place: PlaceCode
  /// The town that the place lies in; nothing for the city as a whole.
  public var town: PlaceCode?
  /// The tier of the seat that brings it about.
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
  /// What must stand beside it.
  public let personal: PersonalRecord?
  /// The digest of that, as the event's header bears it; empty where nothing stands beside it.
  public let personalDigest: String

  /// Encodes and hashes an event.
  ///
  /// - Throws: `JournalError` with code `.encoding`.
  public init(
    _ event: JournalEvent, place: PlaceCode, town: PlaceCode?, tier: Tier, confidential: Bool,
    officer: OfficerCode, seat: SeatCode, account: String, occurredAt: Instant, personal: PersonalRecord? = nil
  ) throws(JournalError) {
    self.event = event
    payload = try EncodedPayload(event)
    self.place = place
    self.town = town
    self.tier = tier
    self.confidential = confidential
    self.officer = officer
    self.seat = seat
    self.account = account
    self.occurredAt = occurredAt
    self.personal = personal
    personalDigest = personal?.digest() ?? ""
  }
}

/// Personal data with the salt that keeps its digest from being guessed.
public struct PersonalRecord: Sendable, Equatable {
  /// The data.
  public let data: PersonalData
  /// Sixteen bytes that nobody can guess, from outside the journal.
  public let salt: [UInt8]

  /// Makes a record; `salt` has sixteen bytes.
  public init(data: PersonalData, salt: [UInt8]) {
    self.data = data
    self.salt = salt
  }
}

/// What became of a request.
public enum AppendOutcome: Sendable, Equatable {
  /// It was appended.
  case appended(AppendReceipt)
  /// The journal knew the command already, from an earlier request or one before it in the batch; nothing was done.
  case repeated(AppendReceipt)
  /// A stream stood at another version, or another order has the report already; nothing was done.
  case conflict(AppendConflict)
}

/// Where a command's events stand.
public struct AppendReceipt: Sendable, Equatable {
  /// The streams, with their versions after the command.
  public let streams: [StreamVersion]
  /// The sequence of the first event.
  public let firstSequence: Int64

  /// Makes a receipt.
  public init(streams: [StreamVersion], firstSequence: Int64) {
    self.streams = streams
    self.firstSequence = firstSequence
  }

  /// A stream and a version.
  public struct StreamVersion: Sendable, Equatable {
    /// The stream.
    public let stream: StreamID
    /// Its version.
    public let version: Int

    /// Makes a pair.
    public init(stream: StreamID, version: Int) {
      self.stream = stream
      self.version = version
    }
  }
}

/// Who was there first.
///
/// A report that comes in although an order has it already is a conflict with that order's stream, with 0 as the
/// expected version.
public struct AppendConflict: Sendable, Equatable {
  /// The stream.
  public let stream: StreamID
  /// The version that was expected.
  public let expected: Int
  /// The version that it stands at; 0 when it does not exist.
  public let actual: Int
  /// The stream's last event, which tells who was there first, from where and when.
  public let last: EventHeader?

  /// Makes a conflict.
  public init(stream: StreamID, expected: Int, actual: Int, last: EventHeader?) {
    self.stream = stream
    self.expected = expected
    self.actual = actual
    self.last = last
  }
}

/// Something in a journal that is not as its events and chains want it.
public struct JournalFinding: Sendable, Equatable {
  /// The kinds of findings.
  public enum Code: String, Sendable, CaseIterable {
    /// The first event is no opening, or fixes another identity than the store names.
    case opening
    /// An event is missing in the sequence.
    case missingEvent
    /// An event, or the chain's value after it, is not the one that was hashed.
    case brokenLink
    /// The journal's head stands further than the events: a tail is missing.
    case missingTail
    /// The journal's head is not the one that the events make.
    case brokenHead
    /// An event of a stream is missing: within it, or at its end.
    case missingInStream
    /// A stream's head is not the one that its events make.
    case brokenStream
    /// An event belongs to no stream that the store keeps, or stands after its stream's head.
    case strayEvent
    /// An event can't be read, or can't follow in its order.
    case unreadable
    /// The personal data beside an event is not the one whose digest the event bears.
    case personal
    /// An order has no row.
    case missingRow
    /// A row stands for no order.
    case strayRow
    /// A row is not the one that the events make.
    case otherRow
    /// A report is not found under its order.
    case reportIndex
    /// The orders in which a unit has a share are not the ones that the events make.
    case shares
    /// The kept counts are not the ones that the events make.
    case board
    /// The kept arrivals are not the ones that the events make.
    case arrivals
    /// What is kept for the rates, for an order or for a day, is not what the events make.
    case rates
    /// The orders that suggestions are made of are not the ones that the events make.
    case learned
  }

  /// What kind it is.
  public let code: Code
  /// The stream, where one is concerned.
  public let stream: StreamID?
  /// The version in the stream, where one is concerned.
  public let version: Int?
  /// The sequence in the journal, where one is concerned.
  public let sequence: Int64?
  /// More, for the log.
  public let detail: String

  /// Makes a finding.
  public init(
    _ code: Code, stream: StreamID? = nil, version: Int? = nil, sequence: Int64? = nil, detail: String = ""
  ) {
    self.code = code
    self.stream = stream
    self.version = version
    self.sequence = sequence
    self.detail = detail
  }

  /// A finding about an event.
  init(_ code: Code, _ header: EventHeader, detail: String = "") {
    self.init(code, stream: header.stream, version: header.version, sequence: header.sequence, detail: detail)
  }
}

/// What a verification has looked at and found.
public struct Verification: Sendable, Equatable {
  /// The journal's head, as the store keeps it.
  public var head: JournalHead
  /// How many events there are.
  public var events: Int64 = 0
  /// How many streams there are.
  public var streams = 0
  /// What is wrong, in the order in which it was found: the sequence, then the streams, then the projections.
  public var findings: [JournalFinding] = []

  /// Whether nothing is wrong.
  public var isClean: Bool { findings.isEmpty }
}

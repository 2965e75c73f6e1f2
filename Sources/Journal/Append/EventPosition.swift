public import Model

/// What a journal adds to a pending event when it takes it in.
public struct EventPosition: Sendable {
  /// Position in the journal, from 1.
  public var sequence: Int64
  /// The stream.
  public var stream: StreamID
  /// Position in the stream, from 1.
  public var version: Int
  /// The command that brings it about.
  public var command: String
  /// When it is recorded, UTC.
  public var recordedAt: Instant

  /// Makes a position.
  public init(sequence: Int64, stream: StreamID, version: Int, command: String, recordedAt: Instant) {
    self.sequence = sequence
    self.stream = stream
    self.version = version
    self.command = command
    self.recordedAt = recordedAt
  }
}

extension EventHeader {
  /// The columns that a pending event gets at a position in a journal.
  public init(_ pending: PendingEvent, at position: EventPosition, in identity: JournalIdentity) {
    self.init(
      sequence: position.sequence, stream: position.stream, version: position.version, type: pending.payload.type,
      schema: pending.payload.schema, origin: identity.site, originSequence: position.sequence, city: identity.city,
      place: pending.place, town: pending.town, tier: pending.tier, confidential: pending.confidential,
      officer: pending.officer, seat: pending.seat, account: pending.account, occurredAt: pending.occurredAt,
      recordedAt: position.recordedAt, command: position.command, personalDigest: pending.personalDigest)
  }
}

extension StoredEvent {
  /// A journal's first event, which fixes its identity; it is recorded at the time at which the journal is opened.
  ///
  /// - Parameters:
  ///   - identity: what it fixes.
  ///   - account: the operating-system account that makes the journal.
  /// - Throws: `JournalError` with code `.encoding`.
  public static func opening(_ identity: JournalIdentity, account: String) throws(JournalError) -> StoredEvent {
    let pending = try PendingEvent(
      .opened(identity), place: "", town: nil, tier: .city, confidential: false, officer: "", seat: "",
      account: account, occurredAt: identity.openedAt)
    let position = EventPosition(
      sequence: 1, stream: .journal, version: 1, command: "journal.open", recordedAt: identity.openedAt)
    return StoredEvent(header: EventHeader(pending, at: position, in: identity), payload: pending.payload.bytes)
  }

  /// What the event fixes, when it is a journal's first one.
  ///
  /// - Throws: `JournalError` with code `.missing` when it is another event, `.newer` or `.encoding` when it can't be
  ///   read.
  public func openedIdentity() throws(JournalError) -> JournalIdentity {
    guard header.sequence == 1, header.stream == .journal, case .opened(let identity) = try decoded() else {
      throw JournalError(.missing, subject: header.type, detail: "no opening event")
    }
    return identity
  }
}

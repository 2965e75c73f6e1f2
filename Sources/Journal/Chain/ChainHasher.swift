import Model

/// Computes the chains that bind events together.
///
/// - A link is SHA-256 over the tag `command-center.link.1`, every column of the event's header in the order of
///   `EventHeader` and the payload's digest. Text is written as its length in bytes (four bytes, big-endian) and its
///   UTF-8; an integer as eight bytes, big-endian; a truth value as one byte; a town that may be missing as one byte
///   that says whether it is there, and the text.
/// - A chain's next value is SHA-256 over its value so far and the link.
/// - A journal's chain begins with SHA-256 of `command-center.journal.1`; a stream's with SHA-256 of
///   `command-center.stream.1`, the kind and the id, all three written as text.
///
/// One hasher keeps its buffer; it is not for several threads at once.
public struct ChainHasher: Sendable {
  /// The value of a journal's chain before its first event.
  public static let journalGenesis = JournalDigest.sha256(Array("command-center.journal.1".utf8))

  private var buffer: [UInt8] = []

  /// Makes a hasher.
  public init() {
    buffer.reserveCapacity(1_024)
  }

  /// The value of a stream's chain before its first event.
  public mutating func genesis(of stream: StreamID) -> [UInt8] {
    buffer.removeAll(keepingCapacity: true)
    append("command-center.stream.1")
    append(stream.kind.rawValue)
    append(stream.id)
    return JournalDigest.sha256(buffer)
  }

  /// The link of an event.
  ///
  /// - Parameters:
  ///   - header: its columns.
  ///   - payloadDigest: SHA-256 of its stored bytes.
  public mutating func link(_ header: EventHeader, payloadDigest: [UInt8]) -> [UInt8] {
    buffer.removeAll(keepingCapacity: true)
    append("command-center.link.1")
    append(header.sequence)
    append(header.stream.kind.rawValue)
    append(header.stream.id)
    append(Int64(header.version))
    append(header.type)
    append(Int64(header.schema))
    append(header.origin)
    append(header.originSequence)
    append(header.city)
    append(header.place.rawValue)
    buffer.append(header.town == nil ? 0 : 1)
    append(header.town?.rawValue ?? "")
    append(header.tier.rawValue)
    buffer.append(header.confidential ? 1 : 0)
    append(header.officer.rawValue)
    append(header.seat.rawValue)
    append(header.account)
    append(header.occurredAt.milliseconds)
    append(header.recordedAt.milliseconds)
    append(header.command)
    append(header.personalDigest)
    buffer.append(contentsOf: payloadDigest)
    return JournalDigest.sha256(buffer)
  }

  /// A chain's value after a link.
  public mutating func next(after value: [UInt8], link: [UInt8]) -> [UInt8] {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: value)
    buffer.append(contentsOf: link)
    return JournalDigest.sha256(buffer)
  }

  private mutating func append(_ text: String) {
    append(UInt32(truncatingIfNeeded: text.utf8.count))
    buffer.append(contentsOf: text.utf8)
  }

  private mutating func append<Value: FixedWidthInteger>(_ value: Value) {
    for shift in stride(from: Value.bitWidth - 8, through: 0, by: -8) {
      buffer.append(UInt8(truncatingIfNeeded: value >> Value(shift)))
    }
  }
}

extension StoredEvent {
  /// The event's link, computed from the stored bytes.
  public func link(with hasher: inout ChainHasher) -> [UInt8] {
    hasher.link(header, payloadDigest: JournalDigest.sha256(payload))
  }
}

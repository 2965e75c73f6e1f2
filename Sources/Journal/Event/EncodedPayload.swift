import Model

/// An event in its canonical bytes, with their digest.
public struct EncodedPayload: Sendable, Equatable {
  /// The event's type, `order.dispatched` for one.
  public let type: String
  /// The version of the payload's schema.
  public let schema: Int
  /// The canonical bytes: JSON with sorted keys, NFC, integers only.
  public let bytes: [UInt8]
  /// SHA-256 of the bytes.
  public let digest: [UInt8]

  /// Encodes and hashes an event.
  ///
  /// - Throws: `JournalError` with code `.encoding`.
  public init(_ event: JournalEvent) throws(JournalError) {
    let type = EventType(event)
    self.type = type.rawValue
    schema = type.schema
    bytes = try EncodedPayload.encode(event)
    digest = JournalDigest.sha256(bytes)
  }

  private static func encode(_ event: JournalEvent) throws(JournalError) -> [UInt8] {
    switch event {
    case .opened(let identity): try CanonicalWriter.bytes(of: identity)
    case .order(let event): try encode(event)
    case .response(.set(let payload)): try CanonicalWriter.bytes(of: payload)
    case .response(.lifted(let payload)): try CanonicalWriter.bytes(of: payload)
    case .script(.fired(let payload)): try CanonicalWriter.bytes(of: payload)
    case .script(.skipped(let payload)): try CanonicalWriter.bytes(of: payload)
    case .script(.delayed(let payload)): try CanonicalWriter.bytes(of: payload)
    case .script(.added(let payload)): try CanonicalWriter.bytes(of: payload)
    case .script(.remarked(let payload)): try CanonicalWriter.bytes(of: payload)
    case .shift(.handedOver(let payload)): try CanonicalWriter.bytes(of: payload)
    case .shift(.takenOver(let payload)): try CanonicalWriter.bytes(of: payload)
    case .points(.earned(let payload)): try CanonicalWriter.bytes(of: payload)
    case .points(.spent(let payload)): try CanonicalWriter.bytes(of: payload)
    case .points(.corrected(let payload)): try CanonicalWriter.bytes(of: payload)
    }
  }

  private static func encode(_ event: OrderEvent) throws(JournalError) -> [UInt8] {
    switch event {
    case .received(let payload): try CanonicalReport.bytes(of: payload)
    case .amended(let payload): try CanonicalWriter.bytes(of: payload)
    case .filed(let payload): try CanonicalWriter.bytes(of: payload)
    case .declined(let payload): try CanonicalWriter.bytes(of: payload)
    case .claimed(let payload): try CanonicalWriter.bytes(of: payload)
    case .takenOver(let payload): try CanonicalWriter.bytes(of: payload)
    case .released, .withdrawn: Array("{}".utf8)
    case .dispatched(let payload): try CanonicalWriter.bytes(of: payload)
    case .redispatched(let payload): try CanonicalWriter.bytes(of: payload)
    case .signed(let payload): try CanonicalWriter.bytes(of: payload)
    case .fedBack(let payload): try CanonicalWriter.bytes(of: payload)
    case .inspected(let payload): try CanonicalWriter.bytes(of: payload)
    case .closed(let payload): try CanonicalWriter.bytes(of: payload)
    case .reopened(let payload): try CanonicalWriter.bytes(of: payload)
    case .noted(let payload): try CanonicalWriter.bytes(of: payload)
    case .undone(let payload): try CanonicalWriter.bytes(of: payload)
    case .attached(let payload): try CanonicalWriter.bytes(of: payload)
    case .verified(let payload): try CanonicalWriter.bytes(of: payload)
    case .settled(let payload): try CanonicalWriter.bytes(of: payload)
    case .contacted(let payload): try CanonicalWriter.bytes(of: payload)
    case .stepped(let payload): try CanonicalWriter.bytes(of: payload)
    case .assisted(let payload): try CanonicalWriter.bytes(of: payload)
    case .requested(let payload): try CanonicalWriter.bytes(of: payload)
    case .returned(let payload): try CanonicalWriter.bytes(of: payload)
    case .suspended(let payload): try CanonicalWriter.bytes(of: payload)
    case .extended(let payload): try CanonicalWriter.bytes(of: payload)
    case .denied(let payload): try CanonicalWriter.bytes(of: payload)
    case .resumed(let payload): try CanonicalWriter.bytes(of: payload)
    case .escalated(let payload): try CanonicalWriter.bytes(of: payload)
    case .delegated(let payload): try CanonicalWriter.bytes(of: payload)
    case .answered(let payload): try CanonicalWriter.bytes(of: payload)
    case .followedUp(let payload): try CanonicalWriter.bytes(of: payload)
    case .answeredBack(let payload): try CanonicalWriter.bytes(of: payload)
    case .urged(let payload): try CanonicalWriter.bytes(of: payload)
    case .supervised(let payload): try CanonicalWriter.bytes(of: payload)
    case .instructed(let payload): try CanonicalWriter.bytes(of: payload)
    case .struckOff(let payload): try CanonicalWriter.bytes(of: payload)
    case .excluded(let payload): try CanonicalWriter.bytes(of: payload)
    case .merged(let payload): try CanonicalWriter.bytes(of: payload)
    case .partAmended(let payload): try CanonicalWriter.bytes(of: payload)
    case .joined(let payload): try CanonicalWriter.bytes(of: payload)
    case .split(let payload): try CanonicalWriter.bytes(of: payload)
    case .parted(let payload): try CanonicalWriter.bytes(of: payload)
    case .distinguished(let payload): try CanonicalWriter.bytes(of: payload)
    case .branched(let payload): try CanonicalWriter.bytes(of: payload)
    case .childEnded(let payload): try CanonicalWriter.bytes(of: payload)
    case .childReopened(let payload): try CanonicalWriter.bytes(of: payload)
    case .unmasked(let payload): try CanonicalWriter.bytes(of: payload)
    }
  }
}

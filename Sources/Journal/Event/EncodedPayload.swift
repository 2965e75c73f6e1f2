internal import Crypto
public import Model

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
}

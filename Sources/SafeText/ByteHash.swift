/// FNV-1a with 64 bits: cheap, and enough to tell bytes apart that nobody has chosen to be confused.
///
/// Source of the formula: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm", IETF draft.
@frozen
public struct ByteHash: Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of what was added.
  @inlinable public var value: UInt64 { state }

  /// Begins with nothing.
  @inlinable
  public init() {}

  /// The hash of some bytes.
  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Adds a byte.
  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

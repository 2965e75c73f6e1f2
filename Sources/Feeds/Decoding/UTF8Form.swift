/// The well-formed byte sequences of UTF-8 (The Unicode Standard, table 3-7).
enum UTF8Form {
  /// Bytes of the well-formed sequence beyond ASCII that begins at `position`; 0 when it is ill-formed.
  @inline(__always)
  static func length(at position: Int, in bytes: Span<UInt8>) -> Int {
    let left = bytes.count - position
    switch bytes[position] {
    case 0xC2...0xDF:
      return left >= 2 && isTail(bytes[position + 1]) ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, isTail(bytes[position + 1]), isTail(bytes[position + 2]) else { return 0 }
      switch bytes[position] {
      case 0xE0: return bytes[position + 1] >= 0xA0 ? 3 : 0
      case 0xED: return bytes[position + 1] <= 0x9F ? 3 : 0
      default: return 3
      }
    case 0xF0...0xF4:
      guard left >= 4, isTail(bytes[position + 1]), isTail(bytes[position + 2]), isTail(bytes[position + 3])
      else { return 0 }
      switch bytes[position] {
      case 0xF0: return bytes[position + 1] >= 0x90 ? 4 : 0
      case 0xF4: return bytes[position + 1] <= 0x8F ? 4 : 0
      default: return 4
      }
    default: return 0
    }
  }

  @inline(__always)
  private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

/// The quick look at text that spares nearly all of it the slow path.
enum CleanScan {
  /// Whether well-formed UTF-8 holds only scalars that are harmless, combine with nothing and are stable under NFC.
  ///
  /// A false answer means that the slow path must look, not that the text is bad.
  static func isInert(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20...0x7E: index += 1
      // U+4000–9FFF, most of Chinese.
      case 0xE4...0xE9: index += 3
      case 0x00...0x7F: return false
      default:
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        guard isInert(value) else { return false }
        index += length
      }
    }
    return true
  }

  /// Blocks in which no scalar is hostile, combines, or changes under NFC; most of what officers read is in them.
  @inline(__always)
  private static func isInert(_ value: UInt32) -> Bool {
    switch value {
    case 0x3400...0x9FFF, 0xFF01...0xFF9F: true
    case 0xA0...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x3C9, 0x400...0x482: true
    case 0x2010...0x2027, 0x2030...0x205E, 0x2074...0x208E, 0x20A0...0x20BF, 0x2100...0x2125: true
    case 0x2190...0x2328, 0x232B...0x2ADB, 0x2E80...0x2E99, 0x2F00...0x2FD5, 0x3000...0x3029: true
    case 0x3030...0x303E, 0x3041...0x3096, 0x309B...0x30FF, 0x3105...0x312F, 0x3131...0x3163: true
    case 0x3165...0x318E, 0x3190...0x33FF, 0xAC00...0xD7A3, 0xFE10...0xFE19, 0xFE30...0xFE4F: true
    case 0xFFE0...0xFFE6, 0xFFFD, 0x1F300...0x1F64F, 0x20000...0x2A6DF, 0x2A700...0x2EBE0, 0x30000...0x323AF: true
    default: false
    }
  }
}

/// Hexadecimal digits.
enum Hexadecimal {
  /// What a digit stands for; nothing when it is none.
  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// A SHA-256 in lower case; nothing when it is not 64 digits.
  static func digest(_ text: String) -> String? {
    let bytes = text.utf8
    guard bytes.count == 64, bytes.allSatisfy({ value($0) != nil }) else { return nil }
    return text.lowercased()
  }
}

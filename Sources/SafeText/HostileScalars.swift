/// Which scalars of outside text must never reach a terminal, a log or a file raw, and what is shown in their place.
enum HostileScalars {
  /// Whether a scalar can act on a terminal, reorder or hide text, or is no character at all.
  ///
  /// Covers C0, DEL, C1, soft hyphen, the invisible format characters (bidirectional controls, zero-width space and
  /// joiners, word joiner, byte order mark, annotation and musical controls), line and paragraph separators, blank
  /// Hangul fillers, tag characters and noncharacters.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
    case 0xFDD0...0xFDEF, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE007F: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  /// The visible mark for a hostile scalar, one to eight narrow columns: `␛` for ESC, `‹U+202E›`, `‹E0041›`.
  static func mark(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00...0x1F: return picture(0x2400 + scalar.value)
    case 0x7F: return picture(0x2421)
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return padded.count == 4 ? "‹U+\(padded)›" : "‹\(padded)›"
    }
  }

  /// The visible mark for a byte that is part of no character: `‹x9B›`.
  static func mark(forByte byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "‹x\(digits.count == 1 ? "0" : "")\(digits)›"
  }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? "?"
  }
}

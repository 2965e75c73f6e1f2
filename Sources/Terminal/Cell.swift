/// One cell of a surface in eight bytes: a scalar, a style, and whether it is half of a wide character.
struct Cell: Equatable, Sendable {
  /// Bits 0–20 scalar, 21–22 kind, 24–39 style, 40–63 index of its combining marks (0 for none).
  private(set) var bits: UInt64

  enum Kind: UInt64 {
    case narrow = 0
    /// Left half; the scalar is here.
    case wideLead = 1
    /// Right half; it holds no scalar.
    case wideTail = 2
  }

  static let mostClusters = 0xFF_FFFF

  init(_ scalar: Unicode.Scalar, _ kind: Kind, _ style: Style) {
    bits = UInt64(scalar.value) | kind.rawValue << 21 | UInt64(style.bits) << 24
  }

  static func blank(_ style: Style) -> Cell { Cell(" ", .narrow, style) }
  static func tail(_ style: Style) -> Cell { Cell("\0", .wideTail, style) }

  var scalar: Unicode.Scalar { Unicode.Scalar(UInt32(bits & 0x1F_FFFF)) ?? " " }
  var isTail: Bool { bits & 0x60_0000 == 0x40_0000 }
  var isLead: Bool { bits & 0x60_0000 == 0x20_0000 }

  var style: Style {
    get { Style(bits: styleBits) }
    set { bits = bits & ~0xFF_FF00_0000 | UInt64(newValue.bits) << 24 }
  }

  var styleBits: UInt16 { UInt16(truncatingIfNeeded: bits >> 24) }

  var cluster: Int {
    get { Int(bits >> 40) }
    set { bits = bits & 0xFF_FFFF_FFFF | UInt64(newValue) << 40 }
  }
}

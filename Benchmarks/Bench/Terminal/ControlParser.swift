/// A control sequence: `ESC [`, numbers, a final byte.
struct ControlSequence {
  /// Whether it begins with `?`, `>` or the like.
  var isPrivate = false
  /// Its numbers; a missing one is 0.
  var values = [0]
  /// What it does.
  var final: UInt8 = 0

  /// A number of it, from 0; 0 when it is missing.
  func value(_ index: Int) -> Int { index < values.count ? values[index] : 0 }

  /// A number of it as a count: at least 1.
  func count(_ index: Int) -> Int { max(1, value(index)) }

  /// Its first number as a count.
  var count: Int { count(0) }
}

/// Takes the bytes that a program sends to a terminal apart.
struct ControlParser {
  /// What a byte has completed.
  enum Piece {
    case nothing
    case scalar(Unicode.Scalar)
    case control(UInt8)
    case escape(UInt8)
    case sequence(ControlSequence)
  }

  private enum State {
    case ground
    case escape
    /// After `ESC (`: the name of a character set follows.
    case designation
    case sequence
    /// A text for the terminal itself, up to BEL or `ESC \`.
    case string
  }

  private var state = State.ground
  private var sequence = ControlSequence()
  private var scalar: UInt32 = 0
  private var missing = 0

  /// Takes a byte.
  mutating func take(_ byte: UInt8) -> Piece {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .designation: state = .ground
    case .string:
      if byte == 0x07 { state = .ground } else if byte == 0x1B { state = .escape }
    case .sequence: return inside(byte)
    }
    return .nothing
  }

  private mutating func ground(_ byte: UInt8) -> Piece {
    switch byte {
    case 0x1B:
      state = .escape
      return .nothing
    case 0x00..<0x20, 0x7F: return .control(byte)
    case 0x20..<0x80: return .scalar(Unicode.Scalar(byte))
    case 0x80..<0xC0:
      guard missing > 0 else { return .nothing }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 ? Unicode.Scalar(scalar).map(Piece.scalar) ?? .nothing : .nothing
    default:
      missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      scalar = UInt32(byte) & (0x3F >> UInt32(missing))
      return .nothing
    }
  }

  private mutating func escape(_ byte: UInt8) -> Piece {
    switch byte {
    case UInt8(ascii: "["):
      state = .sequence
      sequence = ControlSequence()
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .designation
    default:
      state = .ground
      return .escape(byte)
    }
    return .nothing
  }

  private mutating func inside(_ byte: UInt8) -> Piece {
    switch byte {
    case 0x30...0x39:
      sequence.values[sequence.values.count - 1] = sequence.value(sequence.values.count - 1) * 10 + Int(byte - 0x30)
    case UInt8(ascii: ";"), UInt8(ascii: ":"): sequence.values.append(0)
    case 0x3C...0x3F: sequence.isPrivate = true
    case 0x40...0x7E:
      sequence.final = byte
      state = .ground
      return .sequence(sequence)
    default: break
    }
    return .nothing
  }
}

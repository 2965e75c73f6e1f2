import SafeText

/// What stands at the beginning of the bytes from a terminal.
enum KeySequence: Equatable {
  /// More bytes are needed.
  case incomplete
  /// A key, and how many bytes it took.
  case key(Key, Int)
  /// The beginning of a bracketed paste, and how many bytes it took.
  case pasteBegins(Int)

  init(_ bytes: [UInt8]) {
    guard let first = bytes.first else {
      self = .incomplete
      return
    }
    switch first {
    case 0x1B: self = Self.escaped(bytes)
    case 0x0A, 0x0D: self = .key(.enter, 1)
    case 0x09: self = .key(.tab, 1)
    case 0x08, 0x7F: self = .key(.backspace, 1)
    case 0x01...0x1A: self = .key(.ctrl(Unicode.Scalar(first + 0x60)), 1)
    case 0x00, 0x1C...0x1F: self = .key(.ctrl(Unicode.Scalar(first + 0x40)), 1)
    default: self = Self.character(bytes)
    }
  }

  private static func character(_ bytes: [UInt8]) -> KeySequence {
    for length in 1...min(4, bytes.count) {
      switch UTF8Prefix(Array(bytes[..<length])) {
      case .scalar(let scalar): return .key(SafeText.isHostile(scalar) ? .unknown : .char(scalar), length)
      case .illFormed: return .key(.unknown, 1)
      case .incomplete: continue
      }
    }
    return .incomplete
  }

  private static func escaped(_ bytes: [UInt8]) -> KeySequence {
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[1] {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return .incomplete }
      return .key(finals[bytes[2]] ?? (bytes[2] == UInt8(ascii: "M") ? .enter : .unknown), 3)
    // Escape and a key in quick succession; so is a key with Alt, which nothing here is bound to.
    default: return .key(.escape, 1)
    }
  }

  private static func controlSequence(_ bytes: [UInt8]) -> KeySequence {
    guard bytes.count > 2 else { return .incomplete }
    if bytes[2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else { return .incomplete }
      let number = Int(bytes[3]) - Int(UInt8(ascii: "A")) + 1
      return .key((1...5).contains(number) ? .function(number) : .unknown, 4)
    }
    guard let final = bytes.indices.dropFirst(2).first(where: { !(0x20...0x3F).contains(bytes[$0]) }) else {
      return .incomplete
    }
    guard (0x40...0x7E).contains(bytes[final]) else { return .key(.unknown, final) }
    let parameters = bytes[2..<final]
    let length = final + 1
    switch bytes[final] {
    case UInt8(ascii: "~"):
      let number = numbers(parameters).first ?? 0
      return number == 200 ? .pasteBegins(length) : .key(tildes[number] ?? .unknown, length)
    case UInt8(ascii: "M") where parameters.isEmpty:
      guard bytes.count >= length + 3 else { return .incomplete }
      let codes = bytes[length..<length + 3].map { Int($0) - 32 }
      return .key(mouse(code: codes[0], col: codes[1], row: codes[2], isRelease: codes[0] & 3 == 3), length + 3)
    case UInt8(ascii: "M"), UInt8(ascii: "m"):
      let values = numbers(parameters.dropFirst())
      guard parameters.first == UInt8(ascii: "<"), values.count == 3 else { return .key(.unknown, length) }
      return .key(
        mouse(code: values[0], col: values[1], row: values[2], isRelease: bytes[final] == UInt8(ascii: "m")), length)
    case UInt8(ascii: "Z"): return .key(.backTab, length)
    default: return .key(finals[bytes[final]] ?? .unknown, length)
    }
  }

  /// Parameters between semicolons; what is missing, no number or too large counts 0.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
  }

  private static func mouse(code: Int, col: Int, row: Int, isRelease: Bool) -> Key {
    guard col > 0, row > 0, code >= 0 else { return .unknown }
    let action: Key.Mouse.Action
    switch code & ~0b1_1100 {
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    case _ where isRelease: action = .release
    case 0: action = .press(.left)
    case 1: action = .press(.middle)
    case 2: action = .press(.right)
    default: return .unknown
    }
    return .mouse(Key.Mouse(action, row: row - 1, col: col - 1))
  }

  private static let finals: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1),
    UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let tildes: [Int: Key] = [
    1: .home, 7: .home, 4: .end, 8: .end, 2: .insert, 3: .delete, 5: .pageUp, 6: .pageDown,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]
}

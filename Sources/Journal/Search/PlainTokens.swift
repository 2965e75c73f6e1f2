/// The tokens of plain Chinese text, straight from its bytes; nearly every report is of that kind, and an import makes
/// millions of tokens.
enum PlainTokens {
  /// Appends the tokens of a text, each with a space after it.
  ///
  /// - Returns: `false`, and nothing appended, for text with characters other than ASCII, U+2010–2027, U+3000–3020,
  ///   U+4E00–9FFF and U+FF01–FF5E; none of these compose or have cases beyond ASCII's.
  static func append(_ text: String, to bytes: inout [UInt8]) -> Bool {
    let count = bytes.count
    let isPlain = text.utf8.withContiguousStorageIfAvailable { append($0, to: &bytes) } ?? false
    if !isPlain { bytes.removeLast(bytes.count - count) }
    return isPlain
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
    var writer = TokenWriter()
    var index = 0
    while index < text.count {
      let first = text[index]
      if first < 0x80 {
        writer.take(ascii: first, &bytes)
        index += 1
        continue
      }
      guard first & 0xF0 == 0xE0 else { return false }
      let second = text[index + 1]
      let third = text[index + 2]
      let value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      switch value {
      case 0x4E00...0x9FFF, 0x3005...0x3007: writer.take((first, second, third), &bytes)
      case 0x2010...0x2027, 0x3000...0x3020: writer.end(&bytes)
      case 0xFF01...0xFF5E: writer.take(ascii: UInt8(value - 0xFEE0), &bytes)
      default: return false
      }
      index += 3
    }
    writer.end(&bytes)
    return true
  }
}

/// Writes tokens as characters come in.
private struct TokenWriter {
  private static let space = UInt8(ascii: " ")

  private var kind = SearchClass.gap
  private var previous: (UInt8, UInt8, UInt8) = (0, 0, 0)

  mutating func take(ascii byte: UInt8, _ bytes: inout [UInt8]) {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: take(letter: byte, &bytes)
    case 0x41...0x5A: take(letter: byte + 0x20, &bytes)
    default: end(&bytes)
    }
  }

  mutating func take(_ ideograph: (UInt8, UInt8, UInt8), _ bytes: inout [UInt8]) {
    if kind == .letter { end(&bytes) }
    if kind == .ideograph {
      write(previous, &bytes)
      write(ideograph, &bytes)
      bytes.append(TokenWriter.space)
    }
    kind = .ideograph
    previous = ideograph
  }

  /// Ends the run; a run of ideographs ends with its last character by itself.
  mutating func end(_ bytes: inout [UInt8]) {
    if kind == .gap { return }
    if kind == .ideograph { write(previous, &bytes) }
    bytes.append(TokenWriter.space)
    kind = .gap
  }

  private mutating func take(letter: UInt8, _ bytes: inout [UInt8]) {
    if kind == .ideograph { end(&bytes) }
    bytes.append(letter)
    kind = .letter
  }

  private func write(_ character: (UInt8, UInt8, UInt8), _ bytes: inout [UInt8]) {
    bytes.append(character.0)
    bytes.append(character.1)
    bytes.append(character.2)
  }
}

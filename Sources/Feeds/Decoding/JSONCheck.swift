import SafeText

/// One pass over a line that says whether it is well-formed JSON in well-formed UTF-8, within the limit of depth and
/// without equal keys in one object, and if not, at which byte.
///
/// It reads no values: that is `JSONReader`'s work, after which only a line has to be checked that is not plainly good.
struct JSONCheck {
  private enum Expected {
    case value, firstElement, firstKey, key, colon, separator, end
  }

  private struct Frame {
    /// The object's number in the outline, or −1 for an array.
    let object: Int
    /// The key whose value this is or lies in, −1 for none.
    let under: Int
  }

  /// The keys of the line that was checked last.
  private(set) var outline = JSONOutline()
  private var frames: [Frame] = []

  /// Checks the bytes from `start` on.
  ///
  /// - Throws: the first flaw, with its byte column.
  mutating func check(_ bytes: Span<UInt8>, from start: Int) throws(Flaw) {
    outline.reset()
    frames.removeAll(keepingCapacity: true)
    var expected = Expected.value
    var position = start
    var beginsObject = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D:
        position += 1
      case UInt8(ascii: "\""):
        let begin = position
        switch expected {
        case .value, .firstElement:
          try skipString(bytes, &position)
          expected = afterValue
        case .firstKey, .key:
          try readKey(bytes, &position)
          expected = .colon
        default: throw Flaw(.malformed, column: begin + 1)
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard expected == .value || expected == .firstElement else { throw Flaw(.malformed, column: position + 1) }
        guard frames.count < IntakeLimits.depth else { throw Flaw(.tooDeep, column: position + 1) }
        let isObject = byte == UInt8(ascii: "{")
        if frames.isEmpty { beginsObject = isObject }
        push(isObject: isObject)
        expected = isObject ? .firstKey : .firstElement
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        let closesObject = byte == UInt8(ascii: "}")
        let fits = expected == .separator || expected == (closesObject ? .firstKey : .firstElement)
        guard fits, let frame = frames.last, (frame.object >= 0) == closesObject else {
          throw Flaw(.malformed, column: position + 1)
        }
        frames.removeLast()
        expected = afterValue
        position += 1
      case UInt8(ascii: ","):
        guard expected == .separator, let frame = frames.last else { throw Flaw(.malformed, column: position + 1) }
        expected = frame.object >= 0 ? .key : .value
        position += 1
      case UInt8(ascii: ":"):
        guard expected == .colon else { throw Flaw(.malformed, column: position + 1) }
        expected = .value
        position += 1
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        outline.noteValue(at: position)
      default:
        guard expected == .value || expected == .firstElement else {
          throw Flaw(JSONCheck.isMark(bytes, position) ? .byteOrderMark : .malformed, column: position + 1)
        }
        try JSONCheck.skipScalar(bytes, &position)
        expected = afterValue
      }
    }
    guard expected == .end else { throw Flaw(.malformed, column: bytes.count + 1) }
    guard beginsObject else { throw Flaw(.notAnObject, column: start + 1) }
  }

  /// The white space of RFC 8259, section 2.
  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private var afterValue: Expected { frames.isEmpty ? .end : .separator }

  private mutating func push(isObject: Bool) {
    let under = frames.last.map { $0.object >= 0 ? outline.count - 1 : $0.under } ?? -1
    frames.append(Frame(object: isObject ? outline.open(under: under) : -1, under: under))
  }

  private mutating func readKey(_ bytes: Span<UInt8>, _ position: inout Int) throws(Flaw) {
    let start = position + 1
    var hash = ByteHash()
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") {
      hash.add(bytes[end])
      end += 1
    }
    let escaped = end < bytes.count && bytes[end] == UInt8(ascii: "\\")
    try skipString(bytes, &position)
    let isNew = outline.note(
      start: start, end: position - 1, escaped: escaped, hash: hash.value, object: frames.last?.object ?? 0, in: bytes)
    guard isNew else {
      let name = String(decoding: (start..<position - 1).map { bytes[$0] }, as: UTF8.self)
      throw Flaw(.duplicateKey, key: name, column: start)
    }
  }

  /// Moves from an opening quotation mark to behind the closing one.
  private func skipString(_ bytes: Span<UInt8>, _ position: inout Int) throws(Flaw) {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try JSONCheck.skipEscape(bytes, &position)
      case 0..<0x20: throw Flaw(.controlByte, column: position + 1)
      case 0..<0x80: position += 1
      default:
        let length = UTF8Form.length(at: position, in: bytes)
        guard length > 0 else { throw Flaw(.encoding, column: position + 1) }
        position += length
      }
    }
    throw Flaw(.malformed, column: bytes.count + 1)
  }

  private static func skipEscape(_ bytes: Span<UInt8>, _ position: inout Int) throws(Flaw) {
    let start = position
    guard start + 1 < bytes.count else { throw Flaw(.malformed, column: start + 1) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(bytes, start + 2) else { throw Flaw(.malformed, column: start + 1) }
      position += 6
      if 0xD800...0xDBFF ~= unit {
        guard start + 7 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"), bytes[start + 7] == UInt8(ascii: "u"),
          let low = hexadecimal(bytes, start + 8), 0xDC00...0xDFFF ~= low
        else { throw Flaw(.loneSurrogate, column: start + 1) }
        position += 6
      } else if 0xDC00...0xDFFF ~= unit {
        throw Flaw(.loneSurrogate, column: start + 1)
      }
    default: throw Flaw(.malformed, column: start + 1)
    }
  }

  private static func hexadecimal(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start + 4 <= bytes.count else { return nil }
    var value = 0
    for position in start..<start + 4 {
      guard let digit = Hexadecimal.value(bytes[position]) else { return nil }
      value = value << 4 | Int(digit)
    }
    return value
  }

  /// Moves behind a number, `true`, `false` or `null`.
  private static func skipScalar(_ bytes: Span<UInt8>, _ position: inout Int) throws(Flaw) {
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "t"): position += word("true", bytes, start)
    case UInt8(ascii: "f"): position += word("false", bytes, start)
    case UInt8(ascii: "n"): position += word("null", bytes, start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): position += number(bytes, start)
    case 0x80...:
      if isMark(bytes, start) { throw Flaw(.byteOrderMark, column: start + 1) }
      throw Flaw(UTF8Form.length(at: start, in: bytes) == 0 ? .encoding : .malformed, column: start + 1)
    default: break
    }
    guard position > start else { throw Flaw(.malformed, column: start + 1) }
  }

  private static func isMark(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start] == 0xEF && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF
  }

  private static func word(_ word: StaticString, _ bytes: Span<UInt8>, _ start: Int) -> Int {
    let length = word.utf8CodeUnitCount
    guard start + length <= bytes.count else { return 0 }
    for offset in 0..<length where word.utf8Start[offset] != bytes[start + offset] { return 0 }
    return length
  }

  /// The length of a number as RFC 8259, section 6, writes it; 0 when there is none.
  private static func number(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    let whole = digits(bytes, end)
    guard whole > 0, whole == 1 || bytes[end] != UInt8(ascii: "0") else { return 0 }
    end += whole
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let fraction = digits(bytes, end + 1)
      guard fraction > 0 else { return 0 }
      end += 1 + fraction
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      let exponent = digits(bytes, end)
      guard exponent > 0 else { return 0 }
      end += exponent
    }
    return end - start
  }

  private static func digits(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < bytes.count, 0x30...0x39 ~= bytes[end] { end += 1 }
    return end - start
  }
}

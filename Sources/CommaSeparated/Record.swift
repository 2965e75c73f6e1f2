/// One record of a comma-separated text: its bytes as they came, and where its fields lie in them.
public struct Record: Sendable {
  /// Something about a record that RFC 4180 does not allow but that can still be read.
  public struct Irregularity: Sendable, Equatable {
    /// What it is.
    public enum Code: String, Sendable {
      /// A quote inside a field that does not begin with one; it is read as a plain character.
      case bareQuote
      /// Text between a closing quote and the next comma; it is read as part of the field.
      case textAfterQuote
    }

    /// What it is.
    public let code: Code
    /// The field, counted from 0.
    public let field: Int
    /// Where the byte lies in the record, counted from 0.
    public let offset: Int
  }

  /// Where a field lies in the record's bytes.
  struct Span: Sendable, Equatable {
    /// The first byte, behind an opening quote.
    var start: Int32
    /// The byte after the last, before a closing quote.
    var end: Int32
    /// Whether the field began with a quote.
    var quoted: Bool
    /// Whether quotes lie inside, so that the bytes are not yet the value.
    var escaped: Bool
  }

  /// The line on which the record begins, counted from 1.
  public internal(set) var line: Int
  /// The record as it came, its line end included; all of a text's raw bytes together are the text.
  public internal(set) var raw: [UInt8]
  /// What was irregular; nearly always nothing.
  public internal(set) var irregularities: [Irregularity]
  var spans: [Span]

  /// How many fields the record has; a blank line has one empty field.
  public var count: Int { spans.count }

  /// Whether the record is an empty line.
  public var isBlank: Bool {
    spans.count == 1 && !spans[0].quoted && spans[0].start == spans[0].end
  }

  /// The value of a field as bytes, doubled quotes made single.
  /// - Parameter index: the field, counted from 0, below `count`.
  public func bytes(_ index: Int) -> [UInt8] {
    withBytes(index) { Array($0) }
  }

  /// Hands the value of a field to `body`, without a copy unless quotes lie inside.
  /// - Parameter index: the field, counted from 0, below `count`.
  public func withBytes<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let span = spans[index]
    let range = Int(span.start)..<Int(span.end)
    if span.escaped { return Record.unescape(raw[range]).withUnsafeBufferPointer(body) }
    return raw.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The value of a field as text, or nothing when its bytes are no text in that encoding.
  /// - Parameters:
  ///   - index: the field, counted from 0, below `count`.
  ///   - encoding: the encoding of the whole text.
  public func text(_ index: Int, encoding: TextEncoding = .utf8) -> String? {
    withBytes(index) { encoding.decode($0) }
  }

  /// Where a field begins: the line, and the byte in that line, both counted from 1.
  /// - Parameter index: the field, counted from 0, below `count`.
  public func position(ofField index: Int) -> Position {
    let span = spans[index]
    return position(ofByte: Int(span.start) - (span.quoted ? 1 : 0))
  }

  /// Where a byte of `raw` lies: the line, and the byte in that line, both counted from 1.
  public func position(ofByte offset: Int) -> Position {
    Position(line: line, column: 1).advanced(over: raw[..<offset])
  }

  private static func unescape(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    var inQuotes = true
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard inQuotes, byte == Byte.quote else {
        value.append(byte)
        continue
      }
      if index < bytes.endIndex, bytes[index] == Byte.quote {
        value.append(byte)
        index += 1
      } else {
        inQuotes = false
      }
    }
    return value
  }
}

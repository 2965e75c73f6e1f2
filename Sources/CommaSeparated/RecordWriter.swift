/// Writes records as comma-separated text (RFC 4180), lines ending in LF.
public struct RecordWriter: Sendable {
  private let guardText: @Sendable (String) -> String

  /// Makes a writer.
  /// - Parameter guardText: what every field goes through first, such as a guard against formulas in a spreadsheet.
  public init(guardText: @escaping @Sendable (String) -> String = { $0 }) {
    self.guardText = guardText
  }

  /// The bytes of one record, its line end included; fields are quoted only where they must be.
  public func line(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(fields, to: &bytes)
    return bytes
  }

  /// Adds one record to `bytes`, its line end included.
  public func append(_ fields: [String], to bytes: inout [UInt8]) {
    let single = fields.count == 1
    for (column, field) in fields.enumerated() {
      if column > 0 { bytes.append(Byte.comma) }
      let text = guardText(field)
      // An empty field alone on its line is quoted, or it would read as a blank line.
      guard text.utf8.contains(where: RecordWriter.needsQuotes) || (single && text.isEmpty) else {
        bytes.append(contentsOf: text.utf8)
        continue
      }
      bytes.append(Byte.quote)
      for byte in text.utf8 {
        if byte == Byte.quote { bytes.append(Byte.quote) }
        bytes.append(byte)
      }
      bytes.append(Byte.quote)
    }
    bytes.append(Byte.newline)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == Byte.quote || byte == Byte.comma || byte == Byte.newline || byte == Byte.carriageReturn
  }
}

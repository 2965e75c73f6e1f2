/// How many terminal columns characters take, by a table of our own.
public enum CellWidth {
  /// How a terminal draws the characters that Unicode calls ambiguous, such as `─` `…` `●` `→`.
  public enum Ambiguous: Sendable {
    /// In one column: the usual case.
    case narrow
    /// In two columns, as some terminals with East Asian settings do.
    case wide
  }

  /// Columns of one scalar: 0, 1 or 2.
  ///
  /// Control characters count 0: text must have been made safe before it is measured.
  /// - Parameters:
  ///   - scalar: the scalar to measure.
  ///   - ambiguous: how the terminal draws ambiguous characters.
  @inlinable
  public static func columns(of scalar: Unicode.Scalar, ambiguous: Ambiguous = .narrow) -> Int {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 ? 1 : 0 }
    if value >= 0x4E00 && value <= 0x9FFF { return 2 }
    return tableColumns(of: value, ambiguous: ambiguous)
  }

  /// Columns of a text, the sum over its scalars.
  /// - Parameters:
  ///   - text: safe text of one line.
  ///   - ambiguous: how the terminal draws ambiguous characters.
  public static func columns(of text: some StringProtocol, ambiguous: Ambiguous = .narrow) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += columns(of: scalar, ambiguous: ambiguous) }
    return total
  }

  /// Whether Unicode calls a scalar's width ambiguous.
  public static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA1 && contains(WidthTable.ambiguous, scalar.value)
  }

  @usableFromInline
  static func tableColumns(of value: UInt32, ambiguous: Ambiguous) -> Int {
    if value < 0xA0 { return 0 }
    // Full-width forms, CJK punctuation and kana apart from their combining marks come often enough for a short cut.
    if value >= 0xFF01 && value <= 0xFF60 || value >= 0x3000 && value <= 0x3029 { return 2 }
    if ambiguous == .narrow && (value < 0x300 || value >= 0x2500 && value <= 0x25FC) { return 1 }
    if contains(WidthTable.zero, value) { return 0 }
    if contains(WidthTable.wide, value) { return 2 }
    return ambiguous == .wide && contains(WidthTable.ambiguous, value) ? 2 : 1
  }

  /// Binary search in pairs of first and last value.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    ranges.withUnsafeBufferPointer { ranges in
      var low = 0
      var high = ranges.count / 2
      while low < high {
        let middle = (low + high) / 2
        if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count / 2 && ranges[2 * low] <= value
    }
  }
}

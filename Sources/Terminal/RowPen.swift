import SafeText

/// Writes cells of one row in place, keeping the rule that a wide character owns two.
struct RowPen {
  /// The cells of the row, from column 0.
  let cells: UnsafeMutableBufferPointer<Cell>
  /// Columns that may be written.
  let columns: Range<Int>

  /// Clears the other half of the wide character that a cell belongs to, since the cell is about to be overwritten.
  @inline(__always)
  func release(_ col: Int) {
    let cell = cells[col]
    if cell.isTail {
      cells[col - 1] = .blank(cell.style)
    } else if cell.isLead {
      cells[col + 1] = .blank(cell.style)
    }
  }

  @inline(__always)
  func narrow(_ cell: Cell, at col: Int) {
    guard columns.contains(col) else { return }
    release(col)
    cells[col] = cell
  }

  /// Puts a wide character, or spaces where only half of it has room.
  @inline(__always)
  func wide(_ scalar: Unicode.Scalar, at col: Int, style: Style) {
    guard columns.contains(col), columns.contains(col + 1) else {
      narrow(.blank(style), at: col)
      narrow(.blank(style), at: col + 1)
      return
    }
    release(col)
    release(col + 1)
    cells[col] = Cell(scalar, .wideLead, style)
    cells[col + 1] = .tail(style)
  }

  /// Writes well-formed UTF-8 up to the first character without a column of its own.
  /// - Returns: the bytes and the columns written.
  func write(_ bytes: UnsafeBufferPointer<UInt8>, at col: Int, style: Style) -> (bytes: Int, columns: Int) {
    var index = 0
    var col = col
    let start = col
    while index < bytes.count {
      let (scalar, length) = Self.scalar(in: bytes, at: index)
      switch CellWidth.columns(of: scalar) {
      case 1:
        narrow(Cell(scalar, .narrow, style), at: col)
        col += 1
      case 2:
        wide(scalar, at: col, style: style)
        col += 2
      default: return (index, col - start)
      }
      index += length
    }
    return (index, col - start)
  }

  /// Where well-formed UTF-8 must be cut so that it, and an ellipsis where it is cut, fits into some columns.
  static func fittingBytes(of bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    // No character takes more columns than bytes.
    if bytes.count <= limit { return bytes.count }
    var used = 0
    var kept = 0
    var index = 0
    while index < bytes.count {
      let (scalar, length) = scalar(in: bytes, at: index)
      used += CellWidth.columns(of: scalar)
      if used > limit { return kept }
      index += length
      if used < limit { kept = index }
    }
    return bytes.count
  }

  @inline(__always)
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? " ", length)
  }
}

import SafeText

/// A screenful of cells to draw on.
///
/// A wide character owns two cells, and touching one clears both; at an edge a half is never left but a space put. All
/// text passes through `SafeText`. Coordinates are of the whole surface; what lies outside `clip` is not drawn.
public struct Surface: Sendable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Where the cursor shows, if anywhere.
  public var caret: Caret?
  /// Where drawing takes effect.
  public private(set) var clip: Rect

  /// A place for the cursor.
  public struct Caret: Sendable, Hashable {
    /// Row, from 0.
    public var row: Int
    /// Column, from 0.
    public var col: Int
    /// Makes a place.
    public init(row: Int, col: Int) {
      self.row = row
      self.col = col
    }
  }

  /// Row by row.
  var cells: [Cell]
  /// Combining marks of cells, by index from 1.
  var clusters: [String] = []

  /// Makes a blank surface.
  /// - Parameters:
  ///   - width: columns; less than 0 counts as 0.
  ///   - height: rows; less than 0 counts as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    clip = Rect(row: 0, col: 0, width: width, height: height)
    cells = Array(repeating: .blank(.normal), count: self.width * self.height)
  }

  /// The whole of it.
  public var bounds: Rect { Rect(row: 0, col: 0, width: width, height: height) }

  /// Blanks everything and takes the cursor away.
  public mutating func clear() {
    for index in cells.indices { cells[index] = .blank(.normal) }
    clusters.removeAll(keepingCapacity: true)
    caret = nil
  }

  /// Draws within a rectangle only.
  /// - Parameters:
  ///   - rect: the rectangle; what of it lies outside the present clip stays outside.
  ///   - draw: draws on the surface it is given, in the same coordinates.
  public mutating func clipped(to rect: Rect, _ draw: (inout Surface) -> Void) {
    let outer = clip
    clip = clip.intersection(rect)
    draw(&self)
    clip = outer
  }

  /// Puts text on one row.
  /// - Parameters:
  ///   - text: text from anywhere.
  ///   - row: the row.
  ///   - col: the column of its first character.
  ///   - style: how it looks.
  ///   - maxColumns: the most columns it may take; by default all up to the edge. Where it is cut, `…` ends it.
  /// - Returns: the columns it took, counted from `col`.
  @discardableResult
  public mutating func put(
    _ text: String, at row: Int, _ col: Int, style: Style = .normal, maxColumns: Int = .max
  ) -> Int {
    guard row >= clip.row, row < clip.endRow else { return 0 }
    let limit = min(maxColumns, clip.endCol - col)
    guard limit > 0 else { return 0 }
    var text = SafeText(text).string
    return text.withUTF8 { bytes in
      let end = RowPen.fittingBytes(of: bytes, limit: limit)
      var rest = UnsafeBufferPointer(rebasing: bytes[..<end])
      var used = 0
      while !rest.isEmpty {
        let written = withPen(row) { $0.write(rest, at: col + used, style: style) }
        used += written.columns
        rest = UnsafeBufferPointer(rebasing: rest[written.bytes...])
        guard !rest.isEmpty else { break }
        let mark = RowPen.scalar(in: rest, at: 0)
        attach(mark.scalar, row: row, before: col + used)
        rest = UnsafeBufferPointer(rebasing: rest[mark.length...])
      }
      if end < bytes.count {
        withPen(row) { $0.narrow(Cell("…", .narrow, style), at: col + used) }
        used += 1
      }
      return used
    }
  }

  /// Writes on a row, within the clip.
  @inline(__always)
  mutating func withPen<Result>(_ row: Int, _ write: (RowPen) -> Result) -> Result {
    let columns = clip.col..<max(clip.col, clip.endCol)
    let start = row * width
    return cells.withUnsafeMutableBufferPointer { buffer in
      write(RowPen(cells: UnsafeMutableBufferPointer(rebasing: buffer[start..<start + width]), columns: columns))
    }
  }

  /// Adds a combining mark to the character that ends before a column.
  private mutating func attach(_ mark: Unicode.Scalar, row: Int, before col: Int) {
    // Variation selectors change nothing here but the width that some terminals give the character.
    if (0xFE00...0xFE0F).contains(mark.value) || (0xE0100...0xE01EF).contains(mark.value) { return }
    guard col > clip.col, col <= clip.endCol, clusters.count < Cell.mostClusters else { return }
    var index = row * width + col - 1
    if cells[index].isTail { index -= 1 }
    let marks = cells[index].cluster
    clusters.append((marks == 0 ? "" : clusters[marks - 1]) + String(Character(mark)))
    cells[index].cluster = clusters.count
  }
}

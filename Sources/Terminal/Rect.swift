/// A rectangle of cells; rows and columns count from 0 at the upper left of the screen.
public struct Rect: Sendable, Hashable {
  /// First row.
  public var row: Int
  /// First column.
  public var col: Int
  /// Columns across, never negative.
  public var width: Int
  /// Rows down, never negative.
  public var height: Int

  /// Makes a rectangle; negative sizes count as 0.
  public init(row: Int, col: Int, width: Int, height: Int) {
    self.row = row
    self.col = col
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The row after the last.
  public var endRow: Int { row + height }
  /// The column after the last.
  public var endCol: Int { col + width }
  /// Whether it has no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether a cell lies in it.
  public func contains(row: Int, col: Int) -> Bool {
    row >= self.row && row < endRow && col >= self.col && col < endCol
  }

  /// The cells that two rectangles share.
  public func intersection(_ other: Rect) -> Rect {
    let row = max(row, other.row)
    let col = max(col, other.col)
    return Rect(
      row: row, col: col, width: min(endCol, other.endCol) - col, height: min(endRow, other.endRow) - row)
  }

  /// The rectangle without some rows above and below and columns left and right: by default what a border leaves.
  public func inset(rows: Int = 1, columns: Int = 1) -> Rect {
    Rect(row: row + rows, col: col + columns, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// A rectangle of a size, or of what room there is, in the middle of this one.
  public func centered(width: Int, height: Int) -> Rect {
    let width = min(width, self.width)
    let height = min(height, self.height)
    return Rect(
      row: row + (self.height - height) / 2, col: col + (self.width - width) / 2, width: width, height: height)
  }
}

import SafeText
import Terminal

/// A frame cell by cell: a wide character has its first cell, and nothing in its second.
struct FrameGrid {
  let rows: [[Character?]]
  let text: String

  init(_ surface: Surface) {
    text = surface.text
    rows = surface.lines.map { line in
      var cells: [Character?] = []
      for character in line {
        cells.append(character)
        for _ in 1..<max(1, String(character).columns) { cells.append(nil) }
      }
      return cells + Array(repeating: " ", count: max(0, surface.width - cells.count))
    }
  }

  /// The first cell of a box's edge that is not what it should be; titles may stand on the upper and lower edge.
  func brokenBorder(of rect: Rect) -> String? {
    let right = rect.endCol - 1
    let bottom = rect.endRow - 1
    let corners: [(Int, Int, Character)] = [
      (rect.row, rect.col, "┌"), (rect.row, right, "┐"), (bottom, rect.col, "└"), (bottom, right, "┘"),
    ]
    for (row, col, wanted) in corners where rows[row][col] != wanted {
      return "\(wanted) at \(row),\(col)"
    }
    for row in rect.row + 1..<bottom {
      for col in [rect.col, right] where rows[row][col] != "│" { return "│ at \(row),\(col)" }
    }
    return nil
  }

  /// The upper left corner of a box that another frame does not have there.
  func newCorner(over other: FrameGrid) -> (row: Int, col: Int)? {
    for (row, cells) in rows.enumerated() {
      for (col, cell) in cells.enumerated() where cell == "┌" && other.rows[row][col] != "┌" { return (row, col) }
    }
    return nil
  }

  /// The box that begins at a corner: down its left edge, along its lower one.
  func rect(from corner: (row: Int, col: Int)) -> Rect? {
    guard let bottom = (corner.row + 1..<rows.count).first(where: { rows[$0][corner.col] == "└" }),
      let right = (corner.col + 1..<rows[bottom].count).first(where: { rows[bottom][$0] == "┘" })
    else { return nil }
    return Rect(row: corner.row, col: corner.col, width: right - corner.col + 1, height: bottom - corner.row + 1)
  }
}

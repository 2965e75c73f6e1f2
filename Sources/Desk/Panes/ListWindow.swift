import Terminal

/// A list that lies over the work: the part of it that is seen.
enum ListWindow {
  /// Draws the header and the rows round the selected one, which stays in the middle where it can.
  ///
  /// - Parameters:
  ///   - layout: the columns, for a width one less than the rectangle's.
  ///   - rect: where the list is, its header included.
  ///   - count: how many items there are.
  ///   - selected: the selected item.
  ///   - surface: what is drawn on.
  ///   - cell: what an item shows in a column.
  static func draw(
    _ layout: TableLayout, _ rect: Rect, count: Int, selected: Int, _ surface: inout Surface,
    cell: (Int, Int) -> Span
  ) {
    surface.tableHeader(layout, in: Rect(row: rect.row, col: rect.col, width: rect.width, height: 1))
    let body = Rect(row: rect.row + 1, col: rect.col, width: rect.width, height: max(0, rect.height - 1))
    let top = max(0, min(selected - body.height / 2, count - body.height))
    surface.tableRows(layout, in: body, rows: top..<min(count, top + body.height), selected: selected, cell: cell)
  }
}

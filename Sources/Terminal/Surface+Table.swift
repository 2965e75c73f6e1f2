import SafeText

extension Surface {
  /// Draws the header of a table on the first row of a rectangle.
  /// - Parameters:
  ///   - layout: made for a width one less than the rectangle's, since the mark of the selected row has a column.
  ///   - rect: where the table is.
  ///   - style: of the titles.
  public mutating func tableHeader(_ layout: TableLayout, in rect: Rect, style: Style = Style(.dim)) {
    clipped(to: rect) { surface in
      for placement in layout.placements {
        let column = layout.columns[placement.column]
        surface.put(
          Span(column.title, style), in: placement, of: column, at: rect.row, col: rect.col + 1)
      }
    }
  }

  /// Draws rows of a table: the selected one bears `▌` in the first column and a background of its own.
  /// - Parameters:
  ///   - layout: made for a width one less than the rectangle's.
  ///   - rect: where the rows are, without the header.
  ///   - rows: indices of the items to draw, from the top; those that find no row are left out.
  ///   - selected: index of the selected item, drawn or not.
  ///   - highlighted: columns that get the selected row's background; nothing for the whole row. Less of it is less to
  ///     send for each step of the selection.
  ///   - cell: text and style of an item (its index) in a column (its index in the layout's columns).
  public mutating func tableRows(
    _ layout: TableLayout, in rect: Rect, rows: Range<Int>, selected: Int?, highlighted: Set<Int>? = nil,
    cell: (Int, Int) -> Span
  ) {
    clipped(to: rect) { surface in
      for (line, item) in rows.prefix(rect.height).enumerated() {
        let row = rect.row + line
        for placement in layout.placements {
          surface.put(
            cell(item, placement.column), in: placement, of: layout.columns[placement.column], at: row,
            col: rect.col + 1)
        }
        if item == selected {
          surface.put("▌", at: row, rect.col, style: Style(.focus))
          surface.highlight(layout, highlighted, at: row, in: rect)
        }
      }
    }
  }

  private mutating func highlight(_ layout: TableLayout, _ columns: Set<Int>?, at row: Int, in rect: Rect) {
    guard let columns else {
      add(.selected, in: Rect(row: row, col: rect.col, width: rect.width, height: 1))
      return
    }
    for placement in layout.placements where columns.contains(placement.column) {
      add(
        .selected, in: Rect(row: row, col: rect.col + 1 + placement.offset, width: placement.width, height: 1))
    }
  }

  private mutating func put(
    _ span: Span, in placement: TableLayout.Placement, of column: TableColumn, at row: Int, col: Int
  ) {
    guard placement.width > 0, !span.text.isEmpty else { return }
    var start = col + placement.offset
    if column.alignment == .trailing { start += max(0, placement.width - SafeText(span.text).string.columns) }
    let room = col + placement.offset + placement.width - start
    put(span.text, at: row, start, style: span.style, maxColumns: room)
  }
}

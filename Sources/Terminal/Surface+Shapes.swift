import SafeText

extension Surface {
  /// Fills a rectangle with one narrow character.
  /// - Parameters:
  ///   - rect: the cells; those outside the clip are left alone.
  ///   - scalar: a character of one column; any other gives spaces.
  ///   - style: how it looks.
  public mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .normal) {
    let area = rect.intersection(clip)
    let isNarrow = CellWidth.columns(of: scalar) == 1 && !SafeText.isHostile(scalar)
    let cell = Cell(isNarrow ? scalar : " ", .narrow, style)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      withPen(row) { pen in
        for col in area.col..<area.endCol { pen.narrow(cell, at: col) }
      }
    }
  }

  /// Adds attributes to what is drawn in a rectangle already, such as those of a selected row.
  ///
  /// A wide character that lies across the edge gets them whole.
  public mutating func add(_ attributes: Style.Attributes, in rect: Rect) {
    restyle(rect) { $0.adding(attributes) }
  }

  /// Gives what is drawn in a rectangle already another style.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      var first = row * width + area.col
      var last = row * width + area.endCol - 1
      if cells[first].isTail { first -= 1 }
      if cells[last].isLead { last += 1 }
      var old = cells[first].style
      var new = change(old)
      for index in first...last {
        let style = cells[index].style
        if style != old {
          old = style
          new = change(style)
        }
        cells[index].style = new
      }
    }
  }

  /// Puts another surface on top, for example a pop-up that was drawn by itself.
  /// - Parameters:
  ///   - other: what covers; all of its cells do, blanks too.
  ///   - row: the row of its first row.
  ///   - col: the column of its first column.
  public mutating func overlay(_ other: Surface, at row: Int, _ col: Int) {
    let area = Rect(row: row, col: col, width: other.width, height: other.height).intersection(clip)
    guard !area.isEmpty else { return }
    let offset = clusters.count
    clusters += other.clusters
    for target in area.row..<area.endRow {
      let source = (target - row) * other.width - col
      for position in area.col..<area.endCol {
        var cell = other.cells[source + position]
        // Halves that the clip cuts apart become spaces.
        if cell.isTail && position == area.col || cell.isLead && position == area.endCol - 1 {
          cell = .blank(cell.style)
        }
        if cell.cluster != 0 { cell.cluster = min(cell.cluster + offset, Cell.mostClusters) }
        withPen(target) { pen in
          if position == area.col || position == area.endCol - 1 { pen.release(position) }
          pen.cells[position] = cell
        }
      }
    }
    if let inner = other.caret { caret = Caret(row: inner.row + row, col: inner.col + col) }
  }
}

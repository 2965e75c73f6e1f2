import SafeText

extension Surface {
  /// Draws a border of single lines, with titles on it.
  /// - Parameters:
  ///   - rect: the outer edge; less than two rows or columns draws nothing.
  ///   - title: on the upper line at the left.
  ///   - trailing: on the upper line at the right, where there is room beside the title.
  ///   - footer: on the lower line at the left.
  ///   - style: of the lines.
  ///   - titleStyle: of the texts.
  public mutating func box(
    _ rect: Rect, title: String = "", trailing: String = "", footer: String = "", style: Style = Style(.border),
    titleStyle: Style = Style(.title)
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.endCol - 1
    let bottom = rect.endRow - 1
    let across = rect.width - 2
    fill(Rect(row: rect.row, col: rect.col + 1, width: across, height: 1), with: "─", style: style)
    fill(Rect(row: bottom, col: rect.col + 1, width: across, height: 1), with: "─", style: style)
    fill(Rect(row: rect.row + 1, col: rect.col, width: 1, height: rect.height - 2), with: "│", style: style)
    fill(Rect(row: rect.row + 1, col: right, width: 1, height: rect.height - 2), with: "│", style: style)
    for (row, col, corner) in [
      (rect.row, rect.col, "┌"), (rect.row, right, "┐"), (bottom, rect.col, "└"), (bottom, right, "┘"),
    ] {
      put(corner, at: row, col, style: style)
    }
    let used = put(title, at: rect.row, rect.col + 2, style: titleStyle, maxColumns: across - 2)
    let room = across - 3 - used
    let columns = trailing.columns
    if columns > 0, columns <= room {
      put(trailing, at: rect.row, right - 1 - columns, style: titleStyle)
    }
    put(footer, at: bottom, rect.col + 2, style: titleStyle, maxColumns: across - 2)
  }
}

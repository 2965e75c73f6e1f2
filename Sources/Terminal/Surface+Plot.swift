import SafeText

extension Surface {
  /// Draws a line plot with a scale at the left and labels below.
  /// - Parameters:
  ///   - values: not less than 0, at even distances in time; nil where there is none.
  ///   - rect: where it goes: three rows or more for scale, line and axis; two fewer columns than the scale needs draw
  ///     nothing.
  ///   - maximum: the value at the top; by default the greatest of the values.
  ///   - labels: below the axis, from its left end to its right at even distances.
  ///   - style: of the line.
  public mutating func plot(
    _ values: [Int?], in rect: Rect, maximum: Int? = nil, labels: [String] = [], style: Style = Style(.plot)
  ) {
    let maximum = max(1, maximum ?? values.reduce(1) { max($0, $1 ?? 0) })
    let scale = String(maximum)
    let left = scale.columns + 1
    let area = Rect(
      row: rect.row, col: rect.col + left + 1, width: rect.width - left - 1,
      height: rect.height - (labels.isEmpty ? 1 : 2))
    guard area.width >= 2, area.height >= 1 else { return }
    clipped(to: rect) { surface in
      let axis = rect.col + left
      for row in area.row..<area.endRow { surface.put("┤", at: row, axis, style: Style(.border)) }
      surface.put(scale, at: area.row, rect.col + 1, style: Style(.dim))
      surface.put("0", at: area.endRow, axis - 1, style: Style(.dim))
      surface.put("└", at: area.endRow, axis, style: Style(.border))
      surface.fill(
        Rect(row: area.endRow, col: axis + 1, width: area.width, height: 1), with: "─", style: Style(.border))
      let line = BraillePlot(values, maximum: maximum, width: area.width, height: area.height)
      for row in 0..<area.height {
        surface.withPen(area.row + row) { pen in
          for col in 0..<area.width {
            if let scalar = line.scalar(row: row, col: col) {
              pen.narrow(Cell(scalar, .narrow, style), at: area.col + col)
            }
          }
        }
      }
      var free = area.col
      for (index, label) in labels.enumerated() {
        let room = max(0, area.width - label.columns)
        let col = area.col + (labels.count > 1 ? room * index / (labels.count - 1) : 0)
        guard col >= free else { continue }
        free = col + surface.put(label, at: area.endRow + 1, col, style: Style(.dim)) + 1
      }
    }
  }
}

import SafeText

extension Surface {
  /// Draws tabs on one row, the selected one in brackets: `[全部214] 待立案6 待派遣12`.
  ///
  /// Where they don't all fit the selected one is shown with as many as fit before it, then after it.
  /// - Parameters:
  ///   - tabs: what they say.
  ///   - selected: index of the one shown, nil for none.
  ///   - row: the row.
  ///   - col: the first column.
  ///   - maxColumns: the most columns they may take.
  ///   - style: of those that are not shown.
  /// - Returns: where each was drawn.
  @discardableResult
  public mutating func tabLine(
    _ tabs: [String], selected: Int?, at row: Int, _ col: Int, maxColumns: Int, style: Style = .normal
  ) -> [HitRange] {
    let texts = tabs.enumerated().map { index, tab in
      index == selected ? "[\(SafeText(tab).string)]" : SafeText(tab).string
    }
    let widths = texts.map(\.columns)
    var first = 0
    if let selected, texts.indices.contains(selected) {
      while first < selected, widths[first...selected].reduce(selected - first, +) > maxColumns { first += 1 }
    }
    var hits: [HitRange] = []
    var used = 0
    for index in texts.indices.dropFirst(first) {
      guard used + widths[index] <= maxColumns || hits.isEmpty else { break }
      // A blank of our own before each, since a border may run along the row.
      if used > 0 { put(" ", at: row, col + used - 1, style: style) }
      let columns = put(
        texts[index], at: row, col + used, style: index == selected ? Style(.tab) : style,
        maxColumns: maxColumns - used)
      hits.append(HitRange(index: index, row: row, columns: col + used..<col + used + columns))
      used += columns + 1
    }
    return hits
  }
}

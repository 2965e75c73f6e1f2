import SafeText

/// Keys that belong together, under a heading.
public struct HelpGroup: Sendable, Hashable {
  /// The heading.
  public var title: String
  /// The keys.
  public var hints: [KeyHint]

  /// Makes a group.
  public init(_ title: String, _ hints: [KeyHint]) {
    self.title = title
    self.hints = hints
  }
}

extension Surface {
  /// Draws groups of keys below each other, in as many columns as there is room for.
  /// - Parameters:
  ///   - groups: from the first.
  ///   - rect: where they go.
  ///   - firstLine: the line to begin with, for scrolling.
  ///   - columnWidth: the columns that a line of the table needs.
  /// - Returns: how many lines each column has; more than the rectangle's height means that there is more to see.
  @discardableResult
  public mutating func helpTable(
    _ groups: [HelpGroup], in rect: Rect, from firstLine: Int = 0, columnWidth: Int = 38
  ) -> Int {
    let lines = groups.enumerated().flatMap { index, group in
      (index > 0 ? [HelpLine.blank] : []) + [.title(group.title)] + group.hints.map(HelpLine.hint)
    }
    let keyWidth = groups.flatMap(\.hints).reduce(0) { max($0, $1.key.columns) }
    let count = max(1, rect.width / max(1, columnWidth))
    let perColumn = (lines.count + count - 1) / count
    let parts = rect.columns(Array(repeating: .flexible(), count: count))
    for (column, part) in parts.enumerated() {
      let shown = lines.dropFirst(column * perColumn).prefix(perColumn).dropFirst(max(0, firstLine))
      clipped(to: part) { surface in
        for (offset, line) in shown.prefix(part.height).enumerated() {
          surface.put(line, at: part.row + offset, part.col, keyWidth: keyWidth, width: part.width - 1)
        }
      }
    }
    return perColumn
  }

  private mutating func put(_ line: HelpLine, at row: Int, _ col: Int, keyWidth: Int, width: Int) {
    switch line {
    case .blank: break
    case .title(let title): put(title, at: row, col, style: Style(.title), maxColumns: width)
    case .hint(let hint):
      put(hint.key, at: row, col + 1 + max(0, keyWidth - hint.key.columns), style: Style(.key))
      put(hint.label, at: row, col + keyWidth + 3, maxColumns: width - keyWidth - 3)
    }
  }
}

private enum HelpLine {
  case blank
  case title(String)
  case hint(KeyHint)
}

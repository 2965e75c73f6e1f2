import SafeText

/// A key and what it does, for a key line or a help table.
public struct KeyHint: Sendable, Hashable {
  /// The key as it is written: `c`, `Enter`, `/`.
  public var key: String
  /// What it does.
  public var label: String

  /// Makes a hint.
  public init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }
}

extension Surface {
  /// Draws keys and what they do on one row: `c认领 d派单`.
  ///
  /// Those at the end that don't fit are left out.
  /// - Parameters:
  ///   - hints: the most important first.
  ///   - row: the row.
  ///   - col: the first column.
  ///   - maxColumns: the most columns they may take; by default all up to the edge.
  /// - Returns: where each was drawn.
  @discardableResult
  public mutating func keyLine(_ hints: [KeyHint], at row: Int, _ col: Int, maxColumns: Int = .max) -> [HitRange] {
    let limit = min(maxColumns, clip.endCol - col)
    var hits: [HitRange] = []
    var used = 0
    for (index, hint) in hints.enumerated() {
      let spans = [Span(hint.key, Style(.key)), Span(hint.label, Style(.normal))]
      guard used + hint.key.columns + hint.label.columns <= limit else { break }
      let columns = put(spans, at: row, col + used)
      hits.append(HitRange(index: index, row: row, columns: col + used..<col + used + columns))
      used += columns + 1
    }
    return hits
  }
}

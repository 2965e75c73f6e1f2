/// A piece of text in one style.
public struct Span: Sendable, Hashable {
  /// The text, from anywhere.
  public var text: String
  /// How it looks.
  public var style: Style

  /// Makes a piece.
  public init(_ text: String, _ style: Style = .normal) {
    self.text = text
    self.style = style
  }
}

extension Surface {
  /// Puts pieces of text one after the other on one row.
  /// - Parameters:
  ///   - spans: the pieces; the one that reaches the limit ends in `…`, those after it are left out.
  ///   - row: the row.
  ///   - col: the column of the first.
  ///   - maxColumns: the most columns that all may take; by default all up to the edge.
  /// - Returns: the columns they took.
  @discardableResult
  public mutating func put(_ spans: [Span], at row: Int, _ col: Int, maxColumns: Int = .max) -> Int {
    var used = 0
    for span in spans where used < maxColumns {
      used += put(span.text, at: row, col + used, style: span.style, maxColumns: maxColumns - used)
    }
    return used
  }
}

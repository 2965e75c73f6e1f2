/// Where text sits in a field that is wider than it is.
public enum ColumnAlignment: Sendable {
  /// At the left edge.
  case leading
  /// At the right edge.
  case trailing
}

extension StringProtocol {
  /// Columns the text takes on a terminal that draws ambiguous characters narrow.
  public var columns: Int { CellWidth.columns(of: self) }

  /// The text cut to a width, ending in `…` where something was left out.
  /// - Parameter width: the most columns the result may take; zero or less gives an empty text.
  public func truncated(toColumns width: Int) -> String {
    guard width > 0 else { return "" }
    var used = 0
    var kept = unicodeScalars.startIndex
    var index = unicodeScalars.startIndex
    while index < unicodeScalars.endIndex {
      let columns = CellWidth.columns(of: unicodeScalars[index])
      if used + columns > width { return String(self[..<kept]) + "…" }
      used += columns
      index = unicodeScalars.index(after: index)
      // What is kept must leave a column for the ellipsis, and a base keeps its combining marks.
      if used < width { kept = index }
    }
    return String(self)
  }

  /// The text filled with spaces to a width, and cut to it where it is longer.
  /// - Parameters:
  ///   - width: the columns of the result, exactly.
  ///   - alignment: where the text sits.
  public func padded(toColumns width: Int, alignment: ColumnAlignment = .leading) -> String {
    let text = truncated(toColumns: width)
    let blank = String(repeating: " ", count: Swift.max(0, width - text.columns))
    return alignment == .leading ? text + blank : blank + text
  }
}

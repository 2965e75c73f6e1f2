import SafeText

/// What stands on a terminal at one moment.
public struct Frame: Sendable, Equatable, CustomStringConvertible {
  /// The rows, without blanks at their ends.
  public let rows: [String]

  /// Reads a captured screen.
  public init(_ text: String) {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if rows.last?.isEmpty == true { rows.removeLast() }
    self.rows = rows
  }

  /// The rows, one a line.
  public var description: String { rows.joined(separator: "\n") }

  /// Whether a text stands somewhere in one row.
  public func contains(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// The first row with a text.
  public func row(with text: String) -> String? { rows.first { $0.contains(text) } }

  /// The column in which a text begins in a row.
  public static func column(of text: String, in row: String) -> Int? {
    row.ranges(of: text).first.map { String(row[..<$0.lowerBound]).columns }
  }

  /// A row from a column on.
  public static func text(_ row: String, fromColumn column: Int) -> String {
    var rest = Substring(row)
    var passed = 0
    while passed < column, let first = rest.first {
      passed += String(first).columns
      rest = rest.dropFirst()
    }
    return String(rest)
  }

  /// The rows whose boxes do not close at the right edge: something has shifted them.
  ///
  /// - Parameter width: columns of the terminal.
  public func shiftedRows(width: Int) -> [String] {
    rows.filter { row in
      guard row.hasPrefix("│") || row.hasPrefix("┌") || row.hasPrefix("└") else { return false }
      guard let last = row.last, "│┐┘".contains(last) else { return true }
      return row.columns != width
    }
  }
}

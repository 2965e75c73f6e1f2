/// A cell of a table, or a character of `city.yaml`.
package struct Cell: Equatable {
  /// The file's name within the folder.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The field or the character, counted from 1.
  package let column: Int

  /// Makes a cell.
  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// Gathers what the reading of one folder finds.
package final class FindingLog {
  private(set) var findings: [Finding] = []

  /// Makes an empty log.
  package init() {}

  /// Notes a finding.
  package func add(_ code: FindingCode, at cell: Cell, _ message: String) {
    findings.append(Finding(file: cell.file, line: cell.line, column: cell.column, code: code, message: message))
  }

  /// All findings by file, line and column.
  package var sorted: [Finding] {
    findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.file, a.line, a.column, left.offset) < (b.file, b.line, b.column, right.offset)
    }.map(\.element)
  }
}

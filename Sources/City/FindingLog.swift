/// A cell of a table, or a character of `city.yaml`.
struct Cell: Equatable {
  let file: String
  let line: Int
  let column: Int
}

/// Gathers what the reading of one folder finds.
final class FindingLog {
  private(set) var findings: [Finding] = []

  /// Notes a finding.
  func add(_ code: FindingCode, at cell: Cell, _ message: String) {
    findings.append(Finding(file: cell.file, line: cell.line, column: cell.column, code: code, message: message))
  }

  /// All findings by file, line and column.
  var sorted: [Finding] {
    findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.file, a.line, a.column, left.offset) < (b.file, b.line, b.column, right.offset)
    }.map(\.element)
  }
}

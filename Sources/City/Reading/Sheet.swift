/// The columns of a table; a case's name is the column's.
protocol SheetColumn: CodingKey, CaseIterable, RawRepresentable<Int>, Sendable {
  /// The table's file.
  static var file: String { get }
  /// Columns that a table may do without.
  static var optional: Set<Int> { get }
}

extension SheetColumn {
  static func ordinals(_ columns: Self...) -> Set<Int> { Set(columns.map(\.rawValue)) }
}

/// A table as read: its rows' values, and where each stood.
struct Sheet<Column: SheetColumn, Value> {
  struct Row {
    let value: Value
    let line: Int
  }

  /// The field of each column, counted from 0, by the column's raw value.
  let fields: [Int?]
  /// The rows that could be read.
  let rows: [Row]
  /// Texts out of rows that could not: a code among them may well be known.
  let unread: Set<String>
  /// Whether the table as a whole could be read.
  let isWhole: Bool

  /// The values of all rows.
  var values: [Value] { rows.map(\.value) }

  /// Where a column stands in a row.
  func cell(_ column: Column, line: Int) -> Cell {
    Cell(file: Column.file, line: line, column: (fields[column.rawValue] ?? 0) + 1)
  }

  /// Whether a code that no row has may stand in what could not be read.
  func mayHold(_ code: String) -> Bool {
    !isWhole || unread.contains(code)
  }

  /// Reports keys that stand in more than one row; both lines are named.
  func reportRepeats(
    of column: Column, as code: FindingCode = .codeRepeated, log: FindingLog, key: (Value) -> String?
  ) {
    var lines: [String: Int] = [:]
    lines.reserveCapacity(rows.count)
    for row in rows {
      guard let key = key(row.value) else { continue }
      if let first = lines[key] {
        log.add(code, at: cell(column, line: row.line), "“\(shown(key))”在第 \(first) 行和第 \(row.line) 行重复。")
      } else {
        lines[key] = row.line
      }
    }
  }
}

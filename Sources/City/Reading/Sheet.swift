/// The columns of a table; a case's name is the column's.
package protocol SheetColumn: CodingKey, CaseIterable, RawRepresentable<Int>, Sendable {
  /// The table's file.
  static var file: String { get }
  /// Columns that a table may do without.
  static var optional: Set<Int> { get }
}

extension SheetColumn {
  package static func ordinals(_ columns: Self...) -> Set<Int> { Set(columns.map(\.rawValue)) }
}

/// A table as read: its rows' values, and where each stood.
package struct Sheet<Column: SheetColumn, Value> {
  /// A row's value, and the line it begins on.
  package struct Row {
    package let value: Value
    package let line: Int
  }

  /// The field of each column, counted from 0, by the column's raw value.
  let fields: [Int?]
  /// The rows that could be read.
  package let rows: [Row]
  /// Texts out of rows that could not: a code among them may well be known.
  package let unread: Set<String>
  /// Whether the table as a whole could be read.
  package let isWhole: Bool

  /// The values of all rows.
  package var values: [Value] { rows.map(\.value) }

  /// Where a column stands in a row.
  package func cell(_ column: Column, line: Int) -> Cell {
    Cell(file: Column.file, line: line, column: (fields[column.rawValue] ?? 0) + 1)
  }

  /// Whether a code that no row has may stand in what could not be read.
  package func mayHold(_ code: String) -> Bool {
    !isWhole || unread.contains(code)
  }

  /// Reports keys that stand in more than one row; both lines are named, and the cell as it is written.
  /// - Returns: the first row of each key.
  @discardableResult
  package func reportRepeats<Key: Hashable>(
    of column: Column, as code: FindingCode = .codeRepeated, log: FindingLog, key: (Value) -> Key?,
    text: (Value) -> String
  ) -> [Key: Int] {
    var index: [Key: Int] = [:]
    index.reserveCapacity(rows.count)
    for (number, row) in rows.enumerated() {
      guard let key = key(row.value) else { continue }
      if let first = index[key] {
        log.add(
          code, at: cell(column, line: row.line),
          "“\(shown(text(row.value)))”在第 \(rows[first].line) 行和第 \(row.line) 行重复。")
      } else {
        index[key] = number
      }
    }
    return index
  }

  /// Reports codes that stand in more than one row.
  /// - Returns: the first row of each code.
  @discardableResult
  package func reportRepeats(
    of column: Column, as code: FindingCode = .codeRepeated, log: FindingLog, key: (Value) -> String?
  ) -> [String: Int] {
    reportRepeats(of: column, as: code, log: log, key: key) { key($0) ?? "" }
  }
}

/// A name among those that belong to the same unit or place.
struct SiblingName: Hashable {
  let parent: String
  let place: String
  let name: String
}

import CommaSeparated
import Model

/// One row while it is being read.
package struct SheetRow<Column: SheetColumn> {
  let record: Record
  let fields: [Int?]
  /// Where findings go.
  package let log: FindingLog

  /// Where a column stands in this row.
  package func cell(_ column: Column) -> Cell {
    Cell(file: Column.file, line: record.line, column: (fields[column.rawValue] ?? 0) + 1)
  }

  /// The text of a cell; empty when the table has no such column.
  package func text(_ column: Column) -> String {
    fields[column.rawValue].flatMap { record.text($0) } ?? ""
  }

  /// The text of a cell that must be filled.
  package func required(_ column: Column) -> String? {
    let text = text(column)
    if !text.isEmpty { return text }
    log.add(.cellEmpty, at: cell(column), "“\(column.stringValue)”不能为空。")
    return nil
  }

  /// The code of a cell that must be filled.
  package func code(_ column: Column) -> String? {
    guard let text = required(column) else { return nil }
    checkCode(text, column)
    return text
  }

  /// The code of a cell, or nothing when it is empty.
  package func optionalCode(_ column: Column) -> String? {
    let text = text(column)
    if text.isEmpty { return nil }
    checkCode(text, column)
    return text
  }

  /// One of a fixed set of words.
  package func word<Word: RawRepresentable<String> & CaseIterable>(_ column: Column, _: Word.Type) -> Word? {
    guard let text = required(column) else { return nil }
    if let word = Word(rawValue: text) { return word }
    reportWord(text, column, known: Word.allCases.map(\.rawValue))
    return nil
  }

  /// `yes` or `no`; an empty cell means no.
  package func flag(_ column: Column) -> Bool {
    let text = text(column)
    if text == "yes" { return true }
    if !text.isEmpty, text != "no" { reportWord(text, column, known: ["yes", "no"]) }
    return false
  }

  /// The parts of a cell between semicolons, empty ones left out.
  package func list(_ column: Column) -> [String] {
    text(column).split(separator: ";").map { String($0) }
  }

  /// The stretches of working hours of a cell, or nothing when it is empty.
  func hours(_ column: Column) -> [WorkCalendar.Hours]? {
    let texts = list(column)
    return texts.isEmpty ? nil : HoursReader.read(texts.map { ($0, cell(column)) }, log: log)
  }

  /// Reports a word that the column does not know.
  package func reportWord(_ text: String, _ column: Column, known: [String]) {
    log.add(
      .wordUnknown, at: cell(column),
      "“\(column.stringValue)”的值“\(shown(text))”不认识，可用：\(known.joined(separator: "、"))。")
  }

  private func checkCode(_ text: String, _ column: Column) {
    guard !text.utf8.allSatisfy(isCodeByte) else { return }
    log.add(
      .codeMalformed, at: cell(column), "编码“\(shown(text))”只能用英文字母、数字和 - .，不能有空格。")
  }
}

/// Whether a byte may stand in a code.
private func isCodeByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
  default: false
  }
}

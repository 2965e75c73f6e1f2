import CommaSeparated
import SafeText

/// Reads one table of a city's folder.
package struct SheetReader<Column: SheetColumn, Value> {
  private let log: FindingLog
  private var fields: [Int?] = []
  private var width = 0
  private var rows: [Sheet<Column, Value>.Row] = []
  private var unread: Set<String> = []
  private var isWhole = true

  private init(log: FindingLog) {
    self.log = log
  }

  /// Reads a table; without a file the sheet is empty and not whole.
  /// - Parameters:
  ///   - file: the table's file.
  ///   - log: where findings go.
  ///   - value: makes a row's value, or nothing when the row cannot be used.
  package static func read(
    _ file: FolderFile?, log: FindingLog, value: (SheetRow<Column>) -> Value?
  ) -> Sheet<Column, Value> {
    var reader = SheetReader(log: log)
    if let file { reader.read(file.bytes, value: value) } else { reader.isWhole = false }
    if reader.fields.isEmpty { reader.fields = Column.allCases.map { $0.rawValue } }
    return Sheet(fields: reader.fields, rows: reader.rows, unread: reader.unread, isWhole: reader.isWhole)
  }

  private mutating func read(_ bytes: [UInt8], value: (SheetRow<Column>) -> Value?) {
    var records = RecordReader()
    records.push(bytes)
    records.finish()
    while let reading = records.next() {
      switch reading {
      case .problem(let problem): report(problem)
      case .record(let record) where record.isBlank: continue
      case .record(let record):
        checkText(record)
        if fields.isEmpty {
          guard readHeader(record) else { return }
        } else {
          readRow(record, value: value)
        }
      }
    }
    if fields.isEmpty {
      isWhole = false
      log.add(.tableEmpty, at: cell(line: 1, field: 0), "表是空的，连表头也没有。")
    }
  }

  private mutating func readHeader(_ record: Record) -> Bool {
    guard let header = Header(record) else {
      isWhole = false
      return false
    }
    width = record.count
    let columns = Array(Column.allCases)
    fields = columns.map { header[$0.stringValue] }
    for field in header.repeated {
      log.add(
        .columnRepeated, at: cell(line: record.line, field: field), "列“\(shown(header.names[field]))”重复。")
      isWhole = false
    }
    for (field, name) in header.names.enumerated() where !columns.contains(where: { $0.stringValue == name }) {
      log.add(.columnUnknown, at: cell(line: record.line, field: field), "列“\(shown(name))”不认识，不会读取。")
    }
    for column in columns where header[column.stringValue] == nil && !Column.optional.contains(column.rawValue) {
      log.add(.columnMissing, at: cell(line: record.line, field: width), "缺少列“\(column.stringValue)”。")
      isWhole = false
    }
    return isWhole
  }

  private mutating func readRow(_ record: Record, value: (SheetRow<Column>) -> Value?) {
    guard record.count == width else {
      log.add(
        .fieldCountWrong, at: cell(line: record.line, field: min(record.count, width)),
        "这一行有 \(record.count) 个字段，表头有 \(width) 个；文字里的逗号要放在双引号内。")
      return forget(record)
    }
    guard let value = value(SheetRow(record: record, fields: fields, log: log)) else { return forget(record) }
    rows.append(.init(value: value, line: record.line))
  }

  private mutating func forget(_ record: Record) {
    for field in 0..<record.count { unread.insert(record.text(field) ?? "") }
  }

  private mutating func report(_ problem: RecordProblem) {
    isWhole = false
    if problem.isContinuation { return }
    let reason =
      switch problem.code {
      case .quoteNotClosed: "双引号没有闭合（第 \(problem.position.column) 个字节处打开），这一行没有读入。"
      case .recordTooLong: "这一行超过 1 MiB，没有读入。"
      }
    log.add(.recordUnreadable, at: cell(line: problem.position.line, field: 0), reason)
  }

  /// Reports ill-formed and hostile text, and quotes in the wrong place.
  private func checkText(_ record: Record) {
    for irregularity in record.irregularities {
      log.add(
        .quoteIrregular, at: cell(line: record.line, field: irregularity.field), "双引号的位置不对，已按普通字符读入。")
    }
    if isPlain(record.raw) { return }
    for field in 0..<record.count {
      guard let text = record.text(field) else {
        log.add(.encodingIllFormed, at: cell(line: record.line, field: field), "不是 UTF-8 文字，请另存为 UTF-8。")
        continue
      }
      guard let hostile = text.unicodeScalars.first(where: { SafeText.isHostile($0) }) else { continue }
      log.add(
        .cellHostile, at: cell(line: record.line, field: field),
        "含有不可见或控制字符 U+\(hexadecimal(hostile))，请删去。")
    }
  }

  /// Whether bytes are so plain that no cell needs a closer look: printable ASCII and common Chinese.
  private func isPlain(_ raw: [UInt8]) -> Bool {
    raw.withUnsafeBufferPointer { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
      var index = 0
      while index < end {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F {
          index += 1
        } else if byte >= 0xE3, byte <= 0xE9, index + 2 < end, bytes[index + 1] & 0xC0 == 0x80,
          bytes[index + 2] & 0xC0 == 0x80, byte != 0xE3 || bytes[index + 1] != 0x85
        {
          // U+3000 to U+9FFF but for the block of U+3164, which is blank.
          index += 3
        } else {
          return false
        }
      }
      return true
    }
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func cell(line: Int, field: Int) -> Cell {
    Cell(file: Column.file, line: line, column: field + 1)
  }
}

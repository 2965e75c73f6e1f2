import Foundation

/// A small table of comma-separated values (RFC 4180) with a header row, held whole: the city's tables are small.
struct CommaTable {
  private let columns: [String: Int]
  let rows: [[String]]
  private let name: String

  /// - Throws: `FeedGenerationError` with `unreadableTable` when there is no such file or it is not UTF-8.
  init(contentsOf file: URL) throws {
    name = file.lastPathComponent
    guard let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8) else {
      throw FeedGenerationError(.unreadableTable, file.path)
    }
    var records = Self.records(text)
    let header = records.isEmpty ? [] : records.removeFirst()
    columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    rows = records
    if rows.isEmpty { throw FeedGenerationError(.emptyTable, name) }
  }

  /// A reader of one column.
  func column(_ title: String) throws -> ([String]) -> String {
    guard let index = columns[title] else { throw FeedGenerationError(.missingColumn, "\(name): \(title)") }
    return { row in index < row.count ? row[index] : "" }
  }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var quoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var pending = scalars.next()
    while let scalar = pending {
      pending = scalars.next()
      switch scalar {
      case "\"" where quoted && pending == "\"":
        field.append("\"")
        pending = scalars.next()
      case "\"":
        quoted.toggle()
      case "," where !quoted:
        record.append(field)
        field = ""
      case "\r" where !quoted:
        continue
      case "\n" where !quoted:
        records.append(record + [field])
        record = []
        field = ""
      default:
        field.unicodeScalars.append(scalar)
      }
    }
    if !record.isEmpty || !field.isEmpty { records.append(record + [field]) }
    return records
  }
}

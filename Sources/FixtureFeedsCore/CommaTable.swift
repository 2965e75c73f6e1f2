import CommaSeparated
import Foundation

/// A small table of comma-separated values with a header row, held whole: the city's tables are small.
struct CommaTable {
  private let header: Header
  let rows: [[String]]
  private let name: String

  /// - Throws: `FeedGenerationError` with `unreadableTable` when there is no such file or it is not a table in UTF-8, with
  ///   `emptyTable` when it has no rows.
  init(contentsOf file: URL) throws {
    name = file.lastPathComponent
    guard let data = try? Data(contentsOf: file) else { throw FeedGenerationError(.unreadableTable, file.path) }
    var reader = RecordReader()
    reader.push(data)
    reader.finish()
    var records: [[String]] = []
    while let reading = reader.next() {
      guard case .record(let record) = reading else { throw FeedGenerationError(.unreadableTable, file.path) }
      if record.isBlank { continue }
      let fields = (0..<record.count).compactMap { record.text($0) }
      guard fields.count == record.count else { throw FeedGenerationError(.unreadableTable, file.path) }
      records.append(fields)
    }
    header = Header(records.first ?? [])
    rows = Array(records.dropFirst())
    if rows.isEmpty { throw FeedGenerationError(.emptyTable, name) }
  }

  /// A reader of one column.
  ///
  /// - Throws: `FeedGenerationError` with `missingColumn`.
  func column(_ title: String) throws -> ([String]) -> String {
    guard let index = header[title] else { throw FeedGenerationError(.missingColumn, "\(name): \(title)") }
    return { row in index < row.count ? row[index] : "" }
  }
}

import CommaSeparated
import Foundation

/// What must become of a line of the broken feed.
struct Verdict {
  let line: Int
  let verdict: String

  /// The table beside the feed, a row a line.
  static func table() throws -> [Verdict] {
    let count = try PlainCount(Fixtures.feed("broken.expected.csv"))
    return zip(count.column("line"), count.column("verdict")).map { Verdict(line: Int($0) ?? 0, verdict: $1) }
  }
}

/// A CSV file counted plainly: how often each value stands in each column.
struct PlainCount {
  private(set) var rows = 0
  private(set) var counts: [String: [String: Int]] = [:]
  private var values: [String: [String]] = [:]

  init(_ path: String) throws {
    var reader = RecordReader()
    reader.push(try Data(contentsOf: URL(fileURLWithPath: path)))
    reader.finish()
    var header: [String] = []
    while case .record(let record)? = reader.next() {
      let fields = (0..<record.count).map { record.text($0, encoding: .latin1) ?? "" }
      if header.isEmpty {
        header = fields
        continue
      }
      rows += 1
      for (name, value) in zip(header, fields) {
        counts[name, default: [:]][value, default: 0] += 1
        values[name, default: []].append(value)
      }
    }
  }

  func column(_ name: String) -> [String] { values[name] ?? [] }
}

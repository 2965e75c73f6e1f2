package import Foundation

/// Every kind of bad line among good ones, and what an importer should make of each.
package struct BrokenFeed {
  /// What becomes of a line.
  package enum Verdict: String, Sendable {
    case accepted, repeated, amended, rejected
  }

  /// One physical line, without its line feed.
  package struct Line: Sendable {
    package let bytes: [UInt8]
    package let verdict: Verdict
    /// What is wrong with it, or why it is right all the same.
    package let note: String

    init(_ bytes: [UInt8], _ verdict: Verdict, _ note: String) {
      self.bytes = bytes
      self.verdict = verdict
      self.note = note
    }

    init(_ text: String, _ verdict: Verdict, _ note: String) {
      self.init(Array(text.utf8), verdict, note)
    }
  }

  package let lines: [Line]

  /// - Throws: `FeedGenerationError` when the city lacks what the reports refer to.
  package init(city: CityTables, seed: UInt64) throws {
    var samples = try BrokenSamples(city: city, seed: seed)
    let bad = samples.syntaxLines() + samples.keyLines() + samples.valueLines() + samples.textLines()
    let good = try Self.goodLines(city: city, seed: seed)
    var lines: [Line] = [
      Line([0xEF, 0xBB, 0xBF] + samples.next().bytes, .accepted, "byte order mark at the start of the file")
    ]
    let every = bad.count / good.count
    for (index, line) in bad.enumerated() {
      if index % every == 0, index / every < good.count { lines.append(good[index / every]) }
      lines.append(line)
    }
    lines += samples.againLines()
    lines.append(Line(samples.next().bytes, .accepted, "last line without a line feed"))
    self.lines = lines
  }

  /// The feed's bytes; the last line has no line feed.
  package var data: Data {
    Data(lines.map(\.bytes).joined(separator: [0x0A]))
  }

  /// What is expected, as a table with a header; lines count from 1.
  package var expectedTable: String {
    lines.enumerated().reduce(into: "line,verdict,note\n") { table, line in
      table += "\(line.offset + 1),\(line.element.verdict.rawValue),\"\(line.element.note)\"\n"
    }
  }

  private static func goodLines(city: CityTables, seed: UInt64) throws -> [Line] {
    let reports = try DayFeed(.day, city: city, seed: seed).reports
    let encoder = LineEncoder()
    return try stride(from: 0, to: reports.count, by: reports.count / 20).enumerated().map { number, index in
      var report = reports[index]
      report.id = "GOOD-" + padded(number + 1, 3)
      return Line(Array(try encoder.line(report).dropLast()), .accepted, "good line")
    }
  }
}

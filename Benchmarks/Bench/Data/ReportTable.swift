import City
import Feeds
import Foundation
import Model

/// The reports of a feed in the forms that other programs read.
struct ReportTable {
  private let tables: CityTables

  /// Makes one for the feeds of a city.
  init(city: String) throws {
    tables = try CityFolder.load(city).tables
  }

  /// Writes them as CSV, one record a report, without a head.
  func write(_ feed: String, to path: String) throws {
    try lines(of: feed, to: path) { incoming in
      let report = incoming.report
      let fields = [
        report.source.rawValue + ":" + report.sourceID, report.source.rawValue, "\(report.reportedAt.milliseconds)",
        report.place.rawValue, report.category?.rawValue ?? "", report.urgency.rawValue, report.title, report.text,
        report.location?.address ?? "", incoming.reporter?.phone ?? "",
      ]
      return fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
  }

  /// Writes them as a log that `lnav` knows how to read.
  func writeLog(_ feed: String, to path: String) throws {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt)
    try lines(of: feed, to: path) { incoming in
      let report = incoming.report
      let time = Date(timeIntervalSince1970: Double(report.reportedAt.seconds)).formatted(style)
      return "\(time) INFO \(report.source.rawValue) \(report.place.rawValue) \(report.title) \(report.sourceID)"
    }
  }

  private func lines(of feed: String, to path: String, _ line: (IncomingReport) -> String) throws {
    let output = try NewFile.open(path)
    var reader = LineReader(try FeedInput(path: feed))
    var decoder = ReportDecoder(city: tables)
    var waiting = Data()
    while let piece = try reader.nextPiece() {
      guard case .report(let incoming, _) = decoder.intake(piece) else { continue }
      waiting.append(contentsOf: line(incoming).utf8)
      waiting.append(0x0A)
      if waiting.count > 1 << 20 {
        try output.write(contentsOf: waiting)
        waiting.removeAll(keepingCapacity: true)
      }
    }
    try output.write(contentsOf: waiting)
    try output.close()
  }
}

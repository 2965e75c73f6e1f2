import CommaSeparated
import Feeds
import Foundation
import Model

/// A feed read whole, each report once and as it last read.
struct KnownFeed {
  private(set) var reports: [IncomingReport] = []

  /// Reads a file of JSON Lines.
  ///
  /// - Throws: code `.refused` for a line that is no report.
  init(path: String, city: CityTables) throws {
    var lines = LineReader(try FeedInput(path: path))
    var decoder = ReportDecoder(city: city)
    var known: [ReportName: Int] = [:]
    while let piece = try lines.nextPiece() {
      guard case .line(let line) = piece else { throw Failure(.refused, "\(path) 有读不了的行") }
      let incoming: IncomingReport
      do {
        incoming = try decoder.decode(line.bytes, line: line.number)
      } catch {
        throw Failure(.refused, "\(path) 第 \(line.number) 行不是来件")
      }
      if let index = known[ReportName(incoming.report)] {
        reports[index] = incoming
      } else {
        known[ReportName(incoming.report)] = reports.count
        reports.append(incoming)
      }
    }
  }
}

/// A report by its source and the source's number.
struct ReportName: Hashable {
  let source: String
  let id: String

  init(source: String, id: String) {
    self.source = source
    self.id = id
  }

  init(_ report: Report) {
    self.init(source: report.source.rawValue, id: report.sourceID)
  }
}

/// Which reports tell of one event, as somebody who knows has written it down: `event,source,id`.
struct TruthTable {
  private var events: [ReportName: String] = [:]

  /// Reads a table.
  ///
  /// - Throws: code `.noSeat` when there is no such file, `.refused` when it lacks a column.
  init(path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw Failure(.noSeat, "没有文件 \(path)") }
    var records = RecordReader()
    records.push(bytes)
    records.finish()
    var header: Header?
    while let reading = records.next() {
      guard case .record(let record) = reading else { throw Failure(.refused, "\(path) 不是 CSV") }
      guard let columns = header else {
        header = Header(record)
        continue
      }
      if record.isBlank { continue }
      let cells = ["event", "source", "id"].map { name in columns[name].flatMap { record.text($0) } }
      guard let event = cells[0], let source = cells[1], let id = cells[2] else {
        throw Failure(.refused, "\(path) 第 \(record.line) 行缺 event、source 或 id")
      }
      events[ReportName(source: source, id: id)] = event
    }
  }

  /// The event of each report; nothing where no other tells of it.
  func events(of reports: [Report]) -> [String?] { reports.map { events[ReportName($0)] } }
}

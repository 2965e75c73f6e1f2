import City
import Feeds
import Model

/// Reads `feed.jsonl`, the background.
enum BackgroundReader {
  static let file = "feed.jsonl"

  /// The reports in the order of their arrival; those of the same moment in the order of their lines.
  static func read(
    _ file: FolderFile?, city: CityTables, times: DrillTime, log: FindingLog
  ) -> [DrillPlan.Background] {
    guard let file else { return [] }
    var splitter = LineSplitter()
    var decoder = ReportDecoder(city: city, isExercise: true)
    var background: [DrillPlan.Background] = []
    for piece in splitter.push(file.bytes[...]) + splitter.finish() {
      switch decoder.intake(piece) {
      case .report(let incoming, let line):
        let at = incoming.report.readyAt
        let cell = Cell(file: self.file, line: line, column: 1)
        times.report(at, at: cell, log: log)
        background.append(DrillPlan.Background(at: at, incoming: incoming))
      case .rejected(let line):
        log.add(
          .reportRejected, at: Cell(file: self.file, line: line.line, column: line.column ?? 1), line.reason + "。")
      case .rejectedPart(let part):
        if part.isFirst {
          log.add(.reportRejected, at: Cell(file: self.file, line: part.line, column: 1), part.reason + "。")
        }
      }
    }
    return background.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }
}

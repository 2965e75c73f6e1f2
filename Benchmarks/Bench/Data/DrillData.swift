import City
import Drill
import Feeds
import Foundation
import Model

/// A drill whose background is the typhoon's day, or a part of it: the shipped drill of that day with its injects,
/// expectations and recorded commands of both tiers, in a folder of its own.
struct DrillData {
  /// The folder.
  let folder: String
  /// The recorded commands.
  let keys: String
  /// The drill, as it is read again.
  let plan: DrillPlan
  /// How many recorded commands there are.
  let commands: Int

  /// The day on which the typhoon of the fixtures came.
  private static let day = "2020-08-04"

  /// Makes a drill.
  ///
  /// - Parameters:
  ///   - data: where the benchmark's data is.
  ///   - name: the drill's name among it.
  ///   - time: when it begins, as `16:30`.
  ///   - minutes: how long it goes on.
  init(_ data: BenchData, name: String, from time: String, minutes: Int) throws {
    folder = data.folder + "/" + name
    keys = folder + "/keys.jsonl"
    let fixtures = URL(filePath: data.city).deletingLastPathComponent()
    let shipped = fixtures.appending(path: "drills/typhoon-tide")
    let tables = try CityFolder.load(data.city).tables
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.copyItem(at: shipped, to: URL(filePath: folder))
    let start = "\(DrillData.day)T\(time):00+08:00"
    try DrillData.rewrite(folder + "/drill.yaml") { line in
      switch line.prefix(while: { $0 != ":" }) {
      case "code": "code: \(name)"
      case "start": "start: \(start)"
      case "minutes": "minutes: \(minutes)"
      case "speeds": "speeds: [60, max]"
      default: line
      }
    }
    // Which sequence was last on screen differs where more reports come.
    commands = try DrillData.rewrite(folder + "/model.jsonl", to: keys) { $0.replacing(/"seen":\d+,/, with: "") }
    guard let begin = InternetTime.instant(start) else { throw BenchError("no time: \(start)") }
    let span = begin..<begin.adding(minutes: minutes)
    var decoder = ReportDecoder(city: tables)
    try DrillData.rewrite(fixtures.path + "/feeds/typhoon.jsonl", to: folder + "/feed.jsonl") { line in
      let piece = FeedPiece.line(FeedLine(number: 1, offset: 0, bytes: Array(line.utf8)))
      guard case .report(let incoming, _) = decoder.intake(piece),
        span.contains(incoming.report.readyAt)
      else { return nil }
      return "{\"exercise\":true," + line.dropFirst()
    }
    plan = try DrillFolder.load(folder, city: tables)
  }

  /// Writes the lines of a file as they are changed; those that become nothing are left out.
  ///
  /// - Returns: how many lines were written.
  @discardableResult
  private static func rewrite(
    _ path: String, to other: String? = nil, _ change: (String) throws -> String?
  ) throws -> Int {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = try text.split(separator: "\n").compactMap { try change(String($0)) }
    try (lines.joined(separator: "\n") + "\n").write(toFile: other ?? path, atomically: true, encoding: .utf8)
    return lines.count
  }
}

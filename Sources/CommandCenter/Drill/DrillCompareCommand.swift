import ArgumentParser
import City
import Drill
import Foundation
import Journal
import Model
import SQLiteJournal

/// `command-center drill compare`: several runs of one drill, seat by seat.
struct DrillCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "同一场演练的几次比一比：总分、各目标、各期望、各席位；以第一本为准。")

  @OptionGroup var cityOptions: CityOptions

  @Argument(help: ArgumentHelp("演练目录。", valueName: "目录"), completion: .directory)
  var folder: String

  @Argument(help: ArgumentHelp("各次的演练日志，两本以上。", valueName: "日志"), completion: .file())
  var runs: [String]

  @Flag(name: .long, help: "每次输出为一行 JSON。")
  var json = false

  func validate() throws {
    if runs.count < 2 { throw ValidationError("要比较，至少给两本演练日志") }
  }

  func run() throws {
    try Failure.guarded {
      let loaded = try CityFolder.load(cityOptions.city)
      let plan = try DrillFolder.load(folder, city: loaded.tables)
      let names = RunNames.shortest(runs)
      let results = try zip(runs, names).map { path, name in
        let store = try SQLiteJournal.open(path, .existing)
        try plan.check(store, city: loaded.tables)
        let result = try DrillRunResult(name, of: plan, in: store)
        try store.close()
        return result
      }
      let output = StandardOutput()
      if json {
        for result in results { try output.json(RunRecord(result, drill: plan.code)) }
      } else {
        let words = ComparisonWords(results, of: plan) { seat in loaded.tables.seat(seat)?.name ?? seat.rawValue }
        for line in words.lines { try output.line(line) }
      }
      try output.flush()
    }
  }
}

/// What runs are called: their files' names, with as much of the path as tells them apart.
enum RunNames {
  static func shortest(_ paths: [String]) -> [String] {
    let parts = paths.map { URL(fileURLWithPath: $0).standardizedFileURL.pathComponents }
    let longest = parts.map(\.count).max() ?? 1
    for length in 1...max(1, longest) {
      let names = parts.map { $0.suffix(length).joined(separator: "/") }
      if Set(names).count == names.count { return names }
    }
    return paths
  }
}

/// A run as programs read it.
struct RunRecord: Encodable {
  private struct Seat: Encodable {
    let seat: SeatCode
    let acts: Int
    let met: Int
    let late: Int
    let wrong: Int
    let missed: Int
    let medianDispatchSeconds: Double?
  }

  private let drill: String
  private let exercise = true
  private let run: String
  private let score: Double
  private let objectives: [Objective.RawValue: Double]
  private let expectations: [String: DrillScore.Mark.State]
  private let seats: [Seat]

  init(_ result: DrillRunResult, drill: String) {
    self.drill = drill
    run = result.name
    score = Double(result.score.hundredths) / 100
    objectives = Dictionary(
      result.score.parts.map { ($0.objective.rawValue, Double($0.hundredths) / 100) },
      uniquingKeysWith: { first, _ in first })
    expectations = Dictionary(
      result.score.marks.map { ($0.expectation.id, $0.state) }, uniquingKeysWith: { first, _ in first })
    seats = result.seats.sorted { $0.key.rawValue < $1.key.rawValue }.map { code, seat in
      Seat(
        seat: code, acts: seat.acts, met: seat.met, late: seat.late, wrong: seat.wrong, missed: seat.missed,
        medianDispatchSeconds: seat.medianDispatchTime.map { Double($0) / 1_000 })
    }
  }
}

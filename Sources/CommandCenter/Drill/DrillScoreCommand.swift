import ArgumentParser
import City
import Drill
import Model
import SQLiteJournal

/// `command-center drill score`: the score again, from the journal.
struct DrillScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "由演练日志重算得分，谁算都一样。")

  @OptionGroup var drill: DrillOptions

  @Flag(name: .long, help: "输出为一行 JSON。")
  var json = false

  func run() throws {
    try Failure.guarded {
      let sitting = try DrillSitting(drill, begins: false)
      let store = try sitting.existing()
      try ScoreOutput(plan: sitting.plan, zone: sitting.loaded.tables.calendar.zone).tell(
        try DrillScoring.score(sitting.plan, of: store), head: try store.head(), json: json)
    }
  }
}

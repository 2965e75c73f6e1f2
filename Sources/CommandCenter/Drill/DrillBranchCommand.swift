import ArgumentParser
import City
import Desk
import Drill
import Foundation
import Journal
import Model
import SQLiteJournal

/// `command-center drill branch`: a new journal that goes on from an earlier moment of a drill.
struct DrillBranchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "branch", abstract: "退回先前的一刻，另起一本日志从那里接着演；原来的日志不动。")

  @OptionGroup var drill: DrillOptions

  @Option(name: .long, help: ArgumentHelp("从几点接着演，例如 09:05:00；到那一刻为止的都带过去。", valueName: "时间"))
  var at: String

  @Option(name: .long, help: ArgumentHelp("新日志写到哪个文件；已有的不覆盖。", valueName: "文件"), completion: .file())
  var out: String

  func run() throws {
    try Failure.guarded {
      let sitting = try DrillSitting(drill, begins: false)
      let city = sitting.loaded.tables
      guard let moment = sitting.plan.moment(at, zone: city.calendar.zone) else {
        throw ValidationError("--at 要写成 09:05:00")
      }
      let parent = try SQLiteJournal.open(sitting.path, .looking)
      let branch = try sitting.branch(of: parent, at: moment, to: out)
      try parent.close()
      try tell(branch, of: sitting)
    }
  }

  private func tell(_ branch: DrillBranch, of sitting: DrillSitting) throws {
    let output = StandardOutput()
    let clock = TimeWords.second(branch.clock.feed, in: sitting.loaded.tables.calendar.zone)
    try output.line("已从 \(branch.parent.journal) 第 \(branch.parent.sequence) 条分出 \(out)，停在 \(clock)")
    try output.line("接着演：command-center drill \(sitting.folder) --journal \(out)")
    try output.flush()
  }
}

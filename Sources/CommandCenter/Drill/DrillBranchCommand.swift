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
      let branch = try DrillBranch(
        of: parent, named: (sitting.path as NSString).lastPathComponent, plan: sitting.plan, at: moment, city: city)
      try parent.close()
      try JournalFile.fresh(out)
      try write(branch)
      try DrillPlace(journal: out).note(folder: sitting.folder)
      try tell(branch, of: sitting)
    }
  }

  /// Writes the new journal, or leaves none.
  private func write(_ branch: DrillBranch) throws {
    let child = try SQLiteJournal.open(out, .restoring(branch.opening))
    do {
      try branch.write(into: child)
      try child.close()
    } catch {
      JournalFile.discard(out)
      throw error
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

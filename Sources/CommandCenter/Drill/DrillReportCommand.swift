import ArgumentParser
import City
import Desk
import Drill
import Foundation
import Model

/// `command-center drill report`: the after-action report.
struct DrillReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "出演练评估报告：.md 为 Markdown，.html 为带图的单页。")

  @OptionGroup var drill: DrillOptions

  @Option(name: .long, help: ArgumentHelp("写到哪个文件，以 .md 或 .html 结尾。", valueName: "文件"), completion: .file())
  var out: String

  func validate() throws {
    guard out.hasSuffix(".md") || out.hasSuffix(".html") else { throw ValidationError("--out 要以 .md 或 .html 结尾") }
  }

  func run() throws {
    try Failure.guarded {
      let sitting = try DrillSitting(drill, begins: false)
      let store = try sitting.existing()
      let report = try DrillReport(
        sitting.plan, of: store, zone: sitting.loaded.tables.calendar.zone, stageName: Words.stage)
      let text = out.hasSuffix(".md") ? report.markdown : report.page
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: out))
      } catch {
        throw Failure(.output, "\(out) 写不出去；请检查目录和磁盘")
      }
    }
  }
}

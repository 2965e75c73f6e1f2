import ArgumentParser

/// `command-center drill`: run, score and report a drill.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill", abstract: "演练：按虚拟时钟演一遍，评分，出报告。",
    subcommands: [
      DrillRunCommand.self, DrillScoreCommand.self, DrillReportCommand.self, DrillNewCommand.self,
      DrillCompareCommand.self,
    ],
    defaultSubcommand: DrillRunCommand.self)
}

import ArgumentParser

/// `command-center drill`: work, conduct, score, report and run a drill again.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill", abstract: "演练：在指挥台上按虚拟时钟演，导调，评分，出报告，重演，退回先前另演，比较。",
    subcommands: [
      DrillRunCommand.self, DrillConductCommand.self, DrillScoreCommand.self, DrillReportCommand.self,
      DrillKeysCommand.self, DrillFireCommand.self, DrillSkipCommand.self, DrillDelayCommand.self,
      DrillAddCommand.self, DrillRemarkCommand.self, DrillNewCommand.self, DrillCompareCommand.self,
      DrillBranchCommand.self,
    ],
    defaultSubcommand: DrillRunCommand.self)
}

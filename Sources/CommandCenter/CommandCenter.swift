import ArgumentParser

/// The program: a desk, and every action of it as a sub-command.
@main
struct CommandCenter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "command-center", abstract: "两级社会治理指挥中心的指挥台。", subcommands: [DeskCommand.self],
    defaultSubcommand: DeskCommand.self)
}

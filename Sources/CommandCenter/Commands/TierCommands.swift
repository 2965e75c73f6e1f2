import ArgumentParser
import Journal
import Model

/// `command-center escalate`: one rung up.
struct EscalateCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "escalate", abstract: "上报一级，写明原因；应急响应时可用 --to 越级。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("上报到哪一级：village、town、city；不给为上一级。", valueName: "层级"))
  var to: Rung?

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .escalate(reason: reason, to: to)
  }
}

/// `command-center delegate`: one rung down.
struct DelegateCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "delegate", abstract: "下派一级，写明原因。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .delegate(reason: reason)
  }
}

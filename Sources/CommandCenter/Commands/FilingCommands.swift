import ArgumentParser
import Journal
import Model

/// `command-center file`: settle category, urgency and place.
struct FileCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "file", abstract: "立案；可一并改定类别、紧急程度、地点。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("小类代码。", valueName: "类别"))
  var category: String?

  @Option(name: .long, help: ArgumentHelp("紧急程度。", valueName: "程度"))
  var urgency: Urgency?

  @Option(name: .long, help: ArgumentHelp("地点的代码或名称。", valueName: "地点"))
  var place: String?

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .file(
      Filing(
        category: try category.map(acting.naming.category), urgency: urgency,
        place: try place.map(acting.naming.place)))
  }
}

/// `command-center decline`: an end without handling.
struct DeclineCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "decline", abstract: "不予立案，写明依据。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("依据。", valueName: "文字"))
  var ground: String

  @Option(name: .long, help: ArgumentHelp("结果。", valueName: "结果"))
  var outcome = Outcome.notAccepted

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .decline(Declining(outcome: outcome, ground: ground))
  }
}

/// `command-center close`: the end of an order.
struct CloseCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "close", abstract: "结案。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("结果。", valueName: "结果"))
  var outcome = Outcome.solved

  @Option(name: .long, help: ArgumentHelp("说明；不予受理的要写依据。", valueName: "文字"))
  var text = ""

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .close(Closing(outcome: outcome, text: text))
  }
}

/// `command-center reopen`: closed, and yet not fixed.
struct ReopenCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "reopen", abstract: "重开已结案的工单，写明原因。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand { .reopen(reason: reason) }
}

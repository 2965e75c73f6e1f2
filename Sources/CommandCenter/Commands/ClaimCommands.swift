import ArgumentParser
import Journal
import Model

/// `command-center claim`: take an order in hand.
struct ClaimCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "claim", abstract: "认领工单。")

  @OptionGroup var act: ActOptions

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand { .claim }
}

/// `command-center take-over`: the chief takes an order out of another seat's hands.
struct TakeOverCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "take-over", abstract: "接管别的席位认领的工单（值班长）。")

  @OptionGroup var act: ActOptions

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand { .takeOver }
}

/// `command-center release`: let go of an order.
struct ReleaseCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "release", abstract: "放回认领的工单。")

  @OptionGroup var act: ActOptions

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand { .release }
}

/// `command-center undo`: take the last act back.
struct UndoCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "undo", abstract: "撤销上一步（承办单位签收前）。")

  @OptionGroup var act: ActOptions

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand { .undo }
}

/// `command-center note`: write something down.
struct NoteCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "note", abstract: "备注。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("备注的内容。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand { .note(text) }
}

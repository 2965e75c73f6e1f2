import ArgumentParser
import Journal
import Model

/// `command-center verify-site`: somebody looked on site before filing.
struct VerifySiteCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "verify-site", abstract: "立案前现场核实：属实或不属实。")

  /// What was found.
  enum Finding: EnumerableFlag {
    case found, notFound

    static func help(for value: Finding) -> ArgumentHelp? { value == .found ? "属实。" : "不属实。" }
  }

  @OptionGroup var act: ActOptions

  @Flag(help: "核实结果。")
  var finding: Finding

  @Option(name: .long, help: ArgumentHelp("看到的情况。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .verify(Verifying(found: finding == .found, text: text))
  }
}

/// `command-center settle`: settled without being dispatched.
struct SettleCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "settle", abstract: "当场办结：网格自行处置，或坐席当场答复。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("怎样处置、怎样答复。", valueName: "文字"))
  var text: String

  @Option(name: .long, help: ArgumentHelp("结果。", valueName: "结果"))
  var outcome = Outcome.solved

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .settle(Settling(outcome: outcome, text: text))
  }
}

/// `command-center step`: a sub-step of an enforcement case or a window application.
struct StepCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "step", abstract: "办理进度：执法案件、一窗事项走到哪一步。")

  @OptionGroup var act: ActOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "步骤：patrol filing investigation notice decision execution closing，或 accept review decide deliver。",
      valueName: "步骤"))
  var step: String

  @Option(name: .long, help: ArgumentHelp("说明。", valueName: "文字"))
  var text = ""

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .step(Stepping(step: step, text: text))
  }
}

/// `command-center contact`: the caller was reached first.
struct ContactCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "contact", abstract: "先行联系来件人。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .contact(text: text, call: try calling.call(in: acting))
  }
}

/// `command-center assist`: what a helping unit did.
struct AssistCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "assist", abstract: "协办单位反馈。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  @Option(name: .long, help: ArgumentHelp("协办单位的代码或名称。", valueName: "单位"))
  var unit: String

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .assist(
      Assisting(unit: try acting.naming.unit(unit), text: text, call: try calling.call(in: acting)))
  }
}

/// `command-center branch`: a part of the matter becomes an order of its own.
struct BranchCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "branch", abstract: "分派子单，只有一级。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("事项。", valueName: "文字"))
  var title: String

  @Option(name: .long, help: ArgumentHelp("要求。", valueName: "文字"))
  var text: String

  @Option(name: .long, help: ArgumentHelp("小类代码；不给同主单。", valueName: "类别"))
  var category: String?

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .branch(Branching(title: title, text: text, category: try category.map(acting.naming.category)))
  }
}

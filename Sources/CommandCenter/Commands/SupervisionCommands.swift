import ArgumentParser
import Journal
import Model

/// `command-center urge`: the unit is urged.
struct UrgeCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "urge", abstract: "催办。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .urge(text: text)
  }
}

/// `command-center supervise`: the order is supervised.
struct SuperviseCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "supervise", abstract: "督办，一到三级。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("级别，1 到 3。", valueName: "级别"))
  var level: Int

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .supervise(Supervising(level: level, text: text))
  }
}

/// `command-center instruct`: an instruction from above.
struct InstructCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "instruct", abstract: "登记领导批示。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("批示人。", valueName: "姓名"))
  var issuer: String

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  @Option(name: .long, help: ArgumentHelp("限几小时。", valueName: "小时"))
  var hours: Int

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .instruct(
      Instructing(issuer: issuer, text: text, due: acting.now.adding(minutes: max(0, min(hours, 876_000)) * 60)))
  }
}

/// `command-center strike-off`: an instruction is done with.
struct StrikeOffCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "strike-off", abstract: "批示销号。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("第几条批示，从 1 起。", valueName: "序号"))
  var instruction: Int

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .strikeOff(StrikingOff(instruction: instruction, text: text))
  }
}

/// `command-center exclude`: the order is left out of a rate.
struct ExcludeCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "exclude", abstract: "从考核指标剔除，写明原因。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("哪个指标；不给为全部。", valueName: "指标"))
  var rate: Rate?

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .exclude(Excluding(rate: rate?.rawValue ?? "", reason: reason))
  }
}

/// `command-center unmask`: somebody with the right looks at who called.
struct UnmaskCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "unmask", abstract: "看明来件人，写明原因；记入日志。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .unmask(reason: reason)
  }
}

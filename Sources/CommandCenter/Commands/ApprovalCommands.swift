import ArgumentParser
import Journal
import Model

/// `command-center request-return`: the unit says that it is not its own.
struct RequestReturnCommand: OrderAct {
  static let configuration = CommandConfiguration(
    commandName: "request-return", abstract: "申请退单，写明原因；代办时 --caller、--phone。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .requestReturn(Asking(reason: reason, call: try calling.call(in: acting)))
  }
}

/// `command-center request-suspension`: the clocks should stand still.
struct RequestSuspensionCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "request-suspension", abstract: "申请挂账：事由、天数、原因。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  @Option(name: .long, help: ArgumentHelp("事由代码，见 suspension-grounds.csv。", valueName: "事由"))
  var ground: String

  @Option(name: .long, help: ArgumentHelp("挂几天。", valueName: "天数"))
  var days: Int

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  @Flag(name: .long, help: "应急响应要等的，值班长即刻挂账，不必再批。")
  var atOnce = false

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .requestSuspension(
      SuspensionAsking(
        ground: ground, until: acting.now.adding(minutes: max(0, min(days, 36_500)) * 1_440), reason: reason,
        call: try calling.call(in: acting), atOnce: atOnce))
  }
}

/// `command-center request-extension`: more time is needed.
struct RequestExtensionCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "request-extension", abstract: "申请延期：延多少、按哪种钟、原因。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  @Option(name: .long, help: ArgumentHelp("延多少。", valueName: "数"))
  var more: Int

  @Option(name: .long, help: ArgumentHelp("workingDays 工作日、workingMinutes 工作分钟、clockMinutes 自然分钟。", valueName: "钟"))
  var clock: LimitClock = .workingDays

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .requestExtension(
      ExtensionAsking(limit: Limit(amount: more, clock: clock), reason: reason, call: try calling.call(in: acting)))
  }
}

/// `command-center approve`: what is asked for is granted.
struct ApproveCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "approve", abstract: "批准所申请的退单、挂账、延期、返工。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("退单的责任：dispatcher 派遣、unit 承办。", valueName: "责任"))
  var blame: Approving.Blame?

  @Option(name: .long, help: ArgumentHelp("意见。", valueName: "文字"))
  var text = ""

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .approve(Approving(blame: blame, text: text))
  }
}

/// `command-center deny`: what is asked for is not granted.
struct DenyCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "deny", abstract: "不予批准，写明理由。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .deny(reason: reason)
  }
}

/// `command-center withdraw`: what was asked for is asked for no more.
struct WithdrawCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "withdraw", abstract: "撤回申请。")

  @OptionGroup var act: ActOptions

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand { .withdraw }
}

/// `command-center resume`: a suspension ends before its time.
struct ResumeCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "resume", abstract: "恢复计时，写明原因。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .resume(reason: reason)
  }
}

import ArgumentParser
import Journal
import Operations
import Model

/// `command-center answer`: one of those who reported is told what came of it.
struct AnswerCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "answer", abstract: "答复来件人；并单的各来件人都要答复。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  @Option(name: .long, help: ArgumentHelp("哪个来件的来源编号；只有一个待答复时可不给。", valueName: "编号"))
  var report: String?

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    let file = try acting.naming.file(row.number)
    let owed = file.order.answersOwed(in: acting.city.policy)
    let all = file.order.reports.map { ReportReference($0) }
    let chosen = report.map { id in all.first { $0.sourceID == id } } ?? (owed.count == 1 ? owed.first : nil)
    guard let chosen else {
      throw Failure(
        .refused, "请用 --report 写明答复哪个来件：" + (owed.isEmpty ? all : owed).map(\.sourceID).joined(separator: "、"))
    }
    return .answer(Answering(report: chosen, text: text, call: try calling.call(in: acting)))
  }
}

/// `command-center follow-up`: a call that asks whether it is solved, and whether the caller is satisfied.
struct FollowUpCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "follow-up", abstract: "回访：是否解决、是否满意，分开问。")

  @OptionGroup var act: ActOptions

  @Flag(name: .long, help: "无人接听。")
  var unreached = false

  @Flag(name: .long, inversion: .prefixedNo, help: "来件人说已解决。")
  var solved = true

  @Flag(name: .long, inversion: .prefixedNo, help: "来件人满意。")
  var satisfied = true

  @Option(name: .long, help: ArgumentHelp("说了什么。", valueName: "文字"))
  var text = ""

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .followUp(FollowingUp(reached: !unreached, solved: solved, satisfied: satisfied, text: text))
  }
}

/// `command-center answer-back`: the answer to above.
struct AnswerBackCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "answer-back", abstract: "回传上级。")

  @OptionGroup var act: ActOptions

  @Option(name: .long, help: ArgumentHelp("sent 已回传、accepted 上级认可、rejected 上级退回。", valueName: "状态"))
  var state = UpstreamState.sent

  @Option(name: .long, help: ArgumentHelp("说什么。", valueName: "文字"))
  var text: String

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .answerBack(AnsweringBack(state: state, text: text))
  }
}

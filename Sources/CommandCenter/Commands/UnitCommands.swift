import ArgumentParser
import Foundation
import Journal
import Model

/// The call in which a unit without a terminal signed or answered.
struct CallOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("代办时：接电话的人。", valueName: "姓名"))
  var caller: String?

  @Option(name: .long, help: ArgumentHelp("代办时：电话号码。", valueName: "号码"))
  var phone: String?

  @Option(name: .long, help: ArgumentHelp("代办时：通话时间，如 09:12 或 2020-06-16T09:12:00+08:00；不给为此刻。", valueName: "时间"))
  var at: String?

  func validate() throws {
    guard (caller == nil) == (phone == nil) else { throw ValidationError("代办要同时给 --caller 和 --phone") }
    if at != nil, caller == nil { throw ValidationError("--at 要与 --caller、--phone 同用") }
  }

  func call(in acting: ActContext) throws -> PhoneCall? {
    guard let caller, let phone else { return nil }
    guard let at else { return PhoneCall(name: caller, number: phone, at: acting.now) }
    guard let instant = InstantText.instant(at, now: acting.now, zone: acting.city.calendar.zone) else {
      throw ValidationError("--at 要写成 09:12 或 2020-06-16T09:12:00+08:00")
    }
    return PhoneCall(name: caller, number: phone, at: instant)
  }
}

/// `command-center sign`: the unit has it.
struct SignCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "sign", abstract: "签收，或代签收（--caller、--phone）。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .sign(call: try calling.call(in: acting))
  }
}

/// `command-center feed-back`: the unit says it is done.
struct FeedBackCommand: OrderAct {
  static let configuration = CommandConfiguration(
    commandName: "feed-back", abstract: "反馈，或代反馈（--caller、--phone）。")

  @OptionGroup var act: ActOptions
  @OptionGroup var calling: CallOptions

  @Option(name: .long, help: ArgumentHelp("办理情况。", valueName: "文字"))
  var text: String

  @Option(name: .long, help: ArgumentHelp("照片文件，可以给几次。", valueName: "文件"), completion: .file())
  var photo: [String] = []

  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand {
    .feedBack(
      Feedback(text: text, attachments: try photo.map(attachment), call: try calling.call(in: acting)))
  }

  private func attachment(_ path: String) throws -> Attachment {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(.noSeat, "照片 \(path) 读不了；请核对路径和权限")
    }
    return Attachment(
      kind: "photo", uri: URL(fileURLWithPath: path).absoluteString,
      sha256: JournalDigest.hex(JournalDigest.sha256(Array(bytes))))
  }
}

/// `command-center inspect`: somebody who did not handle it looks.
struct InspectCommand: OrderAct {
  static let configuration = CommandConfiguration(commandName: "inspect", abstract: "核查：通过，或不通过返工。")

  /// What an inspection finds.
  enum Finding: EnumerableFlag {
    case pass, fail

    static func help(for value: Finding) -> ArgumentHelp? {
      value == .pass ? "核查通过。" : "核查不通过，返工；要写 --text。"
    }
  }

  @OptionGroup var act: ActOptions

  @Flag(help: "核查结果。")
  var finding: Finding

  @Option(name: .long, help: ArgumentHelp("看到的情况。", valueName: "文字"))
  var text = ""

  func command(for row: OrderRow, in acting: ActContext) -> OrderCommand {
    .inspect(Inspecting(passed: finding == .pass, text: text))
  }
}

import ArgumentParser
import Desk
import Model
import Operations

/// `command-center raise`: what the rules find due is urged and supervised, in one pass.
struct RaiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "raise", abstract: "按城市的规则催办、督办一遍：时限用到黄灯、到期、三倍而还没有提过的。",
    discussion: """
      规则在 city.yaml 的 rules.raising。每件工单每个门槛只提一次：几张席位、几个进程一起提，日志里也只有一条。
      一件工单几个门槛都过了，只提最重的一个。挂账的不提。
      """)

  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("最多提几件。", valueName: "件数"))
  var limit = 1_000

  @Flag(name: .long, help: "输出为 JSON 数组，一件一行。")
  var json = false

  func validate() throws {
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit 为 1 到 100000") }
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      var raises: [Raise]
      do throws(OperationError) {
        raises = try opened.operations.raise(limit: limit)
      } catch {
        throw Failure(error, city: opened.city)
      }
      let output = StandardOutput()
      if json {
        try output.array {
          defer { raises = [] }
          return raises.map(RaiseRecord.init)
        }
      } else {
        let zone = opened.city.calendar.zone
        for raise in raises {
          try output.line(
            "\(raise.number.text) \(RaiseWords.act(raise.level))：\(RaiseWords.threshold(raise.rule.threshold))，"
              + TimeWords.full(raise.rule.dueAt, in: zone))
        }
        if raises.isEmpty { try output.line("没有该催办、督办的工单") }
      }
      try output.flush()
    }
  }
}

/// What was raised, as programs read it.
private struct RaiseRecord: Encodable {
  private let id: String
  private let number: String
  private let threshold: String
  private let dueAt: String
  private let level: Int?

  init(_ raise: Raise) {
    id = raise.id
    number = raise.number.text
    threshold = raise.rule.threshold.rawValue
    dueAt = InstantText.utc(raise.rule.dueAt)
    level = raise.level
  }

  private enum Key: String, CodingKey {
    case id, number, threshold, dueAt, level
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(number, forKey: .number)
    try fields.encode(threshold, forKey: .threshold)
    try fields.encode(dueAt, forKey: .dueAt)
    try fields.encode(level, forKey: .level)
  }
}

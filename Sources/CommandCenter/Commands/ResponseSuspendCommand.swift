import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center response suspend`: orders that must wait stand still, one command an order.
struct ResponseSuspendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: "成批挂账：把应急响应要求等候的工单即刻挂账，一件一个命令。",
    discussion: "只挂 response-rules.csv 里 waits 为 yes 的、办理中而没有挂账的工单；--dry-run 只列不挂。")

  @OptionGroup var naming: ResponseNaming

  @Option(name: .long, help: ArgumentHelp("挂几天。", valueName: "天数"))
  var days: Int

  @Flag(name: .long, help: "只列出会挂账的工单。")
  var dryRun = false

  func validate() throws {
    guard (1...3_650).contains(days) else { throw ValidationError("--days 为 1 到 3650") }
  }

  func run() throws {
    var isPartial = false
    try Failure.guarded {
      let opened = try Sitting(naming.sitting, absence: .fail)
      let city = opened.city
      let authority = try naming.sitting.authority(in: city, kind: opened.store.identity.kind)
      guard let ground = city.policy.responses.kind(naming.kind)?.ground else {
        throw Failure(OperationError.refusedBook(BookRefusal(.unknownKind, naming.kind)), city: city)
      }
      let numbers = try opened.operations.waitingOrders(
        under: naming.kind, in: try naming.place(opened, authority))
      let id = naming.commandID ?? Chance.session()
      let asking = SuspensionAsking(
        ground: ground, until: try opened.operations.now().adding(minutes: days * 1_440), reason: naming.reason,
        atOnce: true)
      var results: [SuspensionRecord] = []
      for number in numbers {
        do throws(OperationError) {
          if !dryRun {
            _ = try opened.operations.perform(
              .requestSuspension(asking), on: number, by: authority, id: id + ":" + number.text)
          }
          results.append(SuspensionRecord(number: number.text, done: !dryRun, message: nil))
        } catch {
          isPartial = true
          let reason = Failure(error, city: city).description
          results.append(SuspensionRecord(number: number.text, done: false, message: reason))
        }
      }
      try tell(results)
    }
    if isPartial { throw ExitCode(Failure.Code.refused.rawValue) }
  }

  private func tell(_ results: [SuspensionRecord]) throws {
    let output = StandardOutput()
    if naming.json {
      var left = results[...]
      try output.array {
        defer { left = [] }
        return Array(left)
      }
      return
    }
    for result in results {
      try output.line("\(result.number) " + (result.message ?? (result.done ? "已挂账 \(days) 天" : "会挂账")))
    }
    let count = results.count { $0.done }
    try output.line(dryRun ? "会挂账 \(results.count) 件" : "挂账 \(count) 件，未成 \(results.count - count) 件")
    try output.flush()
  }
}

/// What became of the suspension of one order.
private struct SuspensionRecord: Encodable {
  let number: String
  let done: Bool
  let message: String?
}

import SQLiteJournal
import ArgumentParser
import Desk
import Foundation
import Journal
import Operations
import Model

/// What all acts on orders take.
struct ActOptions: ParsableArguments {
  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("命令编号；同一编号再给一次，什么也不会做第二遍。", valueName: "编号"))
  var commandID: String?

  @Option(name: .long, help: ArgumentHelp("看到的版本；此后别人办过就不办。", valueName: "版本"))
  var seen: Int?

  @Flag(name: .long, help: "结果输出为 JSON 数组，一件一行。")
  var json = false

  @Argument(help: ArgumentHelp("工单编号，可以几个。", valueName: "编号"))
  var numbers: [String]

  func validate() throws {
    if seen != nil, numbers.count > 1 { throw ValidationError("--seen 只用于一件工单") }
    // The order's number is added to it, and a command's name has at most 200 bytes.
    if let commandID, !(1...160).contains(commandID.utf8.count) {
      throw ValidationError("--command-id 为 1 到 160 个字节")
    }
  }
}

/// A sub-command that acts on orders.
protocol OrderAct: ParsableCommand {
  /// On which orders, on whose authority.
  var act: ActOptions { get }

  /// What is asked of an order.
  func command(for row: OrderRow, in acting: ActContext) throws -> OrderCommand
}

/// What an act can look at.
struct ActContext {
  let naming: OrderNaming
  let now: Instant

  var city: CityTables { naming.city }
}

extension OrderAct {
  func run() throws {
    var status: Int32 = 0
    try Failure.guarded {
      let opened = try Sitting(act.sitting, absence: .fail)
      let authority = try act.sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let id = act.commandID ?? Chance.session()
      let context = ActContext(
        naming: OrderNaming(viewpoint: Viewpoint(opened.operations, of: authority)), now: try opened.operations.now())
      let turns = try opened.turns(for: authority)
      var results: [ActResult] = []
      for text in act.numbers {
        results.append(perform(text, opened, turns, by: authority, id: id, context))
      }
      try tell(results, city: opened.city)
      status = results.lazy.compactMap(\.failure).first?.code.rawValue ?? 0
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func perform(
    _ text: String, _ opened: Sitting, _ turns: any CommandTurns, by authority: Authority, id: String,
    _ context: ActContext
  ) -> ActResult {
    do {
      let row = try context.naming.row(text)
      let command = try command(for: row, in: context)
      var result = ActResult(number: row.number.text, command: command.kind, row: row)
      do throws(OperationError) {
        result.events = try turns.take(id + ":" + row.number.text) { turn throws(OperationError) in
          try turn.operations.perform(
            turn.moment.map { command.later(by: $0.since(context.now)) } ?? command, on: row.number, by: authority,
            id: turn.id, seen: act.seen
          ).events
        }
      } catch {
        result.failure = Failure(error, city: opened.city)
        result.reason = error.code
      }
      result.row = try context.naming.viewpoint.row(row.number)
      return result
    } catch {
      return ActResult(number: text, failure: Failure(error))
    }
  }

  private func tell(_ results: [ActResult], city: CityTables) throws {
    let output = StandardOutput()
    if act.json {
      var left = results[...]
      try output.array {
        defer { left = [] }
        return left.map { ActRecord($0, city: city) }
      }
      return
    }
    for result in results {
      if let failure = result.failure {
        try output.flush()
        FileHandle.standardError.write(Data("\(result.number) \(failure.description)\n".utf8))
      } else {
        let done = result.events.isEmpty ? "已经办过" : "已\(result.command.map(Words.command) ?? "办")"
        let stage = result.row.map { "，现为\(Words.stage($0.stage))" } ?? ""
        try output.line("\(result.number) \(done)\(stage)")
      }
    }
    try output.flush()
  }
}

/// What became of an act on one order.
struct ActResult {
  let number: String
  var command: OrderCommand.Kind?
  var events: [OrderEvent] = []
  var row: OrderRow?
  var failure: Failure?
  /// The reason as programs read it.
  var reason: String?
}

/// What became of an act, as programs read it.
private struct ActRecord: Encodable {
  private let number: String
  private let done: Bool
  private let events: [String]
  private let order: OrderRecord?
  private let reason: String?
  private let message: String?

  init(_ result: ActResult, city: CityTables) {
    number = result.number
    done = result.failure == nil
    events = result.events.map { EventType($0).rawValue }
    order = result.row.map { OrderRecord($0, city: city) }
    reason = result.reason ?? result.failure.map { "\($0.code)" }
    message = result.failure?.description
  }

  private enum Key: String, CodingKey {
    case number, done, events, order, reason, message
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(number, forKey: .number)
    try fields.encode(done, forKey: .done)
    try fields.encode(events, forKey: .events)
    try fields.encode(order, forKey: .order)
    try fields.encode(reason, forKey: .reason)
    try fields.encode(message, forKey: .message)
  }
}

extension Failure {
  /// Makes one of an operation that was not carried out.
  init(_ error: OperationError, city: CityTables) {
    let code: Code =
      switch error {
      case .refused, .refusedBook, .overtaken, .reused, .over: .refused
      case .noSuchOrder: .noSeat
      case .journal: .journal
      }
    self.init(code, RefusalWords.text(error, city: city, zone: city.calendar.zone))
  }
}

extension OperationError {
  /// The reason as programs read it.
  var code: String {
    switch self {
    case .refused(let refusal, _): refusal.code.rawValue
    case .refusedBook(let refusal): refusal.code.rawValue
    case .overtaken: "overtaken"
    case .reused: "commandReused"
    case .noSuchOrder: "noSuchOrder"
    case .over: "drillOver"
    case .journal(let error): error.code.rawValue
    }
  }
}

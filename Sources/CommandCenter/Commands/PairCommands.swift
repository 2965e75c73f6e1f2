import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// What all acts on two orders take.
struct PairOptions: ParsableArguments {
  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("命令编号；同一编号再给一次，什么也不会做第二遍。", valueName: "编号"))
  var commandID: String?

  @Flag(name: .long, help: "结果输出为 JSON。")
  var json = false

  @Argument(help: ArgumentHelp("留下的工单。", valueName: "编号"))
  var kept: String

  @Argument(help: ArgumentHelp("另一件工单。", valueName: "编号"))
  var other: String

  func validate() throws {
    if let commandID, !(1...200).contains(commandID.utf8.count) {
      throw ValidationError("--command-id 为 1 到 200 个字节")
    }
  }

  /// Gives the command and tells what became of it.
  func run(_ command: PairCommand, verb: String) throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let naming = OrderNaming(viewpoint: Viewpoint(opened.operations, of: authority))
      let first = try naming.row(kept).number
      let second = try naming.row(other).number
      let turns = try opened.turns(for: authority)
      do throws(OperationError) {
        _ = try turns.take(commandID ?? Chance.session()) { turn throws(OperationError) in
          try turn.operations.perform(command, on: first, with: second, by: authority, id: turn.id)
        }
      } catch {
        throw Failure(error, city: opened.city)
      }
      let output = StandardOutput()
      let rows = try [first, second].compactMap { try naming.viewpoint.row($0) }
      if json {
        var left = rows[...]
        try output.array {
          defer { left = [] }
          return left.map { OrderRecord($0, city: opened.city) }
        }
        return
      }
      for row in rows { try output.line("\(row.number.text) 已\(verb)，现为\(Words.stage(row.stage))") }
      try output.flush()
    }
  }
}

/// A sub-command that acts on two orders.
protocol PairAct: ParsableCommand {
  /// On which orders, on whose authority.
  var pair: PairOptions { get }
  /// What is asked of them.
  var command: PairCommand { get }
  /// What was done, as it is told.
  var verb: String { get }
}

extension PairAct {
  func run() throws { try pair.run(command, verb: verb) }
}

/// `command-center merge`: two orders tell of the same event.
struct MergeCommand: PairAct {
  static let configuration = CommandConfiguration(commandName: "merge", abstract: "并单：第二件并入第一件。")

  @OptionGroup var pair: PairOptions

  @Option(name: .long, help: ArgumentHelp("依据。", valueName: "文字"))
  var evidence = ""

  var verb: String { "并单" }
  var command: PairCommand { .merge(evidence: evidence) }
}

/// `command-center split`: an order that was taken in goes its own way again.
struct SplitCommand: PairAct {
  static let configuration = CommandConfiguration(commandName: "split", abstract: "拆单：第二件从第一件拆出。")

  @OptionGroup var pair: PairOptions

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  var verb: String { "拆单" }
  var command: PairCommand { .split(reason: reason) }
}

/// `command-center distinguish`: two orders do not tell of the same event.
struct DistinguishCommand: PairAct {
  static let configuration = CommandConfiguration(commandName: "distinguish", abstract: "判为不是一件，以后不再提示疑同。")

  @OptionGroup var pair: PairOptions

  var verb: String { "判为不是一件" }
  var command: PairCommand { .distinguish }
}

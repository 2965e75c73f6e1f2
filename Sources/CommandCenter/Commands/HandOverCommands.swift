import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center handover`: one shift hands over to the next.
struct HandOverCommandGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "交接班：看交接单、交班、接班。",
    subcommands: [HandOverShowCommand.self, HandOverGiveCommand.self, HandOverConfirmCommand.self],
    defaultSubcommand: HandOverShowCommand.self)
}

/// What every act on a shift takes.
struct ShiftOptions: ParsableArguments {
  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("命令编号；同一编号再给一次，什么也不会做第二遍。", valueName: "编号"))
  var commandID: String?

  @Flag(name: .long, help: "输出 JSON。")
  var json = false

  func validate() throws {
    if let commandID, !(1...200).contains(commandID.utf8.count) {
      throw ValidationError("--command-id 为 1 到 200 个字节")
    }
  }

  /// Does something on the seat's book and tells where the seat stands then.
  func act(_ body: (Operations, Authority, String) throws(OperationError) -> ShiftBook) throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let book: ShiftBook
      let turns = try opened.turns(for: authority)
      do throws(OperationError) {
        book = try turns.take(commandID ?? Chance.session()) { turn throws(OperationError) in
          try body(turn.operations, authority, turn.id)
        }
      } catch {
        throw Failure(error, city: opened.city)
      }
      let output = StandardOutput()
      if json {
        try output.json(ShiftRecord(book, seat: authority.seat))
      } else {
        let count = book.last?.handOver.sheet.numbers.count ?? 0
        try output.line(book.waiting == nil ? "已接班，接下工单 \(count) 件" : "已交班，交出工单 \(count) 件，等下一班确认")
      }
      try output.flush()
    }
  }
}

/// `command-center handover show`: the sheet as it would be handed over now, or the one that waits.
struct HandOverShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "看交接单：此刻的，或等本人确认的。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "输出 JSON；总是全部。")
  var json = false

  @Flag(name: .long, help: "督办的一件不落地列出；不给时多了只列最重的几件。")
  var all = false

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let reading: HandOverReading
      do throws(OperationError) {
        reading = try opened.operations.handOver(for: authority)
      } catch {
        throw Failure(error, city: opened.city)
      }
      let output = StandardOutput()
      if json {
        try output.json(SheetRecord(reading, seat: authority.seat))
      } else {
        let now = try opened.operations.now()
        for line in HandOverWords.lines(reading, city: opened.city, now: now, all: all) { try output.line(line) }
      }
      try output.flush()
    }
  }
}

/// `command-center handover give`: the shift is handed over.
struct HandOverGiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "give", abstract: "交班：此刻的交接单记进日志，等下一班确认。")

  @OptionGroup var options: ShiftOptions

  @Option(name: .long, help: ArgumentHelp("另外要交代的话。", valueName: "文字"))
  var notes = ""

  func run() throws {
    try options.act { (operations, authority, id) throws(OperationError) in
      try operations.handOver(notes: notes, by: authority, id: id)
    }
  }
}

/// `command-center handover confirm`: the next officer has read it.
struct HandOverConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "confirm", abstract: "接班：确认等着的交接单；自己交的不能自己接。")

  @OptionGroup var options: ShiftOptions

  @Option(name: .long, help: ArgumentHelp("意见。", valueName: "文字"))
  var text = ""

  func run() throws {
    try options.act { (operations, authority, id) throws(OperationError) in
      try operations.takeOver(text: text, by: authority, id: id)
    }
  }
}

/// A sheet as programs read it.
private struct SheetRecord: Encodable {
  private let seat: String
  private let since: String
  private let waiting: Bool
  private let handedOverBy: String?
  private let handedOverAt: String?
  private let notes: String?
  private let sheet: HandOverSheet

  init(_ reading: HandOverReading, seat: SeatCode) {
    self.seat = seat.rawValue
    since = InstantText.utc(reading.since)
    waiting = reading.waiting != nil
    handedOverBy = reading.waiting?.signature.officer.rawValue
    handedOverAt = reading.waiting.map { InstantText.utc($0.signature.at) }
    notes = reading.waiting?.handOver.notes
    sheet = reading.sheet
  }
}

/// Where a seat stands, as programs read it.
private struct ShiftRecord: Encodable {
  private let seat: String
  private let version: Int
  private let waiting: Bool
  private let head: String?
  private let sheet: HandOverSheet?

  init(_ book: ShiftBook, seat: SeatCode) {
    self.seat = seat.rawValue
    version = book.version
    waiting = book.waiting != nil
    head = book.last?.handOver.head
    sheet = book.last?.handOver.sheet
  }
}

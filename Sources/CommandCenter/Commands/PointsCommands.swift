import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center points`: volunteers' points.
struct PointsCommandGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "points", abstract: "志愿积分：得分、兑换、冲正、查账、名单。",
    subcommands: [
      PointsEarnCommand.self, PointsSpendCommand.self, PointsCorrectCommand.self, PointsShowCommand.self,
      PointsListCommand.self,
    ])
}

/// Whose ledger, and how it is told.
struct PointsOptions: ParsableArguments {
  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("命令编号；同一编号再给一次，什么也不会做第二遍。", valueName: "编号"))
  var commandID: String?

  @Flag(name: .long, help: "输出 JSON。")
  var json = false

  @Argument(help: ArgumentHelp("志愿者编号。", valueName: "志愿者"))
  var volunteer: String

  func validate() throws {
    if let commandID, !(1...200).contains(commandID.utf8.count) {
      throw ValidationError("--command-id 为 1 到 200 个字节")
    }
    guard StreamID.points(volunteer).isBook else { throw ValidationError("志愿者编号为 1 到 100 个字节") }
  }

  /// Gives a command and tells the balance.
  func give(_ command: PointsCommand) throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let ledger: PointsLedger
      do throws(OperationError) {
        ledger = try opened.operations.perform(
          command, of: volunteer, by: authority, id: commandID ?? Chance.session())
      } catch {
        throw Failure(error, city: opened.city)
      }
      let output = StandardOutput()
      if json {
        try output.json(LedgerRecord(ledger, volunteer: volunteer))
      } else {
        try output.line("\(volunteer) 第 \(ledger.entries.count) 笔已记，现有 \(ledger.balance) 分")
      }
      try output.flush()
    }
  }
}

/// A sub-command that writes into a ledger.
protocol PointsWriting: ParsableCommand {
  /// Whose ledger, and how it is told.
  var options: PointsOptions { get }
  /// What is asked.
  var command: PointsCommand { get }
}

extension PointsWriting {
  func run() throws { try options.give(command) }
}

/// How many points an entry is about.
struct PointsAmount: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("几分。", valueName: "分"))
  var points: Int
}

/// `command-center points earn`: points for a service that was recorded.
struct PointsEarnCommand: PointsWriting {
  static let configuration = CommandConfiguration(commandName: "earn", abstract: "记一次志愿服务的积分。")

  @OptionGroup var options: PointsOptions
  @OptionGroup var amount: PointsAmount

  @Option(name: .long, help: ArgumentHelp("做了什么。", valueName: "文字"))
  var service: String

  var command: PointsCommand { .earn(points: amount.points, service: service) }
}

/// `command-center points spend`: points that a partner takes in.
struct PointsSpendCommand: PointsWriting {
  static let configuration = CommandConfiguration(commandName: "spend", abstract: "在共建单位兑换；积分不够不能兑。")

  @OptionGroup var options: PointsOptions
  @OptionGroup var amount: PointsAmount

  @Option(name: .long, help: ArgumentHelp("共建单位编码，见 partners.csv。", valueName: "单位"))
  var partner: String

  @Option(name: .long, help: ArgumentHelp("换了什么。", valueName: "文字"))
  var goods: String

  var command: PointsCommand { .spend(points: amount.points, partner: partner, goods: goods) }
}

/// `command-center points correct`: an entry is taken back by another one.
struct PointsCorrectCommand: PointsWriting {
  static let configuration = CommandConfiguration(commandName: "correct", abstract: "冲正一笔：记一笔相反的，原来那笔留着。")

  @OptionGroup var options: PointsOptions

  @Option(name: .long, help: ArgumentHelp("第几笔。", valueName: "笔"))
  var entry: Int

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  var command: PointsCommand { .correct(entry: entry, reason: reason) }
}

/// `command-center points show`: a ledger.
struct PointsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "查一位志愿者的账。")

  @OptionGroup var options: PointsOptions

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(options.sitting, absence: .fail)
      let ledger = try opened.store.pointsLedger(of: options.volunteer)
      let output = StandardOutput()
      if options.json {
        try output.json(LedgerRecord(ledger, volunteer: options.volunteer))
      } else {
        for entry in ledger.entries { try output.line(BookWords.line(entry, ledger, city: opened.city)) }
        try output.line("现有 \(ledger.balance) 分")
      }
      try output.flush()
    }
  }
}

/// `command-center points list`: who has a ledger.
struct PointsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "列出有账的志愿者，各有几笔、现有几分。")

  /// How many volunteers are read in one go.
  private static let batch = 200

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "输出 JSON 数组。")
  var json = false

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let output = StandardOutput()
      var last: String?
      func next() throws -> [VolunteerPoints] {
        let part = try opened.store.volunteerPoints(after: last, limit: PointsListCommand.batch)
        last = part.last?.volunteer ?? last
        return part
      }
      if json {
        try output.array { try next().map(VolunteerRecord.init) }
      } else {
        while case let part = try next(), !part.isEmpty {
          for line in part { try output.line("\(line.volunteer)  \(line.entries) 笔  现有 \(line.balance) 分") }
        }
      }
      try output.flush()
    }
  }
}

/// A volunteer in the list, as programs read it.
private struct VolunteerRecord: Encodable {
  let volunteer: String
  let entries: Int
  let balance: Int

  init(_ points: VolunteerPoints) {
    volunteer = points.volunteer
    entries = points.entries
    balance = points.balance
  }
}

/// A ledger as programs read it.
private struct LedgerRecord: Encodable {
  private struct Line: Encodable {
    let entry: Int
    let type: String
    let change: Int
    let balance: Int
    let corrected: Bool
    let at: String
    let officer: String
    let seat: String
    let partner: String?
    let counters: Int?
    let text: String
  }

  private let volunteer: String
  private let balance: Int
  private let entries: [Line]

  init(_ ledger: PointsLedger, volunteer: String) {
    self.volunteer = volunteer
    balance = ledger.balance
    entries = ledger.entries.map { entry in
      Line(
        entry: entry.version, type: EventType(.points(entry.event)).rawValue, change: entry.change,
        balance: entry.balance, corrected: ledger.isCorrected(entry.version), at: InstantText.utc(entry.signature.at),
        officer: entry.signature.officer.rawValue, seat: entry.signature.seat.rawValue,
        partner: entry.event.details.partner, counters: entry.event.details.counters, text: entry.event.details.text)
    }
  }
}

extension PointsEvent {
  /// What programs read of it besides the numbers.
  fileprivate var details: (partner: String?, counters: Int?, text: String) {
    switch self {
    case .earned(let earning): (nil, nil, earning.service)
    case .spent(let spending): (spending.partner, nil, spending.goods)
    case .corrected(let correction): (nil, correction.entry, correction.reason)
    }
  }
}

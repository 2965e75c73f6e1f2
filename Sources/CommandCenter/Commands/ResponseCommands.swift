import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center response`: emergency responses, and what waits under them.
struct ResponseCommandGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response", abstract: "应急响应：启动、终止、查看、成批挂账。",
    subcommands: [
      ResponseSetCommand.self, ResponseLiftCommand.self, ResponseShowCommand.self, ResponseSuspendCommand.self,
    ])
}

/// What every command on a response names.
struct ResponseNaming: ParsableArguments {
  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("响应的代码，见 response-kinds.csv。", valueName: "响应"))
  var kind: String

  @Option(name: .long, help: ArgumentHelp("全市或区镇的代码、名称；不给为本席管辖的。", valueName: "地点"))
  var place: String?

  @Option(name: .long, help: ArgumentHelp("原因。", valueName: "文字"))
  var reason: String

  @Option(name: .long, help: ArgumentHelp("命令编号；同一编号再给一次，什么也不会做第二遍。", valueName: "编号"))
  var commandID: String?

  @Flag(name: .long, help: "输出 JSON。")
  var json = false

  func validate() throws {
    if let commandID, !(1...160).contains(commandID.utf8.count) {
      throw ValidationError("--command-id 为 1 到 160 个字节")
    }
  }

  /// Gives a command and tells what stands then.
  func give(_ command: (PlaceCode) -> ResponseCommand) throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let place = try place(opened, authority)
      let responses: Responses
      let turns = try opened.turns(for: authority)
      do throws(OperationError) {
        responses = try turns.take(commandID ?? Chance.session()) { turn throws(OperationError) in
          try turn.operations.perform(command(place), by: authority, id: turn.id)
        }
      } catch {
        throw Failure(error, city: opened.city)
      }
      try ResponseShowCommand.tell(responses, opened, json: json)
    }
  }

  /// The place that is meant.
  func place(_ opened: Sitting, _ authority: Authority) throws -> PlaceCode {
    try place.map(OrderNaming(viewpoint: Viewpoint(opened.operations, of: authority)).place) ?? authority.place
  }
}

/// `command-center response set`: a response stands from now on, or at another level.
struct ResponseSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "启动或调整应急响应：时限按 response-rules.csv 改变，口径对所有席位显示。")

  @OptionGroup var naming: ResponseNaming

  @Option(name: .long, help: ArgumentHelp("级别：IV、III、II、I。", valueName: "级别"))
  var level: ResponseLevel

  @Option(name: .long, help: ArgumentHelp("统一口径；不给用 response-kinds.csv 里的。", valueName: "文字"))
  var wording: String?

  func run() throws { try naming.give(command) }

  /// What is asked for a place.
  func command(at place: PlaceCode) -> ResponseCommand {
    .set(kind: naming.kind, level: level, place: place, reason: naming.reason, wording: wording)
  }
}

/// `command-center response lift`: a response ends.
struct ResponseLiftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lift", abstract: "终止应急响应，写明原因。")

  @OptionGroup var naming: ResponseNaming

  func run() throws { try naming.give(command) }

  /// What is asked for a place.
  func command(at place: PlaceCode) -> ResponseCommand {
    .lift(kind: naming.kind, place: place, reason: naming.reason)
  }
}

/// `command-center response show`: what stands.
struct ResponseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "列出现在的应急响应和统一口径。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "输出 JSON。")
  var json = false

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      try ResponseShowCommand.tell(try opened.store.responses(), opened, json: json)
    }
  }

  /// Writes the responses that stand.
  static func tell(_ responses: Responses, _ opened: Sitting, json: Bool) throws {
    let output = StandardOutput()
    if json {
      var left = responses.standing[...]
      try output.array {
        defer { left = [] }
        return left.map { ResponseRecord($0, city: opened.city) }
      }
      return
    }
    let now = try opened.operations.now()
    if responses.standing.isEmpty { try output.line("现在没有应急响应") }
    for response in responses.standing {
      try output.line(BookWords.line(response, city: opened.city, now: now))
      if !response.setting.wording.isEmpty { try output.line("  口径：" + response.setting.wording) }
    }
    try output.flush()
  }
}

/// A response as programs read it.
private struct ResponseRecord: Encodable {
  private let kind: String
  private let kindName: String
  private let level: String
  private let place: String
  private let placeName: String?
  private let reason: String
  private let wording: String
  private let since: String
  private let setAt: String
  private let officer: String
  private let seat: String

  init(_ response: Responses.Response, city: CityTables) {
    let setting = response.setting
    kind = setting.kind
    kindName = BookWords.kind(setting.kind, city: city)
    level = setting.level.rawValue
    place = setting.place.rawValue
    placeName = city.places[setting.place]?.name
    reason = setting.reason
    wording = setting.wording
    since = InstantText.utc(response.since)
    setAt = InstantText.utc(response.signature.at)
    officer = response.signature.officer.rawValue
    seat = response.signature.seat.rawValue
  }
}

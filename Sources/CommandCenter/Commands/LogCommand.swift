import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center log`: the duty log, drawn from the journal.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "值班日志：一段时间的来件、办理、应急响应、交接班和大事，由日志抽取。")

  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("从几时起，如 08:00 或 2020-06-16T08:00:00+08:00；不给为今天零时。", valueName: "时间"))
  var from: String?

  @Option(name: .long, help: ArgumentHelp("到几时为止，不含；不给为此刻。", valueName: "时间"))
  var to: String?

  @Option(name: .long, help: ArgumentHelp("区镇的代码或名称；镇级席位只看本镇。", valueName: "区镇"))
  var town: String?

  @Flag(name: .long, help: "输出 Markdown。")
  var markdown = false

  @Flag(name: .long, help: "输出 JSON。")
  var json = false

  func validate() throws {
    if markdown, json { throw ValidationError("--markdown 和 --json 只能给一个") }
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let city = opened.city
      let authority = try sitting.authority(in: city, kind: opened.store.identity.kind)
      let now = try opened.operations.now()
      let zone = city.calendar.zone
      let first = try instant(from, "--from", now, zone) ?? zone.instant(day: zone.civil(now).day, second: 0)
      let last = try instant(to, "--to", now, zone) ?? now
      guard first < last else { throw ValidationError("--to 应晚于 --from") }
      let named = try town.map(OrderNaming(viewpoint: Viewpoint(opened.operations, of: authority)).place)
      let log: DutyLog
      do throws(OperationError) {
        log = try opened.operations.dutyLog(
          from: first, to: last, town: authority.tier == .town ? authority.place : named)
      } catch {
        throw Failure(error, city: city)
      }
      let output = StandardOutput()
      let words = DutyLogWords(log, city: city)
      if json {
        try output.json(DutyLogRecord(log, words))
      } else {
        for line in markdown ? words.markdown : words.text { try output.line(line) }
      }
      try output.flush()
    }
  }

  private func instant(_ text: String?, _ name: String, _ now: Instant, _ zone: ZoneOffsets) throws -> Instant? {
    guard let text else { return nil }
    guard let instant = InstantText.instant(text, now: now, zone: zone) else {
      throw ValidationError("\(name) 要写成 08:00 或 2020-06-16T08:00:00+08:00")
    }
    return instant
  }
}

/// A duty log as programs read it.
private struct DutyLogRecord: Encodable {
  private struct Line: Encodable {
    let at: String
    let type: String
    let stream: String
    let officer: String
    let seat: String
    let text: String
  }

  private let from: String
  private let to: String
  private let town: String?
  private let arrivals: Int
  private let bySource: [String: Int]
  /// The key of what lies in no town is empty.
  private let byTown: [String: Int]
  private let counts: [String: Int]
  private let entries: [Line]

  init(_ log: DutyLog, _ words: DutyLogWords) {
    from = InstantText.utc(log.from)
    to = InstantText.utc(log.to)
    town = log.town?.rawValue
    arrivals = log.arrivals
    bySource = Dictionary(uniqueKeysWithValues: log.bySource.map { ($0.key.rawValue, $0.value) })
    byTown = Dictionary(uniqueKeysWithValues: log.byTown.map { ($0.key?.rawValue ?? "", $0.value) })
    counts = Dictionary(uniqueKeysWithValues: DutyLog.Count.allCases.map { ($0.rawValue, log.counts[$0] ?? 0) })
    entries = log.entries.map { entry in
      Line(
        at: InstantText.utc(entry.header.occurredAt), type: entry.header.type, stream: entry.header.stream.id,
        officer: entry.header.officer.rawValue, seat: entry.header.seat.rawValue, text: words.what(entry))
    }
  }
}

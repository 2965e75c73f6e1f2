import ArgumentParser
import Desk
import Journal
import Model
import SQLiteJournal

/// `command-center clock`: the clock that all processes on a journal share.
struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "看日志的时钟；演示、演练日志可停、可走、可调速、可定时间。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "停住。")
  var pause = false

  @Flag(name: .long, help: "接着走。")
  var resume = false

  @Option(name: .long, help: ArgumentHelp("倍速，1 到 120。", valueName: "倍速"))
  var speed: Int?

  @Option(name: .long, help: ArgumentHelp("定到某时，如 2020-06-16T08:30:00+08:00；只能往后。", valueName: "时间"))
  var set: String?

  @Flag(name: .long, help: "输出一行 JSON。")
  var json = false

  /// The clock as programs read it.
  private struct Record: Encodable {
    let now: String
    let isWall: Bool
    let paused: Bool
    /// Nothing at full speed.
    let speed: Double?
    let isFull: Bool
  }

  func validate() throws {
    if pause, resume { throw ValidationError("--pause 与 --resume 只能给一个") }
    if let speed, !(1...120).contains(speed) { throw ValidationError("倍速要在 1 到 120 之间") }
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      if let setting = try changed(try opened.store.clock(), opened) { try opened.store.setClock(setting) }
      try tell(
        try opened.store.clock(), of: opened.store.identity.kind, zone: opened.city.calendar.zone)
    }
  }

  /// The clock as it is asked for; nothing when it is only looked at.
  private func changed(_ known: ClockSetting?, _ opened: Sitting) throws -> ClockSetting? {
    guard pause || resume || speed != nil || set != nil else { return nil }
    guard opened.store.identity.kind != .live else { throw JournalError(.feedClockInLive, subject: opened.path) }
    let wall = WallClock.now()
    var setting = known?.changed(at: wall) ?? ClockSetting(feed: wall, wall: wall, speed: 1_000, paused: false)
    if let set {
      guard let instant = InstantText.instant(set, now: setting.feed, zone: opened.city.calendar.zone) else {
        throw ValidationError("--set 要写成 09:12 或 2020-06-16T09:12:00+08:00")
      }
      // Events stand in the order of the clock, so that it never runs backwards.
      guard known == nil || instant >= setting.feed else {
        throw Failure(.refused, "时钟只能往后定，现在是 \(TimeWords.full(setting.feed, in: opened.city.calendar.zone))")
      }
      setting.feed = instant
    }
    return setting.changed(at: wall, speed: speed.map { $0 * 1_000 }, paused: pause ? true : resume ? false : nil)
  }

  private func tell(_ setting: ClockSetting?, of kind: JournalKind, zone: ZoneOffsets) throws {
    let wall = WallClock.now()
    let now = setting?.now(wall: wall) ?? wall
    let output = StandardOutput()
    if json {
      let isFull = setting?.isFull ?? false
      try output.json(
        Record(
          now: InstantText.utc(now), isWall: setting == nil, paused: setting?.paused ?? false,
          speed: isFull ? nil : Double(setting?.speed ?? 1_000) / 1_000, isFull: isFull))
    } else if let setting {
      let pace = setting.paused ? "停住" : TimeWords.speed(setting)
      try output.line("\(TimeWords.clock(kind)) \(TimeWords.full(now, in: zone)) \(pace)")
    } else {
      try output.line("墙上时钟 \(TimeWords.full(now, in: zone))")
    }
    try output.flush()
  }
}

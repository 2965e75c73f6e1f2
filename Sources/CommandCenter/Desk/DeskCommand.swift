import ArgumentParser
import City
import Desk
import Feeds
import Foundation
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center desk`: watch and act.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "desk", abstract: "打开指挥台：看，办。")

  /// Which clock a desk runs on.
  enum Clock: String, ExpressibleByArgument, CaseIterable {
    /// The wall clock.
    case wall
    /// The feed's own time; only in a demonstration.
    case feed
  }

  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("跟随一个不断增长的来件文件（JSON Lines）。", valueName: "文件"), completion: .file())
  var feed: String?

  @Option(name: .long, help: ArgumentHelp("时钟：wall 墙上时钟；feed 来件自己的时间，屏上标「演示」。", valueName: "时钟"))
  var clock = Clock.wall

  @Option(name: .long, help: ArgumentHelp("演示时钟的倍速，1 到 120。", valueName: "倍速"))
  var speed = 10

  @Option(name: .long, help: ArgumentHelp("演示从当天几点开始，此前的来件一次收下，例如 08:30。", valueName: "时:分"))
  var from: String?

  @Flag(name: .long, help: "日志是演练的，照样打开。")
  var drill = false

  @OptionGroup(title: "演练") var live: LiveOptions

  @OptionGroup(title: "屏幕") var screen: ScreenOptions

  func validate() throws {
    guard (1...120).contains(speed) else { throw ValidationError("倍速要在 1 到 120 之间") }
    if drill, feed != nil || clock == .feed { throw ValidationError("演练的来件和时钟由演练目录定，--drill 不与 --feed、--clock 同用") }
    if !drill, live.isGiven { throw ValidationError("--live、--no-live 要与 --drill 同用") }
    if clock == .feed, feed == nil { throw ValidationError("来件时钟要有来件文件，请加 --feed 文件") }
  }

  func run() throws {
    try Failure.guarded {
      let loaded = try CityFolder.load(sitting.cityOptions.city)
      let path = sitting.journalPath(city: loaded.tables)
      if drill {
        try DrillSitting(journal: path, loaded: loaded).work(seat: sitting.seat, beside: live, on: screen)
        return
      }
      let opened = try Sitting(sitting, absence: .make(clock == .feed ? .demo : .live))
      guard opened.store.identity.kind != .drill else {
        throw Failure(.refused, "\(opened.path) 是演练日志，不是真实来件；要看演练请加 --drill")
      }
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      try DeskTerminal(
        loaded: opened.loaded, path: opened.path, store: opened.store, authority: authority,
        clock: try clockSetting(opened), feed: feed
      ).run(on: screen)
    }
  }

  /// The clock of the journal: the wall clock of a live one, the feed's of a demonstration.
  private func clockSetting(_ opened: Sitting) throws -> ClockSetting? {
    guard clock == .feed else { return try opened.store.clock() }
    guard opened.store.identity.kind != .live else {
      throw JournalError(.feedClockInLive, subject: opened.path)
    }
    if let known = try opened.store.clock() { return known }
    guard let feed, let first = try FeedStart.first(feed, city: opened.city) else {
      throw Failure(.noSeat, "来件文件里没有一件可收的来件，演示时钟无从开始")
    }
    let start = try FeedStart.start(first, from: from, zone: opened.city.calendar.zone)
    let setting = ClockSetting(feed: start, wall: WallClock.now(), speed: speed * 1_000, paused: false)
    try opened.store.setClock(setting)
    return setting
  }
}

/// Where a demonstration begins.
enum FeedStart {
  /// When the first report of a feed came in.
  static func first(_ path: String, city: CityTables) throws -> Instant? {
    try FeedInput.check(path: path, readsAgain: true)
    var reader = LineReader(try FeedInput(path: path))
    var decoder = ReportDecoder(city: city)
    while let piece = try reader.nextPiece() {
      if case .report(let incoming, _) = decoder.intake(piece) { return incoming.report.reportedAt }
    }
    return nil
  }

  /// The moment of the first report, or a time of its day.
  static func start(_ first: Instant, from text: String?, zone: ZoneOffsets) throws -> Instant {
    guard let text else { return first }
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      throw ValidationError("--from 要写成 时:分，例如 08:30")
    }
    return zone.instant(day: zone.civil(first).day, second: parts[0] * 3_600 + parts[1] * 60)
  }
}

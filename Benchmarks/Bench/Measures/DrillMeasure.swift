import City
import Drill
import Foundation
import Journal
import MemoryJournal

/// Drills on the typhoon's day: two hours of it and the whole, without a desk and on one.
struct DrillMeasure {
  /// How often the day is played on a desk, so that there are keys enough.
  static let days = 5
  /// From one key to the next: as often as a terminal repeats a key that is held.
  static let repeating = Duration.milliseconds(33)
  /// How long a desk may take for a day before something must be wrong.
  static let patience = Duration.seconds(60)

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    try twoHours(&table)
    let day = try DrillData(data, name: "drill-day", from: "00:00", minutes: 24 * 60)
    try headless(day, &table)
    try inMemory(day, &table)
    try onDesk(day, &table)
  }

  private func twoHours(_ table: inout ResultTable) throws {
    let drill = try DrillData(data, name: "drill-two-hours", from: "16:30", minutes: 120)
    let time = try played(drill, ["--keys", drill.keys])
    table.add(
      Finding(
        what: "a drill of two hours at both tiers run headless: \(drill.reports.grouped) reports, "
          + "\(drill.plan.injects.count) injects, \(drill.commands) commands, start and score included",
        figure: "\(time.seconds.brief) s", target: "< 2 s", holds: time < .seconds(2)))
  }

  private func headless(_ drill: DrillData, _ table: inout ResultTable) throws {
    let time = try played(drill, [])
    let rate = Double(drill.reports) / time.seconds
    table.add(
      Finding(
        what: "a typhoon's day of \(drill.reports.grouped) reports run headless, commits durable, start and score "
          + "included",
        figure: "\(Int(rate).grouped) reports/s (\(time.seconds.brief) s)", target: "≥ 2,000 reports/s",
        holds: rate >= 2_000))
  }

  /// Runs a drill in a journal of its own; how long that takes.
  private func played(_ drill: DrillData, _ more: [String]) throws -> Duration {
    let journal = drill.folder + ".db"
    DrillMeasure.remove(journal)
    defer { DrillMeasure.remove(journal) }
    let command = [data.program, "drill", drill.folder, "--city", data.city, "--journal", journal, "--headless"]
    let result = try Child.run(command + more)
    guard result.status == 0 else { throw BenchError("drill: status \(result.status)\n\(result.output)") }
    return result.time
  }

  private func inMemory(_ drill: DrillData, _ table: inout ResultTable) throws {
    let city = try CityFolder.load(data.city)
    let identity = DrillEngine.identity(of: drill.plan, city: city.tables, digest: city.digest)
    let start = ContinuousClock.now
    let store = try MemoryJournal(opening: .opening(identity, account: DrillEngine.account))
    var engine = try DrillEngine(plan: drill.plan, city: city.tables, store: store, answer: []) { _, _, _ in [] }
    try engine.advance(to: drill.plan.end)
    _ = engine.score
    let time = ContinuousClock.now - start
    let rate = Double(drill.reports) / time.seconds
    table.add(
      Finding(
        what: "the same day in memory, score included",
        figure: "\(Int(rate).grouped) reports/s (\(time.seconds.brief) s)", target: "≥ 5,000 reports/s",
        holds: rate >= 5_000))
  }

  private func onDesk(_ drill: DrillData, _ table: inout ResultTable) throws {
    var keys = KeyTimes()
    var seconds = 0.0
    var frames = 0
    for _ in 0..<DrillMeasure.days {
      let journal = drill.folder + "-desk.db"
      DrillMeasure.remove(journal)
      defer { DrillMeasure.remove(journal) }
      let terminal = try PseudoTerminal(
        [data.program, "drill", drill.folder, "--city", data.city, "--journal", journal, "--no-live"],
        home: data.home)
      let day = try play(on: terminal, &keys)
      terminal.stop()
      seconds += day.seconds
      frames += day.frames
    }
    let rate = Double(drill.reports * DrillMeasure.days) / seconds
    let pace = Double(frames - keys.last.count) / seconds
    let time = Sample(keys.last)
    table.add(
      Finding(
        what: "the same day at full speed on a desk of 200×60, commits durable, from the key to the end on screen, "
          + "\(DrillMeasure.days) times",
        figure: "\(Int(rate).grouped) reports/s (\((seconds / Double(DrillMeasure.days)).brief) s a day)",
        target: "≥ 2,000 reports/s", holds: rate >= 2_000))
    table.add(
      Finding(
        what: "frames that the desk painted meanwhile, beside the keys' own", figure: "\(pace.brief) a second",
        target: "≤ 30 a second", holds: pace <= 30))
    table.add(
      Finding(
        what: "a key meanwhile, 30 a second, to the last byte of its answer, \(time.count) of them",
        figure: "p50 \(time.median.brief), p99 \(time.p99.brief), most \(time.most.brief) ms; \(keys.shares)",
        target: "p99 ≤ 20 ms", holds: time.p99 <= 20 && keys.lost == 0 && time.count > 0))
  }

  /// Plays a day at full speed on a desk that is to open, and moves the selection down and up meanwhile.
  private func play(
    on terminal: PseudoTerminal, _ keys: inout KeyTimes
  ) throws -> (seconds: Double, frames: Int) {
    let isOver = { (screen: ScreenModel) in screen.text(row: 0, columns: 0..<screen.width).contains("已结束") }
    guard try terminal.wait(atMost: .seconds(30), until: { $0.text.contains("还没有开始") }) != nil else {
      throw BenchError("the drill does not open:\n\(terminal.screen.text)")
    }
    // From the slowest of its speeds to full speed.
    try terminal.type("+")
    try terminal.settle()
    let (before, start) = (terminal.screen.frames, ContinuousClock.now)
    try terminal.type(" ")
    var pressed = 0
    while !isOver(terminal.screen) {
      guard ContinuousClock.now - start < DrillMeasure.patience else {
        throw BenchError("the day does not end:\n\(terminal.screen.text)")
      }
      let next = ContinuousClock.now + DrillMeasure.repeating
      // There is room for twenty steps either way.
      if pressed > 0 || DeskSession.numbers(terminal.screen).count > 40 {
        let selected = DeskSession.selected(terminal.screen)
        try keys.press(pressed / 20 % 2 == 0 ? "j" : "k", on: terminal) {
          DeskSession.selected($0) != selected || isOver($0)
        }
        pressed += 1
      }
      _ = try terminal.wait(atMost: next - .now, until: isOver)
    }
    return ((ContinuousClock.now - start).seconds, terminal.screen.frames - before)
  }

  /// Removes a drill's journal with all that stands beside it.
  private static func remove(_ journal: String) {
    BenchData.remove(journal)
    let stem = (journal as NSString).deletingPathExtension
    for path in [journal + ".turn", journal + ".play", journal + ".drill", stem + ".html"] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}

extension DrillData {
  /// How many reports its background has.
  var reports: Int { plan.background.count }
}

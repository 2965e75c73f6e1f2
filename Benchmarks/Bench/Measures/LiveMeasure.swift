import Foundation
import Model
import SQLiteJournal

/// What arrives and what others do, until a desk's screen shows it.
struct LiveMeasure {
  /// Reports a second, and how long.
  static let rate = 200
  static let seconds = 20
  /// Commits of another process.
  static let commits = 100

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    let journal = data.folder + "/live.db"
    BenchData.remove(journal)
    defer { BenchData.remove(journal) }
    // What the write-ahead log still holds belongs to the journal.
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: data.journal(data.large) + suffix) {
      try FileManager.default.copyItem(atPath: data.journal(data.large) + suffix, toPath: journal + suffix)
    }
    // The copy must not be on its way to the disk still when the measuring begins.
    sync()
    try feed(journal, &table)
    try commits(journal, &table)
  }

  private func feed(_ journal: String, _ table: inout ResultTable) throws {
    let path = data.folder + "/followed.jsonl"
    let file = try NewFile.open(path)
    let session = try DeskSession(data, journal: journal, ["--feed", path])
    _ = try session.waitForRows()
    try session.terminal.settle()
    let count = LiveMeasure.rate * LiveMeasure.seconds
    var lines = MarkedReports(count: count)
    var written: [ContinuousClock.Instant] = []
    var shown = 0
    var times: [Double] = []
    let start = ContinuousClock.now
    while shown < count, ContinuousClock.now - start < .seconds(LiveMeasure.seconds + 10) {
      let due = min(count, Int((ContinuousClock.now - start).seconds * Double(LiveMeasure.rate)))
      while written.count < due {
        try file.write(contentsOf: lines.next())
        written.append(ContinuousClock.now)
      }
      guard let burst = try session.terminal.read(within: .milliseconds(2)) else { continue }
      // Who sees a report sees that those before it have come, too.
      let newest = MarkedReports.newest(in: DeskSession.sideText(session.terminal.screen)) ?? 0
      while shown < newest, shown < written.count {
        times.append((burst.at - written[shown]).milliseconds)
        shown += 1
      }
    }
    session.terminal.stop()
    let sample = Sample(times)
    table.add(
      Finding(
        what: "a report appended to a followed file, to the pane, \(LiveMeasure.rate) a second for "
          + "\(LiveMeasure.seconds) s, \(data.large.grouped) orders",
        figure: "p50 \(sample.median.brief), p99 \(sample.p99.brief), most \(sample.most.brief) ms "
          + "(\(sample.count) of \(count))",
        target: "p99 ≤ 250 ms", holds: sample.p99 <= 250 && sample.count == count))
  }

  private func commits(_ journal: String, _ table: inout ResultTable) throws {
    let session = try DeskSession(data, journal: journal)
    let terminal = session.terminal
    _ = try session.waitForRows()
    try terminal.settle()
    let seat = try Seat(data, journal: journal, officer: 1)
    guard let text = DeskSession.selected(terminal.screen),
      let number = try seat.orders(100).first(where: { $0.short == text })
    else { throw BenchError("no selected order:\n\(terminal.screen.text)") }
    var times: [Double] = []
    var lost = 0
    for turn in 0..<LiveMeasure.commits {
      let isClaim = turn.isMultiple(of: 2)
      _ = try seat.give(isClaim ? .claim : .release, on: number, id: turn)
      let done = ContinuousClock.now
      let seen = try terminal.wait(atMost: .seconds(2)) {
        DeskSession.sideText($0).contains("认领至") == isClaim && DeskSession.selected($0) == text
      }
      if let seen { times.append((seen - done).milliseconds) } else { lost += 1 }
      // At any time of the desk's own rounds, and not always just after one.
      try terminal.drain(for: .milliseconds(100 + turn * 37 % 150))
    }
    try seat.store.close()
    terminal.stop()
    let sample = Sample(times)
    table.add(
      Finding(
        what: "a commit of another process, to the screen",
        figure: "p50 \(sample.median.brief), p99 \(sample.p99.brief), most \(sample.most.brief) ms",
        target: "p99 ≤ 200 ms", holds: sample.p99 <= 200 && lost == 0))
  }
}

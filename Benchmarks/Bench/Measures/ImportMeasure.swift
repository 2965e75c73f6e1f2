import Foundation
import Journal
import Model
import SQLiteJournal

/// An import of many reports, beside what SQLite's own shell does with the same ones, and an officer's commits
/// meanwhile.
struct ImportMeasure {
  /// Milliseconds between two commits of the officer.
  static let pause: UInt32 = 100

  let data: BenchData

  private struct Summary: Decodable {
    let longestHoldMicroseconds: Double
    let holdP99Microseconds: Double
  }

  func run(into table: inout ResultTable) throws {
    let journal = data.folder + "/import.db"
    BenchData.remove(journal)
    defer { BenchData.remove(journal) }
    // The officer's orders are there before.
    _ = try Child.output([data.program, "import", "--city", data.city, "--journal", journal, data.feed(data.small)])
    let officer = Officer(try Seat(data, journal: journal))
    officer.start()
    let watch = StandstillWatch()
    let result = try Child.run([
      data.program, "import", "--json", "--city", data.city, "--journal", journal, data.feed(data.large),
    ])
    let standstills = watch.finish()
    let waits = Sample(try officer.finish())
    guard result.status == 0 else { throw BenchError("import: status \(result.status)\n\(result.output)") }
    let summary = try JSONDecoder().decode(Summary.self, from: Data(result.output.utf8))
    let rate = Double(data.large) / result.time.seconds
    let reference = try reference()
    let share = rate / reference
    table.add(
      Finding(
        what: "import of \(data.large.grouped) reports, indexes and chains kept",
        figure: "\(Int(rate).grouped) rows/s (\(result.time.seconds.brief) s)",
        beside: "sqlite3 .import: \(Int(reference).grouped) rows/s", ratio: "1/\((1 / share).brief)",
        target: "≥ 1/6, better 1/4", holds: share >= 1.0 / 6))
    table.add(
      Finding(
        what: "its memory, at most", figure: "\(result.peakMegabytes.brief) MiB", target: "≤ 150 MiB",
        holds: result.peakMegabytes <= 150))
    table.add(
      Finding(
        what: "an officer's commit meanwhile, \(waits.count) of them",
        figure: "p50 \(waits.median.brief), p99 \(waits.p99.brief), most \(waits.most.brief) ms",
        target: "p99 ≤ 60 ms", holds: waits.p99 <= 60 && waits.count > 0))
    let hold = summary.longestHoldMicroseconds / 1_000
    table.add(
      Finding(
        what: "how long the import held the lock at a time",
        figure: "p99 \((summary.holdP99Microseconds / 1_000).brief), longest \(hold.brief) ms",
        target: "longest ≤ 20 ms", holds: hold <= 20))
    guard let standstills else { return }
    table.add(
      Finding(
        what: "how long a processor stood still by itself meanwhile",
        figure: "longest \(standstills.longest.brief) ms, \(standstills.many) times more than 5 ms",
        target: "no target", holds: true))
  }

  /// Rows a second of SQLite's shell.
  private func reference() throws -> Double {
    let (file, script) = (data.folder + "/import-reference.db", data.folder + "/import-reference.sql")
    BenchData.remove(file)
    defer { BenchData.remove(file) }
    let text = """
      CREATE TABLE report (id TEXT PRIMARY KEY, source TEXT, reported INTEGER, place TEXT, category TEXT, urgency TEXT,
        title TEXT, text TEXT, address TEXT, phone TEXT);
      CREATE INDEX report_source ON report (source, reported);
      CREATE INDEX report_place ON report (place);
      CREATE INDEX report_category ON report (category);
      CREATE INDEX report_reported ON report (reported);
      .mode csv
      .import \(data.table) report
      SELECT count(*) FROM report;

      """
    try text.write(toFile: script, atomically: true, encoding: .utf8)
    let result = try Child.run(["sqlite3", file], input: script)
    guard result.status == 0, let rows = result.output.split(separator: "\n").last.flatMap({ Double($0) }) else {
      throw BenchError("sqlite3 .import: \(result.output)")
    }
    return rows / result.time.seconds
  }
}

/// An officer who claims and releases orders while something else goes on.
private final class Officer: Sendable {
  private let seat: Seat
  private let results = Mailslot()

  init(_ seat: Seat) {
    self.seat = seat
  }

  func start() {
    let thread = Thread { [self] in
      var times: [Double] = []
      do {
        let orders = try seat.orders(200)
        var turn = 0
        while !results.isStopped {
          let number = orders[turn / 2 % orders.count]
          times.append(
            try seat.give(turn.isMultiple(of: 2) ? .claim : .release, on: number, id: turn).milliseconds)
          turn += 1
          usleep(ImportMeasure.pause * 1_000)
        }
        try seat.store.close()
        results.deliver(.success(times))
      } catch {
        results.deliver(.failure(error))
      }
    }
    thread.start()
  }

  /// Lets the officer go home.
  ///
  /// - Returns: how long each commit took, in milliseconds.
  func finish() throws -> [Double] {
    try results.collect()
  }
}

import City
import Foundation

/// What is measured on: made once, kept in a folder.
struct BenchData {
  /// The folder.
  let folder: String
  /// The city's folder.
  let city: String
  /// Where the programs are.
  let programs: String
  /// Orders of the large journal.
  let large: Int
  /// Orders of the small one.
  let small: Int

  /// The share of reports that arrive settled at their source, as in a journal of several years.
  private static let closedShare = "0.85"

  /// The desk's program.
  var program: String { programs + "/command-center" }

  /// The home directory of the programs that are run.
  var home: String { folder + "/home" }

  /// The reports of a journal, as JSON Lines.
  func feed(_ count: Int) -> String { "\(folder)/reports-\(count).jsonl" }

  /// A journal.
  func journal(_ count: Int) -> String { "\(folder)/journal-\(count).db" }

  /// The same reports as CSV.
  var table: String { "\(folder)/reports-\(large).csv" }

  /// A log with as many lines as the large journal has orders.
  var log: String { "\(folder)/million.log" }

  /// Makes reports, journals and the log where they are missing.
  func prepare() throws {
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    for count in [small, large] {
      try make(feed(count)) { part in
        try run([
          programs + "/fixture-feeds", "bulk", "--city", city, "--count", "\(count)", "--seed", "\(count)",
          "--closed-share", BenchData.closedShare, "--out", part,
        ])
      }
      try makeJournal(journal(count), of: feed(count))
    }
    try make(table) { try ReportTable(city: city).write(feed(large), to: $0) }
    try make(log) { try ReportTable(city: city).writeLog(feed(large), to: $0) }
  }

  /// A journal of the last of the large one's reports: as much a day, and no more than the small one has.
  func recentJournal() throws -> String {
    let reports = "\(folder)/recent-\(small).jsonl"
    try make(reports) { part in
      try run(["sh", "-c", "tail -n \"$1\" \"$2\" > \"$3\"", "sh", "\(small)", feed(large), part])
    }
    let journal = "\(folder)/recent-\(small).db"
    try makeJournal(journal, of: reports)
    return journal
  }

  private func makeJournal(_ journal: String, of reports: String) throws {
    try make(journal) { part in
      try run([program, "import", "--city", city, "--journal", part, reports])
      try raise(in: part)
      for suffix in ["-wal", "-shm", ".lock"] {
        try? FileManager.default.moveItem(atPath: part + suffix, toPath: journal + suffix)
      }
    }
  }

  /// Raises what has long been late, as the desks of these years would have done; what is measured starts after it.
  private func raise(in journal: String) throws {
    let none = "[]"
    var raised = ""
    repeat {
      let command = [program, "raise", "--city", city, "--journal", journal, "--limit", "5000", "--json"]
      raised = try Child.output(command).trimmingCharacters(in: .whitespacesAndNewlines)
    } while raised != none
  }

  /// Removes a journal with all that belongs to it.
  static func remove(_ journal: String) {
    for suffix in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: journal + suffix) }
  }

  /// Makes a file under another name first, so that one that broke off is made again.
  private func make(_ path: String, _ body: (String) throws -> Void) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let part = path + ".part"
    BenchData.remove(part)
    let start = ContinuousClock.now
    try body(part)
    try FileManager.default.moveItem(atPath: part, toPath: path)
    print("made \(path) in \((ContinuousClock.now - start).seconds.brief) s")
  }

  private func run(_ command: [String]) throws {
    _ = try Child.output(command)
  }
}

import Foundation
import Journal
import Model
import Operations
import SQLiteJournal

/// Many desks that write flat out on one journal.
struct FairnessMeasure {
  static let desks = 16
  static let seconds = 10

  let data: BenchData

  func run(into table: inout ResultTable) throws {
    let journal = data.folder + "/fairness.db"
    BenchData.remove(journal)
    defer { BenchData.remove(journal) }
    _ = try Child.output([data.program, "import", "--city", data.city, "--journal", journal, data.feed(data.small)])
    let start = Date.now.timeIntervalSince1970 + 2
    var processes: [(process: Process, pipe: Pipe)] = []
    for desk in 0..<FairnessMeasure.desks {
      let process = Process()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = ["writer", journal, "\(desk)", "\(start)", "--city", data.city]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      processes.append((process, pipe))
    }
    var counts: [Double] = []
    var longest = 0.0
    for (process, pipe) in processes {
      let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      let figures = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      guard process.terminationStatus == 0, figures.count == 2 else { throw BenchError("a writer failed: \(output)") }
      counts.append(figures[0])
      longest = max(longest, figures[1])
    }
    let sample = Sample(counts)
    let ratio = sample.most / max(1, sample.quantile(0))
    table.add(
      Finding(
        what: "\(FairnessMeasure.desks) desks writing flat out, \(FairnessMeasure.seconds) s",
        figure: "\(Int(counts.reduce(0, +)) / FairnessMeasure.seconds) commits/s in all; most \(Int(sample.most)), "
          + "least \(Int(sample.quantile(0))); longest wait \(longest.brief) ms",
        ratio: ratio.brief, target: "most / least < 3", holds: ratio < 3))
  }
}

/// One of the desks that write flat out, in a process of its own.
struct FlatOutWriter {
  /// Writes until the time is up.
  ///
  /// - Parameters:
  ///   - data: the city.
  ///   - journal: the journal.
  ///   - desk: which desk this is.
  ///   - start: when all begin, in seconds since the Unix epoch.
  /// - Returns: how many commits it made, and how many milliseconds the slowest took.
  static func run(_ data: BenchData, journal: String, desk: Int, start: Double) throws -> (Int, Double) {
    let seat = try Seat(data, journal: journal, officer: desk)
    guard let place = seat.operations.city.places.towns.first?.code else { throw BenchError("the city has no towns") }
    usleep(UInt32(max(0, start - Date.now.timeIntervalSince1970) * 1_000_000))
    let end = ContinuousClock.now + .seconds(FairnessMeasure.seconds)
    var made = 0
    var longest = Duration.zero
    while ContinuousClock.now < end {
      let begin = ContinuousClock.now
      let report = Report(
        source: .other, sourceID: "F\(desk)-\(made)", reportedAt: Seat.now(), place: place, title: "路面坑洞",
        text: "来电人反映路面有坑洞，请尽快处理。")
      guard case .accepted(_) = try seat.operations.takeIn(IncomingReport(report: report), account: "bench") else {
        throw BenchError("\(report.sourceID) was not taken in")
      }
      longest = max(longest, ContinuousClock.now - begin)
      made += 1
    }
    try seat.store.close()
    return (made, longest.milliseconds)
  }
}

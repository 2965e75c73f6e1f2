import ArgumentParser
import Foundation
import Journal
import Model
import SQLiteJournal

/// Appends synthetic orders as an import does, and says how fast.
struct Fill: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Append synthetic orders in batches.")

  @Argument(help: "The journal.") var journal: String
  @Argument(help: "How many orders.") var count: Int
  @Option(help: "Orders in a batch.") var batch = 400
  @Option(help: "Begins all numbers.") var prefix = ""

  func run() throws {
    let store = try StressJournal.open(journal, options: .bulk)
    var orders = SyntheticOrders(seed: 20_200_616, prefix: prefix)
    var made = 0
    var encoding = Duration.zero
    var appending = Duration.zero
    var lastAppending = Duration.zero
    let clock = ContinuousClock()
    while made < count {
      let start = clock.now
      var requests: [AppendRequest] = []
      for _ in 0..<min(batch, count - made) { requests.append(try orders.next()) }
      let ready = clock.now
      _ = try store.append(requests, recordedAt: Instant(seconds: 1_600_000_000))
      encoding += ready - start
      appending += clock.now - ready
      made += requests.count
      if made.isMultiple(of: 100_000) || made == count {
        let rate = 100_000 / (appending - lastAppending).seconds
        lastAppending = appending
        print(
          "\(made) orders, append \(Int(Double(made) / appending.seconds))/s (last 100k \(Int(rate))/s),",
          "processor \(ProcessMemory.processorSeconds) s, generate+encode \(Int(Double(made) / encoding.seconds))/s, longest hold \(store.longestHold.milliseconds) ms,",
          "resident \(ProcessMemory.residentMegabytes) MB")
      }
    }
    try store.close()
  }
}

extension Duration {
  /// In seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
  /// In milliseconds, with two decimals.
  var milliseconds: Double { (seconds * 100_000).rounded() / 100 }
}

/// What the kernel says of this process's memory.
enum ProcessMemory {
  /// Processor time used so far, in seconds.
  static var processorSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let micro =
      (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000
      + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Double(micro / 10_000) / 100
  }

  /// Resident memory, in megabytes.
  static var residentMegabytes: Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = Int(text.split(separator: " ")[1])
    else { return 0 }
    return pages * 4_096 / 1_000_000
  }
}

/// The journal that all processes of a stress share.
enum StressJournal {
  static let identity = JournalIdentity(
    kind: .drill, site: "stress", city: "city", cityDigest: "", openedAt: Instant(seconds: 1_600_000_000))

  static func open(_ path: String, options: JournalOptions = .desk) throws -> SQLiteJournal {
    try SQLiteJournal.open(path, .creating(identity, account: "stress"), options: options)
  }
}

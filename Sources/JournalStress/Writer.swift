import ArgumentParser
import Foundation
import Journal
import Model
import SQLiteJournal

/// Appends one order after the other without a pause, as a desk would that never rests.
struct Writer: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Append orders one by one; print how many and the waits.")

  @Argument(help: "The journal.") var journal: String
  @Argument(help: "A name that no other process has.") var name: String
  @Option(help: "Seconds to go on for.") var seconds = 5.0
  @Flag(help: "Say that it is ready, and begin when standard input ends.") var together = false
  @Flag(help: "Sync beside the lock, as an import does.") var aside = false

  func run() throws {
    let store = try StressJournal.open(journal, options: aside ? .bulk : .desk)
    if together {
      Output.line("ready")
      _ = FileHandle.standardInput.readDataToEndOfFile()
    }
    var orders = SyntheticOrders(seed: UInt64(ProcessInfo.processInfo.processIdentifier), prefix: name + "-")
    var count = 0
    var longest = Duration.zero
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end {
      let request = try orders.next()
      let start = clock.now
      let outcomes = try store.append([request], recordedAt: Instant(seconds: 1_600_000_000))
      longest = max(longest, clock.now - start)
      guard case .appended = outcomes.first else { throw ValidationError("not appended: \(outcomes)") }
      count += 1
    }
    try store.close()
    print("acknowledged \(count) longest \(longest.milliseconds)")
  }
}

/// Checkpoints in a tight loop.
struct Checkpointer: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Checkpoint without a pause.")

  @Argument(help: "The journal.") var journal: String
  @Option(help: "Seconds to go on for.") var seconds = 5.0
  @Flag(help: "Sync beside the lock, as an import does.") var aside = false

  func run() throws {
    let store = try StressJournal.open(journal, options: aside ? .bulk : .desk)
    var count = 0
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end {
      try store.checkpoint()
      count += 1
    }
    try store.close()
    print("checkpoints \(count)")
  }
}

/// Opens and closes in a tight loop.
struct Opener: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open, read and close without a pause.")

  @Argument(help: "The journal.") var journal: String
  @Option(help: "Seconds to go on for.") var seconds = 5.0

  func run() throws {
    var count = 0
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end {
      let store = try StressJournal.open(journal)
      _ = try store.head()
      try store.close()
      count += 1
    }
    print("openings \(count)")
  }
}

/// Appends batches and says of each that it is acknowledged, until it is killed.
struct Victim: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Append batches until killed; print what is acknowledged.")

  @Argument(help: "The journal.") var journal: String
  @Argument(help: "A name that no other process has.") var name: String
  @Option(help: "Orders in a batch.") var batch = 50

  func run() throws {
    let store = try StressJournal.open(journal)
    var orders = SyntheticOrders(seed: 7, prefix: name + "-")
    while true {
      var requests: [AppendRequest] = []
      for _ in 0..<batch { requests.append(try orders.next()) }
      for outcome in try store.append(requests, recordedAt: Instant(seconds: 1_600_000_000)) {
        guard case .appended(let receipt) = outcome else { throw ValidationError("not appended: \(outcome)") }
        Output.line("\(receipt.firstSequence) \(receipt.streams.first?.stream.id ?? "")")
      }
    }
  }
}

/// Holds the lock until it is told to go on.
struct Holder: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Hold a journal's lock until standard input ends.")

  @Argument(help: "The journal.") var journal: String

  func run() throws {
    let lock = try WriteLock(path: journal + ".lock", isShared: false)
    try lock.hold(within: 10) {
      Output.line("held")
      _ = FileHandle.standardInput.readDataToEndOfFile()
    }
  }
}

/// Standard output that is there at once, whatever becomes of the process.
enum Output {
  static func line(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}

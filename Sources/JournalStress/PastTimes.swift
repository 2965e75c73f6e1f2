import ArgumentParser
import Foundation
import Journal
import Model
import Replay
import SQLiteJournal
import SeededRandom

/// Measures how long a jump to some moment of a journal takes, and reading what a desk then shows.
struct PastTimes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time jumps into a journal's past.")

  @Argument(help: "The journal.") var journal: String
  @Option(help: "How many jumps.") var jumps = 20

  func run() throws {
    let store = try StressJournal.open(journal)
    let last = try store.head().sequence
    var random = SeededGenerator(seed: 11)
    let clock = ContinuousClock()
    let past = try ReplayJournal(store, at: Instant(seconds: 0))
    var worst = Duration.zero
    for _ in 0..<jumps {
      let sequence = Int64.random(in: 1...last, using: &random)
      guard let event = try store.events(from: sequence, limit: 1).first else { continue }
      let start = clock.now
      try past.show(event.header.recordedAt)
      let shown = clock.now
      let page = try past.page(
        OrderQuery(tab: .all), anchor: .top, before: 0, after: 60, seat: "S1", effort: .full)
      _ = try past.orders(page.rows.map(\.number))
      let board = try past.board()
      _ = try past.recent(limit: 20, town: nil)
      let end = clock.now
      worst = max(worst, end - start)
      let open = board.orders.filter { $0.key.stage.isOpen }.values.reduce(0, +)
      print(
        "sequence \(sequence): \(open) open of \(board.orders.values.reduce(0, +)),",
        "shown after \((shown - start).milliseconds) ms, read after \((end - start).milliseconds) ms")
    }
    print("longest \(worst.milliseconds) ms, resident \(ProcessMemory.residentMegabytes) MB")
    try store.close()
  }
}

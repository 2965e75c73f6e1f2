import ArgumentParser
import Foundation
import Journal
import Model
import SQLiteJournal

/// Claims every order of a journal that it can, against others who do the same.
struct Racer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Claim every order; print one line an order: won, or lost and to whom.")

  @Argument(help: "The journal.") var journal: String
  @Argument(help: "A name that no other process has.") var name: String

  func run() throws {
    let store = try StressJournal.open(journal)
    let query = OrderQuery(tab: .all, sort: .oldest)
    let page = try store.page(query, anchor: .top, before: 0, after: 100_000, seat: "", effort: .full)
    let authority = StressCity.dispatcher(name)
    let now = Instant(seconds: 1_600_000_000)
    var requests: [(OrderNumber, AppendRequest)] = []
    for file in try store.orders(page.rows.map(\.number)) {
      let order = file.order
      let events = try StressCity.decide(.claim, on: order, by: authority, at: now)
      let pending = try StressCity.pending(events, at: order.core.place, by: authority, at: now)
      let write = StreamWrite(
        target: .stream(.order(order.number), expectedVersion: order.version), events: pending)
      requests.append((order.number, AppendRequest(command: "claim:\(name):\(order.number.text)", writes: [write])))
    }
    Output.line("ready")
    _ = FileHandle.standardInput.readDataToEndOfFile()
    var lines: [String] = []
    for (number, request) in requests {
      switch try store.append([request], recordedAt: now).first {
      case .appended: lines.append("won \(number.text)")
      case .conflict(let conflict): lines.append("lost \(number.text) \(conflict.last?.account ?? "")")
      case let other: throw ValidationError("unexpected: \(String(describing: other))")
      }
    }
    for line in lines { Output.line(line) }
    try store.close()
  }
}

import ArgumentParser
import Foundation
import Journal
import Model
import SQLiteJournal

/// Measures what a desk asks for.
struct ReadTimes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time what a desk reads.")

  @Argument(help: "The journal.") var journal: String
  @Option(help: "How often each.") var rounds = 200

  func run() throws {
    let clock = ContinuousClock()
    let begin = clock.now
    let store = try StressJournal.open(journal)
    print("open \((clock.now - begin).milliseconds) ms")
    let seat: SeatCode = "S1"
    let board = try store.board()
    print("orders \(board.orders.values.reduce(0, +))")
    let queries: [(String, OrderQuery)] = [
      ("open due", OrderQuery()), ("received due", OrderQuery(tab: .stage(.received))),
      ("open due town", OrderQuery(town: "T03")), ("open due window", OrderQuery(source: .window)),
      ("open due town window", OrderQuery(town: "T03", source: .window)),
      ("all newest", OrderQuery(tab: .all, sort: .newest)), ("open newest", OrderQuery(sort: .newest)),
      ("all newest town", OrderQuery(town: "T03", tab: .all, sort: .newest)), ("all due", OrderQuery(tab: .all)),
    ]
    for (name, query) in queries {
      let top = try store.page(query, anchor: .top, before: 0, after: 60, seat: seat, effort: .full)
      try measure("page top 60, \(name)") { _ in
        _ = try store.page(query, anchor: .top, before: 0, after: 60, seat: seat, effort: .full)
      }
      guard let middle = top.rows.last else { continue }
      try measure("page around 30+30, \(name)") { _ in
        _ = try store.page(query, anchor: .around(SortKey(middle)), before: 30, after: 30, seat: seat, effort: .full)
      }
    }
    let page = try store.page(OrderQuery(), anchor: .top, before: 0, after: 60, seat: seat, effort: .full)
    try measure("orders of 60") { _ in _ = try store.orders(page.rows.map(\.number)) }
    try measure("board") { _ in _ = try store.board() }
    try measure("changeToken") { _ in _ = try store.changeToken() }
    try measure("late 12 towns up to 999") { _ in
      _ = try store.late(
        at: Instant(seconds: 1_900_000_000), towns: (1...12).map { PlaceCode("T\($0 < 10 ? "0" : "")\($0)") },
        bound: 999)
    }
    try measure("recent 20") { _ in _ = try store.recent(limit: 20, town: nil) }
    try measure("recent 20 town") { _ in _ = try store.recent(limit: 20, town: "T03") }
    try measure("arrivals 24 h") { _ in _ = try store.arrivals(from: 422_000, to: 422_023, town: nil) }
    try search(store, seat)
    print("resident \(ProcessMemory.residentMegabytes) MB")
    try store.close()
  }

  private func search(_ store: SQLiteJournal, _ seat: SeatCode) throws {
    let rare = ["丰丽", "麟黎", "越辉", "馨骏", "蕾薇", "雯霞", "岚峰", "炎炜"]
    try measure("newest, rare word") { round in
      let query = OrderQuery(tab: .all, filter: TextFilter(words: [rare[round % rare.count]]))
      _ = try store.page(query, anchor: .top, before: 0, after: 60, seat: seat, effort: .newest)
    }
    for word in ["噪声", "噪声扰民", "反映", "雯霞岚", "噪"] {
      let query = OrderQuery(tab: .open, filter: TextFilter(words: [word]))
      try measure("newest, \(word)", rounds: 20) { _ in
        _ = try store.page(query, anchor: .top, before: 0, after: 60, seat: seat, effort: .newest)
      }
      try measure("full, \(word)", rounds: 2) { _ in
        _ = try store.page(query, anchor: .top, before: 0, after: 60, seat: seat, effort: .full)
      }
    }
    for digits in ["0616", "142", "2018", "06160142"] {
      let query = OrderQuery(tab: .open, filter: TextFilter(words: [digits], digits: digits))
      try measure("newest, \(digits)", rounds: 20) { _ in
        _ = try store.page(query, anchor: .top, before: 0, after: 60, seat: seat, effort: .newest)
      }
    }
    let query = OrderQuery(tab: .open, filter: TextFilter(places: ["T03"]))
    try measure("newest, place", rounds: 20) { _ in
      _ = try store.page(query, anchor: .top, before: 0, after: 60, seat: seat, effort: .newest)
    }
  }

  private func measure(_ name: String, rounds: Int? = nil, _ body: (Int) throws -> Void) throws {
    let clock = ContinuousClock()
    var times: [Double] = []
    for round in 0..<(rounds ?? self.rounds) {
      let start = clock.now
      try body(round)
      times.append((clock.now - start).seconds * 1_000)
    }
    times.sort()
    func at(_ part: Double) -> String {
      String(format: "%.3f", times[min(times.count - 1, Int(Double(times.count) * part))])
    }
    print("\(name): p50 \(at(0.5)) p99 \(at(0.99)) max \(at(1)) ms")
  }
}

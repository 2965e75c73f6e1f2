import Desk
import Journal
import Model
import Operations

extension DeskDriver {
  /// A desk with so many plain reports in the list, a minute apart.
  static func filled(
    with count: Int, width: Int = 120, height: Int = 36, seat: SeatCode = "city-chief", kind: JournalKind = .live
  ) throws -> DeskDriver {
    let desk = try DeskDriver(width: width, height: height, seat: seat, kind: kind)
    try desk.receive(turns: 0..<count)
    try desk.open()
    return desk
  }

  /// Takes one plain report in.
  @discardableResult
  func receive(
    turn: Int, minutesAgo: Int, place: PlaceCode = "320614101", title: String? = nil, category: CategoryCode? = nil
  ) throws -> OrderNumber {
    let report = plain(turn, minutesAgo: minutesAgo, place: place, title: title, category: category)
    guard case .accepted(let number) = try operations.takeIn(report, account: "feed") else {
      throw Missing(what: "order \(turn)")
    }
    return number
  }

  /// Takes many in at once.
  private func receive(turns: Range<Int>) throws {
    let prepared = try turns.map { turn in
      try operations.prepare(
        plain(turn, minutesAgo: max(0, 300 - turn), place: "320614101"), account: "feed", at: clock.now)
    }
    _ = try operations.takeIn(prepared, account: "feed", at: clock.now)
  }

  private func plain(
    _ turn: Int, minutesAgo: Int, place: PlaceCode, title: String? = nil, category: CategoryCode? = nil
  ) -> IncomingReport {
    IncomingReport(
      report: Report(
        source: .grid, sourceID: "T\(turn)", reportedAt: clock.now.adding(minutes: -minutesAgo), place: place,
        category: category, title: title ?? "路面破损第\(turn)处", text: "巡查发现路面破损。"))
  }

  /// The line of the screen, counted from the list's first, on which the selection stands.
  var selectedLine: Int? { state.queue.selectedIndex.map { $0 - state.queue.top } }

  /// What the bottom line says.
  var said: String { state.message?.text ?? "" }

  /// Whether the command line is open.
  var isTypingCommand: Bool { if case .command? = state.dialog { true } else { false } }

  /// How many commands on orders were sent to the journal.
  var performed: [OrderCommand.Kind] {
    effects.compactMap { if case .perform(let request) = $0 { request.command.kind } else { nil } }
  }
}

import Journal
import Model

/// What a transaction changes in the rates' sums, gathered so that each is written once.
struct RateTotals {
  /// What becomes of the months' sums when orders of their days change.
  enum Months {
    /// They change along.
    case kept
    /// They are given up, and made anew when much has been written.
    case givenUp
  }

  private let months: Months
  private var cells: [RateCell: RateSum] = [:]

  init(_ months: Months) {
    self.months = months
  }

  /// Puts an order's fact in the place of the one before, and takes exactly that one's contribution out.
  mutating func put(_ fact: RateFact, before: RateFact?, in session: Session) throws(JournalError) {
    guard fact != before else { return }
    try RateTable(session: session).write(fact, isNew: before == nil)
    if let before { cells[before.cell, default: RateSum()].add(before.contribution, sign: -1) }
    cells[fact.cell, default: RateSum()].add(fact.contribution)
  }

  /// Writes what was gathered when it has grown large.
  mutating func relieve(_ session: Session) throws(JournalError) {
    guard cells.count > RateTotals.room else { return }
    try write(session)
    cells.removeAll(keepingCapacity: true)
  }

  /// How many cells are gathered while everything is made anew.
  private static let room = 500

  /// Writes all of it.
  func write(_ session: Session) throws(JournalError) {
    let days = RateSumTable(session: session, span: .day)
    let settling = RateSettling(session: session)
    let settled = try settling.day()
    for (cell, change) in cells where !change.isEmpty { try days.add(change, to: cell) }
    // Who leads an order may have changed, though nothing that is summed has.
    let late = cells.filter { $0.key.day <= settled }
    guard !late.isEmpty else { return }
    switch months {
    case .kept: try settling.change(late)
    case .givenUp: try settling.giveUp(from: late.keys.map(\.day).min() ?? settled)
    }
  }
}

import Journal
import Model

/// What a transaction changes in the rates' counts, gathered so that each cell is written once.
struct RateTotals {
  private var cells: [RateCell: RateTally] = [:]

  /// Puts an order's fact in the place of the one before, and takes exactly that one's contribution out.
  mutating func put(_ fact: RateFact, before: RateFact?, in session: Session) throws(JournalError) {
    guard fact != before else { return }
    try RateTable(session: session).write(fact, isNew: before == nil)
    if let before { cells[before.cell, default: RateTally()].add(before.contribution, sign: -1) }
    cells[fact.cell, default: RateTally()].add(fact.contribution)
  }

  /// Writes what was gathered when it has grown large.
  mutating func relieve(_ session: Session) throws(JournalError) {
    guard cells.count > RateTotals.room else { return }
    try write(session)
    cells.removeAll(keepingCapacity: true)
  }

  /// How many cells are gathered while everything is made anew.
  private static let room = 500

  /// Writes all of it; a cell that nothing is left in goes.
  func write(_ session: Session) throws(JournalError) {
    let read = try session.literal("SELECT tally FROM rate_cell WHERE day = ? AND town = ? AND source = ?")
    let write = try session.literal("REPLACE INTO rate_cell VALUES (?, ?, ?, ?)")
    let remove = try session.literal("DELETE FROM rate_cell WHERE day = ? AND town = ? AND source = ?")
    for (cell, change) in cells where !change.isEmpty {
      var tally = change
      bind(cell, read)
      if try read.step() { try RateBytes.add(read.blob(0), to: &tally) }
      read.reset()
      let statement = tally.isEmpty ? remove : write
      bind(cell, statement)
      if !tally.isEmpty { statement.bind(RateBytes.encode(tally), 4) }
      try statement.run()
    }
  }

  private func bind(_ cell: RateCell, _ statement: SQLStatement) {
    statement.bind(Int64(cell.day), 1)
    statement.bind(cell.town?.rawValue ?? "", 2)
    statement.bind(cell.source.column, 3)
  }
}

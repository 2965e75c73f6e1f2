import Journal
import Model

/// The rates' sums by town and source, of days or of months, as a session changes them.
struct RateSumTable {
  /// What is summed.
  enum Span {
    /// One day each, `YYYYMMDD`.
    case day
    /// One month each, `YYYYMM`.
    case month
  }

  let session: Session
  let span: Span

  /// Adds to a sum; one that nothing is left in goes.
  ///
  /// - Parameters:
  ///   - change: what is added.
  ///   - cell: of which day, town and source.
  func add(_ change: RateSum, to cell: RateCell) throws(JournalError) {
    let read = try session.literal(
      span == .day
        ? "SELECT tally FROM rate_cell WHERE day = ? AND town = ? AND source = ?"
        : "SELECT tally FROM rate_month WHERE month = ? AND town = ? AND source = ?")
    var sum = change
    bind(cell, to: read)
    if try read.step() { try sum.add(read.blob(0)) }
    read.reset()
    if sum.isEmpty {
      let removal = try session.literal(
        span == .day
          ? "DELETE FROM rate_cell WHERE day = ? AND town = ? AND source = ?"
          : "DELETE FROM rate_month WHERE month = ? AND town = ? AND source = ?")
      bind(cell, to: removal)
      return try removal.run()
    }
    let write = try session.literal(
      span == .day ? "REPLACE INTO rate_cell VALUES (?, ?, ?, ?)" : "REPLACE INTO rate_month VALUES (?, ?, ?, ?)")
    bind(cell, to: write)
    write.bind(RateBytes.encode(sum), 4)
    try write.run()
  }

  private func bind(_ cell: RateCell, to statement: SQLStatement) {
    statement.bind(Int64(span == .day ? cell.day : cell.month), 1)
    statement.bind(cell.town?.rawValue ?? "", 2)
    statement.bind(cell.source.column, 3)
  }
}

extension RateCell {
  /// The month of its day, `YYYYMM`.
  var month: Int { day / 100 }

  /// Where all days of its month are counted together.
  var wholeMonth: RateCell { RateCell(day: month * 100, town: town, source: source) }
}

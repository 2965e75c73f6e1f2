import Journal
import Model

/// Reads the rates' sums of a query's town and source.
struct RateSums {
  let session: Session
  let query: RateQuery

  /// A sum as it was written.
  struct Written {
    /// The day or the month.
    let span: Int
    let town: PlaceCode?
    let source: Source
    let bytes: [UInt8]
  }

  /// The statement that steps through the sums of a part by day or month, which is its first column; town, source and the sum
  /// itself follow.
  func rows(_ part: RateSpan.Part) throws(JournalError) -> SQLStatement {
    let (span, table, range) =
      switch part {
      case .days(let days): ("day", "rate_cell", days)
      case .months(let months): ("month", "rate_month", months)
      }
    let statement = try session.statement(
      """
      SELECT \(span), town, source, tally FROM \(table)
      WHERE \(span) >= ?1 AND \(span) <= ?2\(RateScan.towns(query)) ORDER BY \(span)
      """)
    statement.bind(Int64(range.lowerBound), 1)
    statement.bind(Int64(range.upperBound), 2)
    RateScan.bindTown(query, to: statement)
    return statement
  }

  /// Hands on the sums of a part.
  func read(_ part: RateSpan.Part, _ body: (Written) throws(JournalError) -> Void) throws(JournalError) {
    let rows = try rows(part)
    defer { rows.reset() }
    while try rows.step() {
      try body(
        Written(
          span: Int(rows.integer(0)), town: rows.town(1),
          source: try rows.coded(2, in: Source.byColumn), bytes: rows.blob(3)))
    }
  }
}

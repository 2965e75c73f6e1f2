import Journal
import Model

/// Reads the orders in which there may be leads: one range of an index that holds little besides them.
struct SuspectReading {
  let session: Session

  /// The numbers, the earliest first.
  func numbers(_ span: LeadSpan, after last: OrderNumber?, limit: Int) throws(JournalError) -> [OrderNumber] {
    let town = span.town == nil ? "" : " AND town = ?4"
    let statement = try session.statement(
      """
      SELECT key FROM orders INDEXED BY orders_signs
      WHERE (signs > 0 OR stage < 7) AND key > ?1 AND key < ?2\(town)
        AND (signs > 0 OR stage_due < ?3 OR overall_due < ?3)
      ORDER BY key LIMIT ?5
      """)
    defer { statement.reset() }
    let first = OrderNumber(day: span.from, sequence: 0).key
    statement.bind(last.map { max($0.key, first) } ?? first, 1)
    statement.bind(OrderNumber(day: max(span.from, span.to) + 1, sequence: 0).key, 2)
    statement.bind(span.now.milliseconds, 3)
    if let town = span.town { statement.bind(town.rawValue, 4) }
    statement.bind(Int64(max(0, limit)), 5)
    var numbers: [OrderNumber] = []
    while try statement.step() { numbers.append(OrderNumber(key: statement.integer(0))) }
    return numbers
  }
}

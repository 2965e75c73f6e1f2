import Journal
import Model

/// The full-text index over the tokens of orders; it keeps no text, so what goes out of it must be told again.
struct SearchIndex {
  let session: Session

  /// What an order is found by here; numbers are found as ranges of keys instead.
  static func terms(_ order: WorkOrder, _ row: OrderRow) -> String {
    SearchTokens.indexed(order.reports) + SearchTokens.indexed(place: row.place, town: row.town)
  }

  /// Puts an order in.
  func insert(_ key: Int64, _ terms: String) throws(JournalError) {
    let statement = try session.statement("INSERT INTO search (rowid, terms) VALUES (?, ?)")
    statement.bind(key, 1)
    statement.bind(terms, 2)
    try statement.run()
  }

  /// Takes an order out; the terms are those with which it was put in.
  func remove(_ key: Int64, _ terms: String) throws(JournalError) {
    let statement = try session.statement("INSERT INTO search (search, rowid, terms) VALUES ('delete', ?, ?)")
    statement.bind(key, 1)
    statement.bind(terms, 2)
    try statement.run()
  }
}

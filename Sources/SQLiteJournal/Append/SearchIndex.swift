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

  /// How many segments of one size the index collects before they are merged.
  static let fan = 8

  /// Takes the merging out of SQLite's hands, where an index of an earlier program still has it.
  ///
  /// SQLite merges seldom and then much at once, which holds the lock for long; `merge` does a little with each append.
  func adoptMerging() throws(JournalError) {
    for (setting, value) in [("automerge", 0), ("usermerge", SearchIndex.fan)] {
      guard try session.integer("SELECT v FROM search_config WHERE k = '\(setting)'") != Int64(value) else { continue }
      try session.run("INSERT INTO search (search, rank) VALUES ('\(setting)', \(value))")
    }
  }

  /// Merges as much as putting `orders` in makes needful.
  func merge(after orders: Int) throws(JournalError) {
    let statement = try session.literal("INSERT INTO search (search, rank) VALUES ('merge', ?)")
    // Pages: a batch writes about one for five orders, and each is merged once a level.
    statement.bind(Int64(4 + orders / 2), 1)
    try statement.run()
  }
}

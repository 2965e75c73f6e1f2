import Journal

/// What the search index still lacks: the terms of orders that wait to be put into it, many at once.
///
/// With each commit the index writes a part of its own, in which every term of the commit's orders stands once. The terms of a
/// thousand orders together cost it a third of what they cost a hundred at a time.
struct WaitingTable {
  let session: Session

  /// Puts an order in that has no terms here.
  func insert(_ key: Int64, terms: String, isClosed: Bool) throws(JournalError) {
    let statement = try session.literal("INSERT INTO waiting VALUES (?, ?, ?)")
    statement.bind(key, 1)
    statement.bind(isClosed ? 1 : 0, 2)
    statement.bind(WaitingTable.separated(terms), 3)
    try statement.run()
  }

  /// Gives an order other terms.
  ///
  /// - Returns: whether it was waiting.
  func replace(_ key: Int64, terms: String, isClosed: Bool) throws(JournalError) -> Bool {
    let statement = try session.literal("UPDATE waiting SET closed = ?, terms = ? WHERE key = ?")
    statement.bind(isClosed ? 1 : 0, 1)
    statement.bind(WaitingTable.separated(terms), 2)
    statement.bind(key, 3)
    try statement.run()
    return statement.changes > 0
  }

  /// Moves orders into the search index, the lowest numbers first.
  ///
  /// - Returns: how many.
  func move(_ limit: Int) throws(JournalError) -> Int {
    // One statement, by key: see `SearchIndex.write`.
    let insertion = try session.literal(
      "INSERT INTO search (rowid, terms) SELECT key, terms FROM waiting ORDER BY key LIMIT ?")
    insertion.bind(Int64(limit), 1)
    try insertion.run()
    let removal = try session.literal(
      "DELETE FROM waiting WHERE key <= (SELECT max(key) FROM (SELECT key FROM waiting ORDER BY key LIMIT ?))")
    removal.bind(Int64(limit), 1)
    try removal.run()
    return removal.changes
  }

  /// Whether at least so many orders wait.
  func holds(_ count: Int) throws(JournalError) -> Bool {
    let statement = try session.literal("SELECT count(*) FROM (SELECT 1 FROM waiting LIMIT ?)")
    statement.bind(Int64(count), 1)
    return try statement.count() >= count
  }

  /// A space stands on both sides of each term, so that a term is found as a text.
  private static func separated(_ terms: String) -> String { " " + terms + " " }

  /// Terms that follow each other, as they stand among those of an order.
  static func needle(_ phrase: [SearchTerm]) -> String {
    " " + phrase.map(\.token).joined(separator: " ") + (phrase.last?.isPrefix == true ? "" : " ")
  }
}

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
    statement.bind(terms, 3)
    try statement.run()
  }

  /// Gives an order other terms.
  ///
  /// - Returns: whether it was waiting.
  func replace(_ key: Int64, terms: String, isClosed: Bool) throws(JournalError) -> Bool {
    let statement = try session.literal("UPDATE waiting SET closed = ?, terms = ? WHERE key = ?")
    statement.bind(isClosed ? 1 : 0, 1)
    statement.bind(terms, 2)
    statement.bind(key, 3)
    try statement.run()
    return statement.changes > 0
  }

  /// Moves orders into the search index, the lowest numbers first.
  ///
  /// - Parameters:
  ///   - limit: how many at the most.
  ///   - budget: how long it goes on taking in more.
  /// - Returns: how many; at least one where any waits.
  func move(_ limit: Int, within budget: Duration) throws(JournalError) -> Int {
    let began = ContinuousClock.now
    let order = try session.literal("SELECT key, terms FROM waiting ORDER BY key LIMIT ?")
    defer { order.reset() }
    order.bind(Int64(limit), 1)
    let search = SearchIndex(session: session)
    var (last, count) = (Int64.min, 0)
    while try order.step() {
      last = order.integer(0)
      try search.insert(last, termsIn: order, 1)
      count += 1
      if ContinuousClock.now - began >= budget { break }
    }
    let removal = try session.literal("DELETE FROM waiting WHERE key <= ?")
    removal.bind(last, 1)
    try removal.run()
    return count
  }

  /// Whether at least so many orders wait.
  func holds(_ count: Int) throws(JournalError) -> Bool {
    let statement = try session.literal("SELECT count(*) FROM (SELECT 1 FROM waiting LIMIT ?)")
    statement.bind(Int64(count), 1)
    return try statement.count() >= count
  }

  /// Terms that follow each other, as they stand among those of an order: with a space on either side of each.
  static func needle(_ phrase: [SearchTerm]) -> String {
    " " + phrase.map(\.token).joined(separator: " ") + (phrase.last?.isPrefix == true ? "" : " ")
  }
}

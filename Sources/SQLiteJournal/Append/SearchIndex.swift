import CSQLiteShim
import Journal
import Model

/// The full-text index over the tokens of orders; it keeps no text, so what goes out of it must be told again.
///
/// Lists of closed orders are read from it too.
struct SearchIndex {
  let session: Session

  /// What goes into the index or out of it.
  struct Change {
    let key: Int64
    /// Those with which it was put in, where it goes out.
    let terms: String
    let isRemoval: Bool
  }

  /// Writes changes, and merges as much as they make needful.
  ///
  /// All of them at once and by key: the index keeps what it is given in memory and writes it out as a segment when a key is
  /// lower than the last, and whenever any statement between them sets a savepoint, as one that may replace a row does.
  func write(_ changes: [Change]) throws(JournalError) {
    guard !changes.isEmpty else { return }
    let insert = try session.literal(SearchIndex.insertion)
    let remove = try session.literal("INSERT INTO search (search, rowid, terms) VALUES ('delete', ?, ?)")
    let order = changes.indices.sorted { (changes[$0].key, $0) < (changes[$1].key, $1) }
    for change in order.lazy.map({ changes[$0] }) {
      let statement = change.isRemoval ? remove : insert
      statement.bind(change.key, 1)
      statement.bind(change.terms, 2)
      try statement.run()
    }
    try merge(pages: SearchIndex.pages(after: changes.count))
  }

  /// Writes one order, by key after those before it, with the terms that stand in a column of another statement's row.
  func insert(_ key: Int64, termsIn row: SQLStatement, _ column: Int32) throws(JournalError) {
    let statement = try session.literal(SearchIndex.insertion)
    statement.bind(key, 1)
    statement.bind(column, of: row, 2)
    try statement.run()
  }

  private static let insertion: StaticString = "INSERT INTO search (rowid, terms) VALUES (?, ?)"

  /// How many segments of one size the index collects before they are merged.
  static let fan = 16

  /// Takes the merging out of SQLite's hands, where an index of an earlier program still has it.
  ///
  /// SQLite merges seldom and then much at once, which holds the lock for long; `merge` does a little at a time. And it would
  /// write what a thousand orders make in two parts, for want of a megabyte of memory.
  func adoptMerging() throws(JournalError) {
    let settings = [
      ("automerge", 0), ("usermerge", SearchIndex.fan), ("crisismerge", SearchIndex.fan * 8), ("hashsize", 4_194_304),
    ]
    for (setting, value) in settings {
      guard try session.integer("SELECT v FROM search_config WHERE k = '\(setting)'") != Int64(value) else { continue }
      try session.run("INSERT INTO search (search, rank) VALUES ('\(setting)', \(value))")
    }
  }

  /// How many pages of merging putting `orders` in makes needful: they are written on about one page for five, and each is
  /// merged once a level.
  static func pages(after orders: Int) -> Int { 4 + orders / 2 }

  /// Merges as many pages, a few at a time.
  ///
  /// - Parameter budget: how long it goes on.
  /// - Returns: how many pages there is still to merge.
  func merge(pages: Int, within budget: Duration) throws(JournalError) -> Int {
    let began = ContinuousClock.now
    var left = pages
    repeat {
      let step = min(left, SearchIndex.mergedAtOnce)
      left = try merge(pages: step) ? left - step : 0
    } while left > 0 && ContinuousClock.now - began < budget
    return left
  }

  /// How many pages are merged before the clock is looked at.
  private static let mergedAtOnce = 40

  /// Merges as many pages.
  ///
  /// - Returns: whether there was anything to merge.
  @discardableResult
  func merge(pages: Int) throws(JournalError) -> Bool {
    let before = sqlite3_total_changes(session.connection)
    let statement = try session.literal("INSERT INTO search (search, rank) VALUES ('merge', ?)")
    statement.bind(Int64(pages), 1)
    try statement.run()
    // The statement itself counts as one change.
    return sqlite3_total_changes(session.connection) - before > 1
  }
}

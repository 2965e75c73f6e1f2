/// How much memory a journal may use, and how patient it is.
public struct JournalOptions: Sendable {
  /// Pages that the writing connection keeps, in KiB.
  public var writerCache: Int
  /// Pages that each of the two reading connections keeps, in KiB.
  public var readerCache: Int
  /// How long a write waits for the lock, in seconds.
  public var patience: Double
  /// Whether the write-ahead log is synced outside of the lock: what is appended is durable once the next append ends
  /// or the journal is closed, and not before.
  public var syncsAside: Bool

  /// How many pages the log of an import may have before it is made to begin anew, which is the one time an import waits for
  /// a copy.
  var longestLog = 16_384

  /// How many orders may wait to be put into the search index; until then a search looks at each of them.
  public var waiting: Int
  /// How many of them are put in while the lock is held once, at the most.
  var indexedAtOnce: Int { syncsAside ? 4_096 : 2 * waiting }
  /// How long a hold of the lock goes on settling the rates' sums.
  var settling = HoldBudget.settling
  /// Whether it goes on while many wait, as an officer should not have to wait for.
  var indexesAll: Bool { syncsAside }

  /// Makes options.
  public init(writerCache: Int, readerCache: Int, patience: Double, waiting: Int, syncsAside: Bool = false) {
    self.writerCache = writerCache
    self.readerCache = readerCache
    self.patience = patience
    self.waiting = waiting
    self.syncsAside = syncsAside
  }

  /// For a desk: small.
  public static let desk = JournalOptions(writerCache: 1_024, readerCache: 1_024, patience: 5, waiting: 128)
  /// For an import of many reports.
  ///
  /// SQLite goes through all of a cache's pages at most commits (it moves a page beyond the end while it balances an index), and
  /// drops all of them when somebody else has committed: more than a few batches write costs more than it spares.
  public static let bulk = JournalOptions(
    writerCache: 8_192, readerCache: 1_024, patience: 30, waiting: 1_024, syncsAside: true)
}

import CSQLiteShim
import Journal

/// What a checkpoint found and did.
struct Checkpoint: Equatable {
  /// Pages in the write-ahead log.
  let pages: Int
  /// How many of them are in the database now.
  let copied: Int

  /// Copies what no reader still needs, and waits for nobody.
  ///
  /// The lock must be held.
  static func run(_ session: Session) throws(JournalError) -> Checkpoint {
    var pages: Int32 = 0
    var copied: Int32 = 0
    let result = sqlite3_wal_checkpoint_v2(session.connection, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied)
    guard result == SQLITE_OK || result == SQLITE_BUSY else {
      throw .engine(result, String(cString: sqlite3_errmsg(session.connection)), "checkpoint")
    }
    return Checkpoint(pages: Int(pages), copied: Int(copied))
  }

  /// Copies all of a long log and cuts it off, unless somebody still reads it.
  ///
  /// Who opens the journal next, and is alone, reads the whole log before anything else: sixteen megabytes take some
  /// twenty milliseconds. The lock must be held.
  ///
  /// - Parameters:
  ///   - session: the connection that is about to close.
  ///   - pages: how many pages the log has.
  /// - Returns: whether the log is empty now.
  static func cutOff(_ session: Session, pages: Int) throws(JournalError) -> Bool {
    guard pages > longestLeft else { return false }
    return try run(session).cutOff(session)
  }

  /// Cuts the log off where all of it was copied and synced, unless somebody still reads it; the lock must be held.
  ///
  /// - Returns: whether the log is empty now.
  func cutOff(_ session: Session) -> Bool {
    guard copied == pages else { return false }
    let patience = Int32(Connection.patience * 1_000)
    sqlite3_busy_timeout(session.connection, 0)
    defer { sqlite3_busy_timeout(session.connection, patience) }
    return sqlite3_wal_checkpoint_v2(session.connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil) == SQLITE_OK
  }

  /// How many pages of the log may be left to who opens the journal next.
  private static let longestLeft = 500

  /// Commits a page as it is, in a transaction of its own.
  ///
  /// The first commit of a log that begins anew waits for the disk; nothing else that takes long is to wait with it.
  static func beginLog(_ session: Session) throws(JournalError) {
    guard let version = try session.integer("PRAGMA user_version") else { return }
    try session.run("PRAGMA user_version = \(version)")
  }

  /// Copies likewise, and leaves it to the caller to have the database synced before the log may begin anew.
  static func runUnsynced(_ session: Session) throws(JournalError) -> Checkpoint {
    try session.run("PRAGMA synchronous = OFF")
    defer { try? session.run("PRAGMA synchronous = NORMAL") }
    return try run(session)
  }
}

/// When to checkpoint, so that no checkpoint holds the lock for long.
///
/// SQLite can't copy a part of the log; so it is copied as soon as it has as many pages as can be copied in less than the
/// time for which the lock may be held.
struct CheckpointPace {
  private static let target = Duration.milliseconds(3)

  /// For a desk, whose commits are few: it leaves the copying to an import that runs beside it.
  static let desk = CheckpointPace(bound: 4_000, within: 4_000...4_000)
  /// For an import, which learns how many pages this disk copies in time.
  static let bulk = CheckpointPace(bound: 1_000, within: 250...3_000)

  /// How many pages that are still to be copied make a checkpoint due.
  private(set) var bound: Int
  private let bounds: ClosedRange<Int>

  private init(bound: Int, within bounds: ClosedRange<Int>) {
    self.bound = bound
    self.bounds = bounds
  }

  /// Whether a checkpoint is due.
  ///
  /// - Parameters:
  ///   - pages: pages in the write-ahead log, which begins anew once all of it was copied and nobody reads it.
  ///   - copied: how many of them were copied by whoever did it last.
  ///   - isWaiting: whether what was copied last is still on its way to the disk, for which a checkpoint would wait.
  func isDue(_ pages: Int, copied: Int, isWaiting: Bool = false) -> Bool {
    pages - (pages < copied ? 0 : copied) >= (isWaiting ? 2 * bound : bound)
  }

  /// Learns from a checkpoint.
  ///
  /// - Parameters:
  ///   - pages: how many pages it had to copy.
  ///   - time: how long it held the lock.
  mutating func note(_ pages: Int, took time: Duration) {
    guard pages >= bound else { return }
    let change = time > CheckpointPace.target ? bound * 3 / 4 : bound * 5 / 4
    bound = min(bounds.upperBound, max(bounds.lowerBound, change))
  }
}

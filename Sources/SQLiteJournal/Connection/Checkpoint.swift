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
}

/// When to checkpoint, so that no checkpoint holds the lock for long.
///
/// SQLite can't copy a part of the log; so it is copied as soon as it has as many pages as can be copied in less than the
/// time for which the lock may be held. Below the least bound a copy costs what the disk takes to sync, not the pages.
struct CheckpointPace {
  private static let target = Duration.milliseconds(12)
  private static let fewest = 250
  private static let most = 4_000

  /// How many pages that are still to be copied make a checkpoint due.
  private(set) var bound = 1_000
  private var copied = 0

  /// Whether a checkpoint is due.
  ///
  /// - Parameter pages: pages in the write-ahead log, which begins anew once all of it was copied and nobody reads it.
  func isDue(_ pages: Int) -> Bool {
    pages - (pages < copied ? 0 : copied) >= bound
  }

  /// Learns from a checkpoint.
  mutating func note(_ checkpoint: Checkpoint, took time: Duration) {
    let pages = checkpoint.copied - (checkpoint.copied < copied ? 0 : copied)
    copied = checkpoint.copied
    guard pages >= bound else { return }
    let change = time > CheckpointPace.target ? bound * 3 / 4 : bound * 5 / 4
    bound = min(CheckpointPace.most, max(CheckpointPace.fewest, change))
  }
}

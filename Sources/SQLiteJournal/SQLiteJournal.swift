public import Journal
import Model
import Synchronization

/// A journal in an SQLite file that several processes share.
///
/// Every write, checkpoint, opening and closing happens under one lock file beside it. One connection writes, two read:
/// one serves what a desk shows, the other what may take longer.
public final class SQLiteJournal: JournalStore {
  /// What the first event fixed.
  public let identity: JournalIdentity
  let paths: JournalPaths
  let options: JournalOptions
  let lock: WriteLock
  let writer: Connection
  let pages: Connection
  let files: Connection
  private let pace = Mutex(CheckpointPace())
  private let longest = Mutex(HoldTime())

  init(
    identity: JournalIdentity, paths: JournalPaths, options: JournalOptions, lock: WriteLock, writer: Connection,
    pages: Connection, files: Connection
  ) {
    self.identity = identity
    self.paths = paths
    self.options = options
    self.lock = lock
    self.writer = writer
    self.pages = pages
    self.files = files
  }

  /// How long the last append held the lock; who appends many batches sizes them by it.
  public var lastHold: Duration { longest.withLock { $0.last } }

  /// How long any write or checkpoint through this store has held the lock at most.
  public var longestHold: Duration { longest.withLock { $0.longest } }

  /// Writes under the lock, and keeps the write-ahead log short.
  func write<Result>(_ body: (Session) throws(JournalError) -> Result) throws(JournalError) -> Result {
    let (result, walPages) = try hold { () throws(JournalError) in
      let result = try writer.write(body)
      return (result, try writer.use { writer.walPages($0) })
    }
    if pace.withLock({ $0.isDue(walPages) }) { try checkpoint() }
    return result
  }

  /// Copies what the write-ahead log holds into the database, in a hold of its own so that others get in between.
  package func checkpoint() throws(JournalError) {
    let (state, time) = try hold { () throws(JournalError) in
      let start = ContinuousClock.now
      let state = try writer.use { (session) throws(JournalError) in try Checkpoint.run(session) }
      return (state, ContinuousClock.now - start)
    }
    pace.withLock { $0.note(state, took: time) }
  }

  private func hold<Result>(_ body: () throws(JournalError) -> Result) throws(JournalError) -> Result {
    try lock.hold(within: options.patience) { () throws(JournalError) in
      let start = ContinuousClock.now
      defer { longest.withLock { $0.note(ContinuousClock.now - start) } }
      return try body()
    }
  }

  /// Lets go of the journal, under the lock and without a checkpoint.
  public func close() throws(JournalError) {
    try lock.hold(within: options.patience) { () throws(JournalError) in
      try pages.close()
      try files.close()
      try writer.close()
    }
  }
}

/// How long the lock was held.
private struct HoldTime {
  var last = Duration.zero
  var longest = Duration.zero

  mutating func note(_ time: Duration) {
    last = time
    longest = max(longest, time)
  }
}

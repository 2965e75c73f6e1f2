import Glibc
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
  private let logSync: LogSync?
  private let pace = Mutex(CheckpointPace())
  private let holds = Mutex(HoldTimes())
  private let work = Mutex(Duration.zero)

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
    logSync = options.syncsAside ? LogSync(path: paths.log) : nil
  }

  /// How much processor time the last append took under the lock; who appends many batches sizes them by it.
  ///
  /// How long the disk or a busy processor let it wait besides does not depend on the size.
  public var lastWork: Duration { work.withLock { $0 } }

  /// How long any write or checkpoint through this store has held the lock at most.
  public var longestHold: Duration { holds.withLock { $0.longest } }

  /// How long 99 of 100 writes and checkpoints through this store have held the lock at most.
  public var usualHold: Duration { holds.withLock { $0.quantile(0.99) } }

  /// Writes under the lock, and keeps the write-ahead log short.
  func write<Result>(_ body: (Session) throws(JournalError) -> Result) throws(JournalError) -> Result {
    let (result, walPages) = try hold { () throws(JournalError) in
      let start = ThreadClock.now
      let result = try writer.write(body)
      let spent = ThreadClock.now - start
      work.withLock { $0 = spent }
      return (result, try writer.use { writer.walPages($0) })
    }
    try logSync?.begin()
    if pace.withLock({ $0.isDue(walPages) }) { try checkpoint() }
    return result
  }

  /// Copies what the write-ahead log holds into the database, in a hold of its own so that others get in between.
  package func checkpoint() throws(JournalError) {
    // A checkpoint syncs the log first; what is synced already keeps nobody waiting for the lock.
    try logSync?.settle()
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
      defer {
        let time = ContinuousClock.now - start
        holds.withLock { $0.note(time) }
      }
      return try body()
    }
  }

  /// Lets go of the journal, under the lock and without a checkpoint.
  public func close() throws(JournalError) {
    try logSync?.settle()
    try lock.hold(within: options.patience) { () throws(JournalError) in
      try pages.close()
      try files.close()
      try writer.close()
    }
  }
}

/// The processor time of the thread that asks.
private enum ThreadClock {
  static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

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
  private let database: DatabaseFile
  private let aside: Aside?
  private let pace: Mutex<CheckpointPace>
  /// The number of the sync that takes along what was in the log at the last checkpoint of an import.
  private let synced = Mutex(0)
  private let holds = Mutex(HoldTimes())
  /// How many requests or events were appended through this store since it last put orders into the search index.
  let appendedSinceIndexing = Mutex(0)
  /// What this store still has to settle of the rates' sums.
  let settlingTask = Mutex(SettlingTask())
  private let isClosed = Mutex(false)

  /// What an import has done outside of the lock.
  struct Aside: Sendable {
    /// The write-ahead log on its way to the disk.
    let log: LogSync
    /// What checkpoints copied, likewise.
    let copy: CopySync
  }

  init(
    identity: JournalIdentity, paths: JournalPaths, options: JournalOptions, lock: WriteLock, writer: Connection,
    pages: Connection, files: Connection, database: DatabaseFile, aside: Aside?
  ) {
    self.identity = identity
    self.paths = paths
    self.options = options
    self.lock = lock
    self.writer = writer
    self.pages = pages
    self.files = files
    self.database = database
    self.aside = aside
    pace = Mutex(aside == nil ? .desk : .bulk)
  }

  /// How long any write or checkpoint through this store has held the lock at most.
  public var longestHold: Duration { holds.withLock { $0.longest } }

  /// How long 99 of 100 writes and checkpoints through this store have held the lock at most.
  public var usualHold: Duration { holds.withLock { $0.quantile(0.99) } }

  /// Writes under the lock, and keeps the write-ahead log short.
  func write<Result>(_ body: (Session) throws(JournalError) -> Result) throws(JournalError) -> Result {
    let result = try writeUnsynced(body)
    try aside?.log.begin()
    return result
  }

  /// Writes likewise what nobody is told of.
  ///
  /// The log is not sent to the disk for it: that would wait for the sync before, and the next write's takes it along.
  func writeUnsynced<Result>(
    _ body: (Session) throws(JournalError) -> Result
  ) throws(JournalError) -> Result {
    let (result, isDue) = try hold { () throws(JournalError) in
      let result = try writer.write(body)
      return (result, isCheckpointDue(try writer.use { writer.walPages($0) }))
    }
    if isDue { _ = try postponing { () throws(JournalError) in try checkpoint() } }
    return result
  }

  /// Does what follows on a write and is due again with the next one: what was written is in, and must not be told as
  /// refused because somebody holds the lock by then.
  ///
  /// - Returns: whether it was done.
  func postponing(_ body: () throws(JournalError) -> Void) throws(JournalError) -> Bool {
    do throws(JournalError) {
      try body()
      return true
    } catch {
      guard error.code == .lockHeld else { throw error }
      return false
    }
  }

  /// Whether the log has grown enough; the lock must be held.
  private func isCheckpointDue(_ walPages: Int) -> Bool {
    let copied = lock.noted(.copied) ?? 0
    if walPages < copied { lock.note(0, as: .copied) }
    let isWaiting = aside?.copy.hasSettled == false
    return pace.withLock { $0.isDue(walPages, copied: copied, isWaiting: isWaiting) }
  }

  /// Copies what the write-ahead log holds into the database, in a hold of its own so that others get in between.
  package func checkpoint() throws(JournalError) {
    guard let aside else { return try checkpointAtOnce() }
    guard try copy(.settled, aside) >= options.longestLog else { return }
    _ = try copy(.all, aside)
    try aside.copy.settle()
    try hold { () throws(JournalError) in try writer.write(Checkpoint.beginLog) }
  }

  /// Copies all of the log and syncs it, which a desk's commits seldom make needful.
  private func checkpointAtOnce() throws(JournalError) {
    try hold { () throws(JournalError) in
      let start = ContinuousClock.now
      try writer.use { (session) throws(JournalError) in
        let state = try Checkpoint.run(session)
        learn(state.copied, took: ContinuousClock.now - start)
        // What lone processes leave behind, each of them takes for not copied: by itself the log would never begin anew.
        lock.note(state.cutOff(session) ? 0 : state.copied, as: .copied)
      }
    }
  }

  /// Copies a log that grows quickly, and has the database synced after the lock is let go of.
  ///
  /// - Returns: how many pages the log has.
  private func copy(_ reach: CopyReach, _ aside: Aside) throws(JournalError) -> Int {
    // What is copied must be in the log on the disk before; what has settled was in it at the checkpoint before. What is synced
    // already keeps nobody waiting for the lock, and a sync under way would have the copying wait for the disk.
    try aside.log.settle(reach == .settled ? synced.withLock { $0 } : aside.log.next)
    try aside.copy.settle()
    let pages = try hold { () throws(JournalError) in
      let start = ContinuousClock.now
      let isNeeded = try aside.copy.begin(reach)
      let pages = try writer.use { (session) throws(JournalError) in
        isNeeded ? try Checkpoint.runUnsynced(session).pages : writer.walPages(session)
      }
      if isNeeded, reach == .settled { learn(pages, took: ContinuousClock.now - start) }
      // What has not settled is not left to a desk beside it, which would copy it at once.
      lock.note(pages, as: .copied)
      synced.withLock { $0 = aside.log.next }
      return pages
    }
    aside.copy.sync(reach)
    return pages
  }

  /// Learns how long the pages took that a checkpoint went through; the lock must be held, and the last note not be renewed yet.
  private func learn(_ pages: Int, took time: Duration) {
    let before = lock.noted(.copied) ?? 0
    pace.withLock { $0.note(pages - (pages < before ? 0 : before), took: time) }
  }

  private func hold<Result>(_ body: () throws(JournalError) -> Result) throws(JournalError) -> Result {
    try lock.hold(within: options.patience) { () throws(JournalError) in
      let start = ContinuousClock.now
      defer {
        let time = ContinuousClock.now - start
        holds.withLock { $0.note(time) }
      }
      try CopySync.takeOver(lock, database)
      return try body()
    }
  }

  deinit {
    // Whoever ran one command and is done lets go of the journal as well; nobody is left to hear what went wrong.
    try? close()
  }

  /// Lets go of the journal, under the lock; a log that has become long is cut off.
  ///
  /// A second time does nothing.
  public func close() throws(JournalError) {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    if wasClosed { return }
    // Commands that are run one by one add little each, and leave it to the one after which it has become much.
    if appendedSinceIndexing.withLock({ $0 }) > 0 {
      try indexWaiting(downTo: aside == nil ? options.waiting : 1)
    }
    if let aside {
      try settleRates()
      // Copied and synced by now, the log can be cut off without holding the lock for it.
      _ = try copy(.all, aside)
      try aside.copy.settle()
      aside.log.forget()
    }
    // As before any write: cutting the log off must not lose what a killed process had copied and not synced.
    try hold { () throws(JournalError) in
      try aside?.copy.close()
      try pages.close()
      try files.close()
      let isEmpty = try writer.use { (session) throws(JournalError) in
        // Others may have left a long one before.
        try Checkpoint.cutOff(session, pages: max(writer.walPages(session), logStamp()?.pages ?? 0))
      }
      if isEmpty { lock.note(0, as: .copied) }
      try writer.close()
    }
  }
}

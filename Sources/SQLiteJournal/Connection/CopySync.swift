import CSQLiteShim
import Dispatch
import Glibc
import Journal
import Synchronization

/// How much of the write-ahead log a checkpoint copies.
enum CopyReach {
  /// What no commit since the checkpoint before has written again: most pages of a batch are written by the next one too,
  /// and are copied once they are left alone.
  case settled
  /// All of it, so that the log may begin anew.
  case all
}

/// Sends what checkpoints copied into the database to the disk, outside of the journal's lock.
///
/// A disk takes longer to sync scattered pages than the lock may be held. So an import copies without a sync, lets go of
/// the lock, and syncs here. The log must not begin anew before that is done, for it is all that a power cut would leave:
/// - while this process lives, a read transaction of its own keeps SQLite from writing over the log;
/// - should it be killed, its note in the lock file tells whoever takes the lock next to sync first.
///
/// SQLite copies no page whose last writing is beyond what the oldest reader sees. So the read transaction of one checkpoint
/// is kept through the next, which then copies only what has settled.
final class CopySync: Sendable {
  /// Which readers have a transaction: that of the checkpoint before, and of the one that runs or came last.
  private struct Pins {
    var former: Int?
    var latest: Int?
  }

  private let lock: WriteLock
  private let patience: Double
  private let readers: [Connection]
  private let database: DatabaseFile
  private let queue = DispatchQueue(label: "journal.copy")
  private let pins = Mutex(Pins())
  private let failure = Mutex<JournalError?>(nil)
  private let isSyncing = Atomic(false)

  /// - Parameters:
  ///   - lock: the journal's lock.
  ///   - patience: how long to wait for it, in seconds.
  ///   - readers: two connections that nobody else uses.
  ///   - database: the open file of a connection that stays open until the last copy has settled.
  init(lock: WriteLock, patience: Double, readers: (Connection, Connection), database: DatabaseFile) {
    self.lock = lock
    self.patience = patience
    self.readers = [readers.0, readers.1]
    self.database = database
  }

  /// Keeps the log as it is and says so in the lock file; the lock must be held, and all before must have settled.
  ///
  /// - Returns: whether a checkpoint is to follow; in a log that has just begun nothing has settled.
  func begin(_ reach: CopyReach) throws(JournalError) -> Bool {
    let isNeeded = try pins.withLock { (pins) throws(JournalError) in
      pins.former = pins.latest
      let next = pins.former == 0 ? 1 : 0
      try readers[next].use { (session) throws(JournalError) in
        try session.run("BEGIN")
        _ = try session.integer("SELECT sequence FROM head")
      }
      pins.latest = next
      if reach == .all { try letGo(&pins.former) }
      return reach == .all || pins.former != nil
    }
    guard lock.note(Int(getpid()), as: .unsynced) else { throw .system(errno, "lock") }
    return isNeeded
  }

  /// Begins to sync what was copied; then the log may begin anew where all of it was.
  func sync(_ reach: CopyReach) {
    isSyncing.store(true, ordering: .releasing)
    queue.async {
      defer { self.isSyncing.store(false, ordering: .releasing) }
      do throws(JournalError) {
        try self.database.sync()
        try self.pins.withLock { (pins) throws(JournalError) in
          try self.letGo(&pins.former)
          if reach == .all { try self.letGo(&pins.latest) }
        }
        try self.lock.hold(within: self.patience) { () throws(JournalError) in
          // What another has copied meanwhile is his to sync.
          if self.lock.noted(.unsynced) == Int(getpid()) { self.lock.note(0, as: .unsynced) }
        }
      } catch {
        self.failure.withLock { $0 = error }
      }
    }
  }

  /// Ends a reader's transaction.
  private func letGo(_ pin: inout Int?) throws(JournalError) {
    guard let reader = pin else { return }
    try readers[reader].use { (session) throws(JournalError) in try session.run("COMMIT") }
    pin = nil
  }

  /// Whether all that was copied is on the disk.
  var hasSettled: Bool { !isSyncing.load(ordering: .acquiring) }

  /// Waits until all that was copied is on the disk.
  func settle() throws(JournalError) {
    queue.sync {}
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Lets go of the log, once all has settled; the lock must be held.
  func close() throws(JournalError) {
    for reader in readers { try reader.close() }
  }

  /// Syncs what a process copied that was killed before it could; the lock must be held, and nothing written yet.
  static func takeOver(_ lock: WriteLock, _ database: DatabaseFile) throws(JournalError) {
    guard let process = lock.noted(.unsynced), process != 0, process != Int(getpid()),
      !LockHolder(process: Int32(clamping: process)).isAlive
    else { return }
    try database.sync()
    lock.note(0, as: .unsynced)
  }
}

/// The open file of a connection's database, as SQLite has it.
///
/// Unchecked, because the pointer is only handed to a function that may be called from any thread; whoever has it keeps
/// the connection open.
struct DatabaseFile: @unchecked Sendable {
  private let pointer: UnsafeMutableRawPointer
  private let path: String

  /// - Parameter session: the connection, which must outlive this.
  init(_ session: Session, path: String) throws(JournalError) {
    guard let pointer = shim_database_file(session.connection) else {
      throw JournalError(.unavailable, subject: path, detail: "no open file")
    }
    self.pointer = pointer
    self.path = path
  }

  /// Sends what was written to the file to the disk.
  func sync() throws(JournalError) {
    let result = shim_sync_file(pointer)
    guard result == SQLITE_OK else { throw .engine(result, "sync", path) }
  }
}

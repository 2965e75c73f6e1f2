import ArgumentParser
import CSQLiteShim
import Foundation
import Journal
import SQLiteJournal

/// SQLite by itself under the same stress, with our lock or without it: what shows that the stress finds the fault that
/// the lock is for.
struct Bare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write or checkpoint a plain SQLite file without a pause, synchronous=OFF.")

  @Argument(help: "The database.") var database: String
  @Flag(help: "Checkpoint (RESTART) instead of writing.") var checkpoints = false
  @Flag(help: "Hold the lock round every write and checkpoint.") var locked = false
  @Option(help: "Seconds to go on for.") var seconds = 5.0

  func run() throws {
    let lock = try WriteLock(path: database + ".lock", isShared: false)
    let connection = try lock.hold(within: 10) { () throws(JournalError) in try open() }
    defer { sqlite3_close_v2(connection) }
    var acknowledged = 0
    var failed = 0
    var transactions = 0
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end {
      // The fault needs a log that begins anew with less than it held before: large transactions among small ones.
      let rows = !checkpoints && transactions.isMultiple(of: 3) ? 20 : 1
      transactions += 1
      let step: () throws(JournalError) -> Bool = { () throws(JournalError) in
        checkpoints
          ? sqlite3_wal_checkpoint_v2(
            connection, nil, transactions.isMultiple(of: 8) ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE,
            nil, nil) == SQLITE_OK
          : sqlite3_exec(connection, Bare.insertion(rows), nil, nil, nil) == SQLITE_OK
      }
      let isDone = locked ? try lock.hold(within: 30, step) : try step()
      acknowledged += isDone ? rows : 0
      failed += isDone ? 0 : 1
    }
    print("acknowledged \(acknowledged) failed \(failed)")
  }

  private static func insertion(_ rows: Int) -> String {
    """
    WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < \(rows))
    INSERT INTO kept (text) SELECT hex(randomblob(450)) FROM counted
    """
  }

  private func open() throws(JournalError) -> OpaquePointer {
    var connection: OpaquePointer?
    let script = """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0;
      CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
      """
    guard sqlite3_open(database, &connection) == SQLITE_OK, let connection,
      sqlite3_busy_timeout(connection, 5_000) == SQLITE_OK,
      sqlite3_exec(connection, script, nil, nil, nil) == SQLITE_OK,
      // A checkpoint that may not wait goes on without the write lock, and that is the one that meets the fault.
      sqlite3_busy_timeout(connection, checkpoints ? 0 : 5_000) == SQLITE_OK,
      shim_keep_wal_on_close(connection) == SQLITE_OK
    else { throw JournalError(.unavailable, subject: database) }
    return connection
  }
}

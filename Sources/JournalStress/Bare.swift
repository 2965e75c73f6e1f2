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
    let payload = String(repeating: "城", count: 300)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end {
      let step: () throws(JournalError) -> Bool = { () throws(JournalError) in
        checkpoints
          ? sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_RESTART, nil, nil) == SQLITE_OK
          : sqlite3_exec(connection, "INSERT INTO kept (text) VALUES ('\(payload)')", nil, nil, nil) == SQLITE_OK
      }
      let isDone = locked ? try lock.hold(within: 30, step) : try step()
      acknowledged += isDone ? 1 : 0
      failed += isDone ? 0 : 1
    }
    print("acknowledged \(acknowledged) failed \(failed)")
  }

  private func open() throws(JournalError) -> OpaquePointer {
    var connection: OpaquePointer?
    let script = """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0;
      CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
      """
    guard sqlite3_open(database, &connection) == SQLITE_OK, let connection,
      sqlite3_busy_timeout(connection, 5_000) == SQLITE_OK, shim_keep_wal_on_close(connection) == SQLITE_OK,
      sqlite3_exec(connection, script, nil, nil, nil) == SQLITE_OK
    else { throw JournalError(.unavailable, subject: database) }
    return connection
  }
}

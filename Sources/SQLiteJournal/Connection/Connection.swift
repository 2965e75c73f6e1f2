import CSQLiteShim
import Foundation
import GRDB
import Journal

/// One connection to the database, used by one thread at a time, with its prepared statements.
final class Connection: Sendable {
  /// What a connection is for.
  enum Purpose {
    /// Writes, under the lock; a commit is durable when it returns.
    case writing
    /// Writes, under the lock; whoever commits has the log synced.
    case writingAside
    /// Reads only.
    case reading
    /// Reads nothing, and holds the write-ahead log as it is by a transaction that stays open.
    case pinning

    var writes: Bool { self == .writing || self == .writingAside }
  }

  /// Set up once, before the first connection of the process.
  private static let engine: Void = {
    _ = shim_stop_counting_memory()
    _ = shim_gather_log_writes()
  }()

  /// How long SQLite waits for a lock of its own, in seconds.
  static let patience = 5.0

  private let path: String
  private let queue: DatabaseQueue
  private let prepared = PreparedStatements()
  private let wal = WALWatch()

  /// Opens a connection; the lock must be held, because opening may write.
  ///
  /// - Parameters:
  ///   - path: the database.
  ///   - purpose: what it is for.
  ///   - cache: how many KiB of pages it may keep.
  init(path: String, purpose: Purpose, cache: Int) throws(JournalError) {
    self.path = path
    // Without it all works the same, only slower.
    _ = Connection.engine
    if purpose == .writingAside { shim_keep_small_pieces() }
    var configuration = Configuration()
    configuration.busyMode = .timeout(Connection.patience)
    configuration.foreignKeysEnabled = false
    configuration.allowsUnsafeTransactions = purpose == .pinning
    configuration.label = purpose.writes ? "journal.write" : "journal.read"
    configuration.prepareDatabase { database in
      guard let connection = database.sqliteConnection,
        shim_keep_wal_on_close(connection) == SQLITE_OK
      else { throw JournalError(.unavailable, subject: path, detail: "no-checkpoint-on-close refused") }
      try database.execute(
        sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA mmap_size = 0; PRAGMA cache_size = -\(cache)")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { database in
        if purpose.writes {
          let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
          guard mode == "wal" else {
            throw JournalError(.unavailable, subject: path, detail: "journal_mode \(mode ?? "none")")
          }
          // Debian's SQLite zeroes what is deleted, so the index's merging would write each of its pages once more.
          try database.execute(
            sql: """
              PRAGMA synchronous = \(purpose == .writing ? "FULL" : "NORMAL");
              PRAGMA journal_size_limit = \(purpose == .writing ? 16_777_216 : 67_108_864); PRAGMA secure_delete = FAST
              """)
          let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
          guard level == (purpose == .writing ? 2 : 1), let connection = database.sqliteConnection else {
            throw JournalError(.unavailable, subject: path, detail: "synchronous \(level ?? -1)")
          }
          // In place of the hook by which SQLite would checkpoint by itself.
          shim_watch_wal(connection, wal.pages)
        } else {
          try database.execute(sql: "PRAGMA query_only = 1")
        }
      }
    } catch {
      throw .from(error, path)
    }
  }

  /// Uses the connection, without a transaction.
  func use<Result>(_ body: (Session) throws(JournalError) -> Result) throws(JournalError) -> Result {
    do {
      return try queue.unsafeRead { database in
        guard let connection = database.sqliteConnection else {
          throw JournalError(.closed, subject: path)
        }
        return try body(Session(database: database, connection: connection, prepared: prepared))
      }
    } catch {
      throw .from(error, path)
    }
  }

  /// Reads one state of the database.
  func read<Result>(_ body: (Session) throws(JournalError) -> Result) throws(JournalError) -> Result {
    try use { (session) throws(JournalError) in
      try session.run("BEGIN")
      defer { session.end() }
      return try body(session)
    }
  }

  /// Writes in one transaction; what `body` throws, and a commit that fails, leaves nothing.
  ///
  /// The lock must be held.
  func write<Result>(_ body: (Session) throws(JournalError) -> Result) throws(JournalError) -> Result {
    try use { (session) throws(JournalError) in
      try session.run("BEGIN IMMEDIATE")
      do throws(JournalError) {
        let result = try body(session)
        try session.run("COMMIT")
        return result
      } catch {
        session.end()
        throw error
      }
    }
  }

  /// How many pages the write-ahead log had after the last commit of this connection; read on its thread only.
  func walPages(_ session: Session) -> Int {
    Int(wal.pages.pointee)
  }

  /// Stops what the connection is doing, from any thread.
  func interrupt() {
    queue.interrupt()
  }

  /// Copies the whole database into another file.
  func copy(to other: String) throws(JournalError) {
    do {
      let target = try DatabaseQueue(path: other)
      try queue.backup(to: target)
      try target.close()
    } catch {
      throw .from(error, other)
    }
  }

  /// Closes the connection; the lock must be held.
  func close() throws(JournalError) {
    do {
      queue.unsafeRead { _ in prepared.removeAll() }
      try queue.close()
    } catch {
      throw .from(error, path)
    }
  }
}

/// Where SQLite notes the size of the write-ahead log.
///
/// Unchecked, because SQLite writes it and `Connection` reads it on the connection's serial queue only.
private final class WALWatch: @unchecked Sendable {
  let pages = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  init() {
    pages.initialize(to: 0)
  }

  deinit {
    pages.deallocate()
  }
}

/// A connection while one thread uses it.
struct Session {
  /// The library's view of it, for what is not done a million times.
  let database: Database
  /// SQLite's own handle.
  let connection: OpaquePointer
  fileprivate let prepared: PreparedStatements

  /// The statement for some SQL, prepared once; found by the literal's address, which costs less than its text.
  func literal(_ sql: StaticString) throws(JournalError) -> SQLStatement {
    try prepared.statement(sql, on: connection)
  }

  /// The statement for some SQL, prepared once.
  func statement(_ sql: String) throws(JournalError) -> SQLStatement {
    try prepared.statement(sql, on: connection)
  }

  /// Several statements for the same SQL, for cursors that are open at the same time.
  func statements(_ sql: String, count: Int) throws(JournalError) -> ArraySlice<SQLStatement> {
    try prepared.statements(sql, count: count, on: connection)
  }

  /// Runs one statement.
  func run(_ sql: String) throws(JournalError) {
    try statement(sql).run()
  }

  /// Runs a script.
  func script(_ sql: String) throws(JournalError) {
    do { try database.execute(sql: sql) } catch { throw .from(error, SQLStatement.file(of: connection)) }
  }

  /// The first integer that a query gives.
  func integer(_ sql: String) throws(JournalError) -> Int64? {
    let statement = try statement(sql)
    defer { statement.reset() }
    return try statement.step() ? statement.optionalInteger(0) : nil
  }

  /// All SQL that the connection has prepared.
  var preparedSQL: [String] { prepared.allSQL }

  /// Ends a transaction without keeping what it wrote; does nothing when SQLite has ended it by itself.
  fileprivate func end() {
    if sqlite3_get_autocommit(connection) == 0 { try? run("ROLLBACK") }
  }
}

/// The statements that a connection has prepared.
///
/// Unchecked, because only `Connection` has it and touches it only on its serial queue.
private final class PreparedStatements: @unchecked Sendable {
  private var bySQL: [String: [SQLStatement]] = [:]
  /// Statements by their literals' addresses, each in the place that its address gives; one that another has taken is looked
  /// for by its text.
  private var byAddress = noStatements
  private static var noStatements: [(address: UInt, statement: SQLStatement?)] {
    Array(repeating: (0, nil), count: 256)
  }

  func statement(_ sql: StaticString, on connection: OpaquePointer) throws(JournalError) -> SQLStatement {
    let address = UInt(bitPattern: sql.utf8Start)
    let place = Int(truncatingIfNeeded: (address >> 4) % UInt(byAddress.count))
    if byAddress[place].address == address, let known = byAddress[place].statement { return known }
    let statement = try statement(sql.description, on: connection)
    byAddress[place] = (address, statement)
    return statement
  }

  func statement(_ sql: String, on connection: OpaquePointer) throws(JournalError) -> SQLStatement {
    if let known = bySQL[sql]?.first { return known }
    let statement = try SQLStatement(sql, on: connection)
    bySQL[sql] = [statement]
    return statement
  }

  func statements(
    _ sql: String, count: Int, on connection: OpaquePointer
  ) throws(JournalError) -> ArraySlice<SQLStatement> {
    var known = bySQL[sql] ?? []
    if known.count < count {
      while known.count < count { known.append(try SQLStatement(sql, on: connection)) }
      bySQL[sql] = known
    }
    return known[..<count]
  }

  var allSQL: [String] { bySQL.keys.sorted() }

  func removeAll() {
    bySQL = [:]
    byAddress = PreparedStatements.noStatements
  }
}

import GRDB
public import Journal
import Model

/// What is expected of a journal that is opened.
public enum JournalOpening: Sendable {
  /// It must exist.
  case existing
  /// It must exist, in this program's format, and is only looked at: nothing of it is written, not even by opening.
  case looking
  /// It is made if it does not exist; if it does, kind, site and city must be the same.
  case creating(JournalIdentity, account: String)
  /// It must not exist, and begins with the first event of another journal's export.
  case restoring(StoredEvent)
}

extension JournalOpening {
  /// Whether there must be a file already.
  fileprivate var wantsFile: Bool {
    switch self {
    case .existing, .looking: true
    case .creating, .restoring: false
    }
  }

  /// What the connection that writes is for; who only looks has one that SQLite lets write nothing.
  fileprivate func purpose(aside: Bool) -> Connection.Purpose {
    if case .looking = self { return .reading }
    return aside ? .writingAside : .writing
  }
}

extension SQLiteJournal {
  /// Opens a journal.
  ///
  /// - Parameters:
  ///   - path: the file; `<path>.lock`, `-wal` and `-shm` lie beside it.
  ///   - opening: what is expected of it.
  ///   - options: memory and patience.
  ///   - upgrade: called when the file is of an earlier program and is about to be brought forward, which takes minutes where
  ///     there are a million orders.
  /// - Throws: `.missing`, `.otherIdentity`, `.newer`, `.older`, `.damaged`, `.networkFileSystem`, `.unavailable`, `.diskFull`,
  ///   `.lockHeld`.
  public static func open(
    _ path: String, _ opening: JournalOpening, options: JournalOptions = .desk, upgrade: (() -> Void)? = nil
  ) throws(JournalError) -> SQLiteJournal {
    let paths = try JournalPaths(path)
    if opening.wantsFile, !paths.exists { throw JournalError(.missing, subject: path) }
    let lock = try WriteLock(path: paths.lock, isShared: paths.isShared)
    return try lock.hold(within: options.patience) { () throws(JournalError) in
      if case .restoring = opening, paths.exists {
        throw JournalError(.otherIdentity, subject: path, detail: "the journal exists")
      }
      if !paths.exists { try paths.create() }
      let writer = try Connection(
        path: path, purpose: opening.purpose(aside: options.syncsAside), cache: options.writerCache)
      let database = try writer.use { (session) throws(JournalError) in try DatabaseFile(session, path: path) }
      try CopySync.takeOver(lock, database)
      let identity = try prepare(Migration(paths: paths, writer: writer, begins: upgrade), opening)
      return SQLiteJournal(
        identity: identity, paths: paths, options: options, lock: lock, writer: writer,
        pages: try Connection(path: path, purpose: .reading, cache: options.readerCache),
        files: try Connection(path: path, purpose: .reading, cache: options.readerCache), database: database,
        aside: options.syncsAside
          ? SQLiteJournal.Aside(
            log: LogSync(path: paths.log),
            copy: CopySync(
              lock: lock, patience: options.patience,
              readers: (
                try Connection(path: path, purpose: .pinning, cache: 64),
                try Connection(path: path, purpose: .pinning, cache: 64)
              ), database: database))
          : nil)
    }
  }

  /// What a journal is for that is only looked at.
  private static func look(_ reader: Connection, _ migration: Migration) throws(JournalError) -> JournalIdentity {
    guard try !migration.isDue() else { throw JournalError(.older, subject: migration.paths.database) }
    let first = try reader.read { (session) throws(JournalError) in
      try EventTable(session: session, identity: nil).event(1)?.event
    }
    guard let first else { throw JournalError(.missing, subject: migration.paths.database, detail: "no opening event") }
    return try first.openedIdentity()
  }

  private static func prepare(
    _ migration: Migration, _ opening: JournalOpening
  ) throws(JournalError) -> JournalIdentity {
    let (writer, paths) = (migration.writer, migration.paths)
    if case .looking = opening { return try look(writer, migration) }
    try migration.run()
    return try writer.write { (session) throws(JournalError) in
      try SearchIndex(session: session).adoptMerging()
      let table = EventTable(session: session, identity: nil)
      if let first = try table.event(1)?.event {
        let identity = try first.openedIdentity()
        if case .creating(let expected, _) = opening {
          guard expected.kind == identity.kind, expected.site == identity.site, expected.city == identity.city
          else {
            throw JournalError(
              .otherIdentity, subject: paths.database,
              detail: "\(identity.kind.rawValue) \(identity.site) \(identity.city)")
          }
        }
        return identity
      }
      if try session.integer("SELECT sequence FROM head WHERE one = 1") != nil {
        throw JournalError(.damaged, subject: paths.database, detail: "the opening event is missing")
      }
      let first: StoredEvent
      switch opening {
      case .existing, .looking: throw JournalError(.missing, subject: paths.database, detail: "no opening event")
      case .creating(let identity, let account): first = try StoredEvent.opening(identity, account: account)
      case .restoring(let event): first = event
      }
      let identity = try first.openedIdentity()
      var appending = try Appending(session, identity: identity, months: .kept)
      try appending.restore(RestoredEvent(event: first, personal: nil))
      try appending.finish()
      return identity
    }
  }
}

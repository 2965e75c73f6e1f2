import CSQLiteShim
import Foundation
import Journal

/// Brings a file to the schema of this program, forward only; the lock must be held.
struct Migration {
  let paths: JournalPaths
  let writer: Connection
  /// What leads from each version to the next.
  var steps = Schema.steps
  /// Told before a file that has something in it is changed.
  var begins: (() -> Void)?

  /// Looks at the file's versions and does what is needed, each step in one transaction and after a backup.
  ///
  /// - Throws: `.newer` when a newer program has written the file, `.damaged` when it is no journal.
  func run() throws(JournalError) {
    let (version, projections) = try writer.use { (session) throws(JournalError) in try versions(session) }
    guard isDue(version, projections) else { return }
    if version > 0 {
      begins?()
      try backUp(version, projections)
    }
    for step in version..<steps.count {
      try writer.write { (session) throws(JournalError) in
        try session.script(steps[step])
        try session.script(
          "PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(step + 1)")
      }
    }
    if projections < Schema.projections {
      try writer.write { (session) throws(JournalError) in try Rebuilding(session).run() }
    }
  }

  /// Whether the file would be changed.
  ///
  /// - Throws: as `run` does.
  func isDue() throws(JournalError) -> Bool {
    let (version, projections) = try writer.use { (session) throws(JournalError) in try versions(session) }
    return isDue(version, projections)
  }

  private func isDue(_ version: Int, _ projections: Int) -> Bool {
    version < steps.count || projections < Schema.projections
  }

  private func versions(_ session: Session) throws(JournalError) -> (truth: Int, projections: Int) {
    let application = try session.integer("PRAGMA application_id") ?? 0
    let version = Int(try session.integer("PRAGMA user_version") ?? 0)
    let tables = try session.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    if tables == 0 { return (0, 0) }
    guard application == Int64(Schema.application), version > 0 else {
      throw JournalError(.damaged, subject: paths.database, detail: "another program's database")
    }
    let projections = Int(try session.integer("SELECT version FROM projection") ?? 0)
    guard version <= steps.count, projections <= Schema.projections else {
      throw JournalError(.newer, subject: paths.database, detail: "version \(version), \(projections)")
    }
    return (version, projections)
  }

  /// Copies the file as it is, and keeps what an earlier attempt has copied.
  private func backUp(_ version: Int, _ projections: Int) throws(JournalError) {
    let name = paths.database + ".before-\(steps.count).\(Schema.projections)-was-\(version).\(projections)"
    guard !FileManager.default.fileExists(atPath: name) else { return }
    try JournalCopy(paths: paths, writer: writer).write(to: name)
  }
}

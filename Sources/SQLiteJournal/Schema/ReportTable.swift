import Journal

/// Which order has which report, as a session reads and writes it.
struct ReportTable {
  let session: Session

  /// The order that has a report.
  func order(_ report: ReportKey) throws(JournalError) -> Int64? {
    let statement = try session.literal("SELECT key FROM report WHERE source = ? AND id = ?")
    defer { statement.reset() }
    statement.bind(report.source.column, 1)
    statement.bind(report.sourceID, 2)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Notes that an order has a report, unless one has it already; the first one keeps it.
  ///
  /// - Returns: whether none had it; asking before would look for its place twice.
  @discardableResult
  func insert(_ report: ReportKey, of key: Int64) throws(JournalError) -> Bool {
    let statement = try session.literal("INSERT INTO report VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    statement.bind(report.source.column, 1)
    statement.bind(report.sourceID, 2)
    statement.bind(key, 3)
    try statement.run()
    return statement.changes > 0
  }

  /// Takes a report out that was put in and of which nothing came.
  func remove(_ report: ReportKey) throws(JournalError) {
    let statement = try session.literal("DELETE FROM report WHERE source = ? AND id = ?")
    statement.bind(report.source.column, 1)
    statement.bind(report.sourceID, 2)
    try statement.run()
  }
}

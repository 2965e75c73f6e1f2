import Journal
import Model

/// The limits that orders are under, as a session reads and writes them.
struct RaiseTable {
  let session: Session

  /// Writes the limit that an order is under, in place of the one before; nothing where there is none.
  ///
  /// No statement replaces a row on a conflict: such a one sets a savepoint, which the search index pays for.
  func put(_ run: LimitRun?, insteadOf before: LimitRun?, of key: Int64) throws(JournalError) {
    guard run != before else { return }
    guard let run else {
      let statement = try session.literal("DELETE FROM raise WHERE key = ?")
      statement.bind(key, 1)
      return try statement.run()
    }
    let statement = try session.literal(before == nil ? RaiseTable.insert : RaiseTable.update)
    statement.bind(key, 1)
    statement.bind(run.start.milliseconds, 2)
    statement.bind(run.due.milliseconds, 3)
    statement.bind(run.pausedUntil.milliseconds, 4)
    statement.bind(Int64(run.raised?.rank ?? 0), 5)
    try statement.run()
  }

  private static let insert: StaticString = "INSERT INTO raise VALUES (?, ?, ?, ?, ?)"
  private static let update: StaticString =
    "UPDATE raise SET start_at = ?2, due_at = ?3, paused_until = ?4, raised = ?5 WHERE key = ?1"

  /// The limit that an order is under.
  func run(_ key: Int64) throws(JournalError) -> LimitRun? {
    let statement = try session.literal("SELECT start_at, due_at, paused_until, raised FROM raise WHERE key = ?")
    defer { statement.reset() }
    statement.bind(key, 1)
    guard try statement.step() else { return nil }
    let rank = Int(statement.integer(3))
    return LimitRun(
      start: Instant(milliseconds: statement.integer(0)), due: Instant(milliseconds: statement.integer(1)),
      pausedUntil: Instant(milliseconds: statement.integer(2)),
      raised: RaisedByRule.Threshold.allCases.first { $0.rank == rank })
  }

  /// The orders on which one of the thresholds was passed and neither it nor a graver one was raised, by due time.
  func due(_ steps: [RaisingStep], before now: Instant, limit: Int) throws(JournalError) -> [OrderNumber] {
    guard let gravest = steps.last?.threshold.rank, limit > 0 else { return [] }
    let statement = try session.literal(RaiseTable.select)
    var found: [(due: Int64, key: Int64)] = []
    for raised in 0..<gravest {
      // Who has passed a graver threshold has passed this one too.
      guard let step = steps.first(where: { $0.threshold.rank > raised }) else { continue }
      defer { statement.reset() }
      statement.bind(Int64(raised), 1)
      statement.bind(now.milliseconds, 2)
      statement.bind(Int64(step.percent), 3)
      // Before the limit is over only the share tells; after it the index does.
      statement.bind(step.percent < 100 ? Int64.max : now.milliseconds, 4)
      statement.bind(Int64(limit), 5)
      while try statement.step() { found.append((due: statement.integer(1), key: statement.integer(0))) }
    }
    return found.sorted { ($0.due, $0.key) < ($1.due, $1.key) }.prefix(limit).map { OrderNumber(key: $0.key) }
  }

  private static let select: StaticString = """
    SELECT key, due_at FROM raise INDEXED BY raise_due
    WHERE raised = ?1 AND due_at <= ?4 AND paused_until <= ?2 AND start_at + (due_at - start_at) * ?3 / 100 <= ?2
    ORDER BY due_at, key LIMIT ?5
    """
}

import Journal
import Model

/// Reads what rows tell of an earlier moment.
struct StandingReading {
  let session: Session

  func standing(at sequence: Int64) throws(JournalError) -> PastStanding {
    let counts = try session.literal(
      "SELECT town, source, stage, count(*) FROM orders WHERE last_sequence <= ? GROUP BY town, source, stage")
    defer { counts.reset() }
    counts.bind(sequence, 1)
    return PastStanding(
      cells: try BoardReading.cells(counts),
      open: try numbers("SELECT key FROM orders WHERE last_sequence <= ? AND +stage < 8 ORDER BY key", sequence),
      changed: try numbers("SELECT key FROM orders WHERE last_sequence > ? ORDER BY key", sequence))
  }

  private func numbers(_ query: StaticString, _ sequence: Int64) throws(JournalError) -> [OrderNumber] {
    let statement = try session.literal(query)
    defer { statement.reset() }
    statement.bind(sequence, 1)
    var numbers: [OrderNumber] = []
    while try statement.step() { numbers.append(OrderNumber(key: statement.integer(0))) }
    return numbers
  }
}

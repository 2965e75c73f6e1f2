import Journal

/// The commands that are known again, each with the sequence of its first event.
struct CommandTable {
  let session: Session

  /// The sequence of a command's first event; nothing for a command that is not known.
  func firstSequence(of command: String) throws(JournalError) -> Int64? {
    let statement = try session.literal("SELECT sequence FROM command WHERE command = ?")
    defer { statement.reset() }
    statement.bind(command, 1)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Notes a command that is not known.
  ///
  /// - Returns: whether it was not known; asking before would look for its place twice.
  func insert(_ command: String, at sequence: Int64) throws(JournalError) -> Bool {
    let statement = try session.literal("INSERT INTO command VALUES (?, ?) ON CONFLICT DO NOTHING")
    statement.bind(command, 1)
    statement.bind(sequence, 2)
    try statement.run()
    return statement.changes > 0
  }

  /// Takes a command out of which nothing came.
  func remove(_ command: String) throws(JournalError) {
    let statement = try session.literal("DELETE FROM command WHERE command = ?")
    statement.bind(command, 1)
    try statement.run()
  }

  /// Makes all rows anew from the events.
  func rebuild() throws(JournalError) {
    try session.script(
      "DELETE FROM command; INSERT INTO command SELECT command, min(sequence) FROM event GROUP BY command;")
  }
}

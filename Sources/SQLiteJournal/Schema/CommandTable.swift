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

  /// Notes a command.
  func insert(_ command: String, at sequence: Int64) throws(JournalError) {
    let statement = try session.literal("INSERT INTO command VALUES (?, ?)")
    statement.bind(command, 1)
    statement.bind(sequence, 2)
    try statement.run()
  }

  /// Makes all rows anew from the events.
  func rebuild() throws(JournalError) {
    try session.script(
      "DELETE FROM command; INSERT INTO command SELECT command, min(sequence) FROM event GROUP BY command;")
  }
}

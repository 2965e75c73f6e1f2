import Journal

/// The sequences of each town's last events, kept at hand as one list a town.
struct RecentTable {
  /// How many are kept.
  static let kept = 200

  let session: Session

  /// The last sequences of a town, the oldest first.
  func sequences(town: String) throws(JournalError) -> [Int64] {
    let statement = try session.literal("SELECT sequences FROM recent WHERE town = ?")
    defer { statement.reset() }
    statement.bind(town, 1)
    guard try statement.step() else { return [] }
    let bytes = statement.blob(0)
    return stride(from: 0, to: bytes.count - 7, by: 8).map { start in
      bytes[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) }
    }
  }

  /// Adds sequences, the oldest first.
  func append(_ more: [Int64], town: String) throws(JournalError) {
    let known = more.count < RecentTable.kept ? try sequences(town: town) : []
    let statement = try session.literal("REPLACE INTO recent VALUES (?, ?)")
    statement.bind(town, 1)
    statement.bind(
      (known + more).suffix(RecentTable.kept).flatMap { sequence in
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: sequence >> Int64($0)) }
      }, 2)
    try statement.run()
  }
}

import Journal

/// The sequences of each town's last events, kept at hand as one list a town.
struct RecentTable {
  /// How many are kept.
  static let kept = 100

  let session: Session

  /// The last sequences of a town, the oldest first.
  func sequences(town: String) throws(JournalError) -> [Int64] {
    let bytes = try bytes(town: town)
    return stride(from: 0, to: bytes.count - 7, by: 8).map { start in
      bytes[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) }
    }
  }

  /// Adds sequences, the oldest first.
  func append(_ more: [Int64], town: String) throws(JournalError) {
    var bytes = more.count < RecentTable.kept ? try bytes(town: town) : []
    for sequence in more.suffix(RecentTable.kept) {
      withUnsafeBytes(of: sequence.bigEndian) { bytes.append(contentsOf: $0) }
    }
    let statement = try session.literal("REPLACE INTO recent VALUES (?, ?)")
    statement.bind(town, 1)
    statement.bind(Array(bytes.suffix(RecentTable.kept * 8)), 2)
    try statement.run()
  }

  private func bytes(town: String) throws(JournalError) -> [UInt8] {
    let statement = try session.literal("SELECT sequences FROM recent WHERE town = ?")
    defer { statement.reset() }
    statement.bind(town, 1)
    return try statement.step() ? statement.blob(0) : []
  }
}

/// How long one hold of the lock goes on taking in more, so that who writes much keeps nobody waiting for long.
///
/// An import may hold the lock for 20 ms at a time. What a commit adds is not known before it is made, and a processor may
/// take three times as long for once; so each stops early.
enum HoldBudget {
  /// Of appending requests.
  static let appending = Duration.microseconds(3_100)
  /// Of putting orders into the search index, which writes what it was given when the transaction is committed.
  static let indexing = Duration.microseconds(3_300)
  /// Of merging the search index.
  static let merging = Duration.milliseconds(3)
  /// Of settling the rates' sums, which are written after it.
  static let settling = Duration.milliseconds(4)
}

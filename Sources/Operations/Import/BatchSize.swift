/// How many reports are appended at once, so that the journal's lock is never held for long: learnt from how long it
/// was held.
struct BatchSize {
  /// What a batch aims at, well below the 20 ms that an import may hold the lock: now and then the processor is taken away.
  static let aim = Duration.milliseconds(7)
  /// The sizes that are used.
  static let range = 16...2_048

  /// Reports in the next batch.
  private(set) var count = 64

  /// Learns from a batch.
  ///
  /// - Parameters:
  ///   - appended: how many reports it had.
  ///   - held: how long the lock was held for it.
  mutating func learn(appended: Int, held: Duration) {
    guard appended > 0, held > .zero else { return }
    let fitting = Int(Double(appended) * (BatchSize.aim / held))
    // A short batch at the end of a file tells nothing about longer ones; one slow write is no rule.
    if appended < count, fitting >= appended { return }
    let next = min(max(fitting, count / 2), count * 2)
    count = min(max(next, BatchSize.range.lowerBound), BatchSize.range.upperBound)
  }
}

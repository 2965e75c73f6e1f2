/// How long the lock was held, time after time, in little memory: a count for each step of a tenth.
package struct HoldTimes: Sendable {
  private static let first = 0.1
  private static let growth = 1.1
  private static let steps = 128

  private var counts = [Int](repeating: 0, count: HoldTimes.steps)
  /// How many times it was held.
  package private(set) var count = 0
  /// The longest time.
  package private(set) var longest = Duration.zero

  /// Makes an empty record.
  package init() {}

  /// Notes that the lock was held once.
  package mutating func note(_ time: Duration) {
    longest = max(longest, time)
    count += 1
    var bound = HoldTimes.first
    var step = 0
    let milliseconds = time / .milliseconds(1)
    while step < HoldTimes.steps - 1, bound < milliseconds {
      bound *= HoldTimes.growth
      step += 1
    }
    counts[step] += 1
  }

  /// A time that a share of the holds did not exceed, at most a tenth too long; zero when there were none.
  package func quantile(_ share: Double) -> Duration {
    var left = Int((Double(count) * share).rounded(.up))
    var bound = HoldTimes.first
    for held in counts {
      left -= held
      if left <= 0 { return min(longest, .milliseconds(1) * bound) }
      bound *= HoldTimes.growth
    }
    return longest
  }
}

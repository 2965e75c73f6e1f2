/// Whole minutes as counts in fixed bins, so that a mean and a percentile come from kept counts.
///
/// Up to 31 minutes a bin holds one value; above, sixteen bins of equal width lie between a power of two and the next.
/// A percentile is the middle of its bin, and so at most 1/32 (3.2 %) off; the mean comes from the sum and is exact.
public struct TimeHistogram: Sendable, Equatable {
  /// The sum of all values, in minutes.
  public private(set) var sum = 0
  /// How many values each bin holds; empty bins are missing.
  public private(set) var bins: [Int: Int] = [:]

  /// The longest time that is told from longer ones, in minutes: sixteen years.
  public static let longest = 1 << 23 - 1

  /// Makes an empty histogram.
  public init() {}

  /// How many values there are.
  public var count: Int { bins.values.reduce(0, +) }

  /// Adds a value as often as told, or takes it out when `count` is negative.
  public mutating func add(_ minutes: Int, count: Int = 1) {
    add(sum: minutes * count)
    add(bin: TimeHistogram.bin(of: minutes), count: count)
  }

  /// Adds to the sum of all values.
  public mutating func add(sum more: Int) { sum += more }

  /// Adds to a bin.
  public mutating func add(bin: Int, count: Int) {
    let new = (bins[bin] ?? 0) + count
    bins[bin] = new == 0 ? nil : new
  }

  /// Adds all values of another one.
  public mutating func add(_ other: TimeHistogram) {
    sum += other.sum
    for (bin, count) in other.bins { add(bin: bin, count: count) }
  }

  /// The mean, in whole minutes rounded down; nothing when there are no values.
  public var mean: Int? {
    let count = count
    return count > 0 ? sum / count : nil
  }

  /// The smallest value that `percent` in a hundred do not exceed (nearest rank), to the precision of the bins.
  public func percentile(_ percent: Int) -> Int? {
    let count = count
    guard count > 0 else { return nil }
    let rank = max(1, (count * percent + 99) / 100)
    var passed = 0
    for (bin, held) in bins.sorted(by: { $0.key < $1.key }) {
      passed += held
      if passed >= rank { return TimeHistogram.middle(of: bin) }
    }
    return nil
  }

  /// The bin of a value in minutes.
  public static func bin(of minutes: Int) -> Int {
    let minutes = min(max(0, minutes), longest)
    guard minutes >= 32 else { return minutes }
    let octave = Int.bitWidth - 1 - minutes.leadingZeroBitCount
    return 32 + (octave - 5) * 16 + (minutes >> (octave - 4)) - 16
  }

  /// The value that stands for a bin, in minutes.
  static func middle(of bin: Int) -> Int {
    guard bin >= 32 else { return bin }
    let octave = 5 + (bin - 32) / 16
    let width = 1 << (octave - 4)
    return (16 + (bin - 32) % 16) * width + width / 2
  }
}

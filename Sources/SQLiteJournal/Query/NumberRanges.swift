import Journal
import Model

/// The stretches of order numbers whose writing begins with certain digits.
struct NumberRanges {
  /// Digits with their number, because zeros in front count.
  private struct Digits {
    let value: Int
    let count: Int

    /// These digits without the ones in front that another writing has; nothing when it begins otherwise.
    func dropping(_ head: Digits) -> Digits? {
      guard count > head.count else { return nil }
      let power = NumberRanges.powers[count - head.count]
      return value / power == head.value ? Digits(value: value % power, count: count - head.count) : nil
    }

    /// Whether another writing begins with these digits.
    func begin(_ whole: Digits) -> Bool {
      count <= whole.count && whole.value / NumberRanges.powers[whole.count - count] == value
    }
  }

  /// The most digits that a daily sequence may have, and a filter that can still mean a number.
  private static let longest = 9
  private static let powers = (1...18).reduce(into: [1]) { powers, _ in powers.append((powers.last ?? 1) * 10) }

  private let prefixes: [Digits]
  /// The stretches of sequences whose own writing begins so, whatever the day.
  private let anyDay: [ClosedRange<Int>]

  /// Prepares for the digits that were typed.
  init(_ prefixes: [String]) {
    self.prefixes = prefixes.compactMap { text in
      guard text.utf8.count <= 17, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(text).map { Digits(value: $0, count: text.utf8.count) }
    }
    anyDay = self.prefixes.flatMap { NumberRanges.sequences($0, width: 1) }
  }

  /// The stretches of one day's keys, the highest first, none within another.
  ///
  /// - Parameter day: the day as `YYYYMMDD`.
  func keys(day: Int) -> [ClosedRange<Int64>] {
    let whole = Digits(value: day, count: 8)
    let short = Digits(value: day % 10_000, count: 4)
    var found = anyDay
    for prefix in prefixes {
      if prefix.begin(whole) || prefix.begin(short) { return [key(day, 1)...key(day, 999_999_999)] }
      if let rest = prefix.dropping(whole) { found += NumberRanges.sequences(rest, width: 5) }
      if let rest = prefix.dropping(short) {
        found += NumberRanges.sequences(rest, width: 5) + NumberRanges.sequences(rest, width: 4)
      }
    }
    return NumberRanges.joined(found).map { key(day, $0.lowerBound)...key(day, $0.upperBound) }
  }

  /// The sequences whose writing, padded with zeros to a width, begins with certain digits.
  private static func sequences(_ digits: Digits, width: Int) -> [ClosedRange<Int>] {
    guard digits.count <= longest else { return [] }
    return (max(width, digits.count)...longest).compactMap { length in
      let power = powers[length - digits.count]
      let least = length > width ? powers[length - 1] : 1
      let low = max(digits.value * power, least)
      let high = (digits.value + 1) * power - 1
      return low <= high ? low...high : nil
    }
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result.reversed()
  }

  private func key(_ day: Int, _ sequence: Int) -> Int64 {
    OrderNumber(day: day, sequence: sequence).key
  }
}

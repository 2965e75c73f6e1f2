import Journal
import Model

/// The stretches of order numbers whose writing begins with certain digits.
enum NumberRanges {
  /// The most digits that a daily sequence may have.
  private static let longest = 9

  /// The stretches of one day's keys, the highest first, none within another.
  ///
  /// - Parameters:
  ///   - prefixes: the digits.
  ///   - day: the day as `YYYYMMDD`.
  static func keys(_ prefixes: [String], day: Int) -> [ClosedRange<Int64>] {
    let whole = OrderNumber(day: day, sequence: 1).text.prefix { $0 != "-" }
    let heads: [(text: Substring, width: Int)] = [
      (whole, 5), (whole.dropFirst(4), 5), (whole.dropFirst(4), 4), ("", 1),
    ]
    var found: [ClosedRange<Int>] = []
    for prefix in prefixes {
      for head in heads {
        if head.text.hasPrefix(prefix) { return [key(day, 1)...key(day, 999_999_999)] }
        guard prefix.hasPrefix(head.text) else { continue }
        found += sequences(prefix.dropFirst(head.text.count), width: head.width)
      }
    }
    return joined(found).map { key(day, $0.lowerBound)...key(day, $0.upperBound) }
  }

  /// The sequences whose writing, padded with zeros to a width, begins with certain digits.
  private static func sequences(_ digits: Substring, width: Int) -> [ClosedRange<Int>] {
    guard let value = Int(digits), digits.count <= longest else { return [] }
    return (max(width, digits.count)...longest).compactMap { length in
      var power = 1
      for _ in digits.count..<length { power *= 10 }
      var least = 1
      if length > width { for _ in 1..<length { least *= 10 } }
      let low = max(value * power, least)
      let high = (value + 1) * power - 1
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

  private static func key(_ day: Int, _ sequence: Int) -> Int64 {
    OrderNumber(day: day, sequence: sequence).key
  }
}

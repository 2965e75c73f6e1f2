/// An order's number: the city's day of arrival and a daily sequence, `20200616-00142`.
public struct OrderNumber: Hashable, Comparable, Sendable {
  /// The day as `YYYYMMDD`.
  public let day: Int
  /// The sequence within the day, from 1.
  public let sequence: Int

  /// Makes the number of the `sequence`-th order of a day.
  public init(day: Int, sequence: Int) {
    self.day = day
    self.sequence = sequence
  }

  /// Reads `20200616-00142`; nothing for any other writing, nor for a day that the calendar does not have.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 8, (5...9).contains(parts[1].count),
      let day = OrderNumber.digits(parts[0]), let sequence = OrderNumber.digits(parts[1]), sequence > 0,
      parts[1].count == 5 || sequence > 99_999,
      CivilDay(year: day / 10_000, month: day / 100 % 100, day: day % 100) != nil
    else { return nil }
    self.day = day
    self.sequence = sequence
  }

  /// The full writing, `20200616-00142`.
  public var text: String {
    OrderNumber.padded(day, to: 8) + "-" + OrderNumber.padded(sequence, to: 5)
  }

  /// What the screen shows, `0616-0142`.
  public var short: String {
    OrderNumber.padded(day % 10_000, to: 4) + "-" + OrderNumber.padded(sequence, to: 4)
  }

  /// The number as one integer that sorts like the number.
  public var key: Int64 { Int64(day) * 1_000_000_000 + Int64(sequence) }

  /// Makes the number that `key` stands for.
  public init(key: Int64) {
    day = Int(key / 1_000_000_000)
    sequence = Int(key % 1_000_000_000)
  }

  /// Orders numbers by day, then by sequence.
  public static func < (left: OrderNumber, right: OrderNumber) -> Bool { left.key < right.key }

  private static func padded(_ value: Int, to length: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }

  private static func digits(_ bytes: some Sequence<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

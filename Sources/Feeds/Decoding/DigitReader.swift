/// Reads a short text of digits and signs from its beginning.
struct DigitReader {
  private let bytes: String.UTF8View
  private var position: String.UTF8View.Index

  init(_ text: String) {
    bytes = text.utf8
    position = bytes.startIndex
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { position == bytes.endIndex }

  /// The next byte, which stays.
  var peek: UInt8? { isAtEnd ? nil : bytes[position] }

  /// Moves behind the next byte.
  mutating func take() {
    if !isAtEnd { bytes.formIndex(after: &position) }
  }

  /// A number of between `least` and `most` digits, as many as there are.
  mutating func number(_ least: Int, upTo most: Int) throws(InternetTime.Problem) -> Int {
    var value = 0
    var count = 0
    while count < most, let byte = peek, 0x30...0x39 ~= byte {
      value = value * 10 + Int(byte - 0x30)
      count += 1
      take()
    }
    guard count >= least else { throw .form }
    return value
  }

  /// A number of exactly `digits` digits.
  mutating func number(_ digits: Int) throws(InternetTime.Problem) -> Int {
    try number(digits, upTo: digits)
  }

  /// Moves behind a byte that must be one of two.
  mutating func skip(_ byte: UInt8, or other: UInt8? = nil) throws(InternetTime.Problem) {
    guard let next = peek, next == byte || next == other else { throw .form }
    take()
  }
}

/// The check digit of a resident identity number (GB 11643-1999, ISO 7064 MOD 11-2).
enum IdentityNumber {
  /// Whether 18 characters are 17 digits and their right check digit, which may be `X` or `x`.
  /// - Parameter characters: ASCII codes.
  static func isValid(_ characters: ArraySlice<UInt8>) -> Bool {
    guard characters.count == 18, let last = characters.last else { return false }
    var sum = 0
    for (weight, character) in zip(weights, characters) {
      guard isDigit(character) else { return false }
      sum += weight * Int(character - 0x30)
    }
    let upper = last == UInt8(ascii: "x") ? UInt8(ascii: "X") : last
    return Array("10X98765432".utf8)[sum % 11] == upper
  }

  static func isDigit(_ character: UInt8) -> Bool { character >= 0x30 && character <= 0x39 }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
}

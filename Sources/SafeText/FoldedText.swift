/// Text with an ASCII code for each scalar, in which numbers are looked for and hidden in place.
struct FoldedText {
  private var scalars: [Unicode.Scalar]
  /// Half-width ASCII of each scalar, 0 where it has none.
  private let codes: [UInt8]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    codes = scalars.map { Self.code(of: $0) ?? 0 }
  }

  static func code(of scalar: Unicode.Scalar) -> UInt8? {
    let folded = HalfWidth.folded(scalar)
    return folded.isASCII ? UInt8(folded.value) : nil
  }

  /// The text with every number in it that must be hidden starred out.
  func masked() -> String {
    var result = self
    var index = 0
    while index < codes.count {
      guard IdentityNumber.isDigit(codes[index]) else {
        index += 1
        continue
      }
      index = result.maskNumber(at: index)
    }
    return String(String.UnicodeScalarView(result.scalars))
  }

  /// Hides the number that the digits at an index belong to, if it is one that must be; returns where to look on.
  private mutating func maskNumber(at start: Int) -> Int {
    let end = runEnd(from: start)
    switch end - start {
    case 18 where IdentityNumber.isValid(codes[start..<end]):
      star(start + 3..<end - 4)
    case 17 where end < codes.count && !isDigit(end + 1) && IdentityNumber.isValid(codes[start..<end + 1]):
      star(start + 3..<end - 3)
      return end + 1
    case 11 where codes[start] == UInt8(ascii: "1"):
      star(start + 3..<end - 4)
    case 13 where codes[start..<start + 3].elementsEqual("861".utf8):
      star(start + 5..<end - 4)
    case 3 where codes[start] == UInt8(ascii: "1"):
      return maskGroups(from: start, to: end)
    default: break
    }
    return end
  }

  /// Hides the middle group of a number written 3-4-4, such as `138 0000 5678`.
  private mutating func maskGroups(from start: Int, to end: Int) -> Int {
    let middle = end + 1
    let last = middle + 5
    guard isSeparator(end), runEnd(from: middle) == middle + 4, isSeparator(middle + 4),
      runEnd(from: last) == last + 4
    else { return end }
    star(middle..<middle + 4)
    return last + 4
  }

  private mutating func star(_ range: Range<Int>) {
    for index in range { scalars[index] = "*" }
  }

  private func isDigit(_ index: Int) -> Bool { index < codes.count && IdentityNumber.isDigit(codes[index]) }

  private func isSeparator(_ index: Int) -> Bool {
    index < codes.count && (codes[index] == UInt8(ascii: " ") || codes[index] == UInt8(ascii: "-"))
  }

  private func runEnd(from start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }
}

/// What a text says, as a set of words that can be compared: pairs of neighbouring characters of a script without
/// spaces, and whole words of others.
public struct Wording: Sendable, Equatable {
  /// A word: two characters, or the hash of letters and digits.
  typealias Word = UInt64

  /// The text, folded in width and case.
  let scalars: [Unicode.Scalar]
  /// Its words, sorted, each once.
  let words: [Word]

  /// Takes the words of a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - names: what is cut out of it before, the longest first.
  init(_ text: String, without names: [[Unicode.Scalar]] = []) {
    let folded = Wording.fold(text)
    scalars = names.isEmpty ? folded : Wording.cut(names, from: folded)
    words = Wording.sorted(Wording.words(of: scalars).map(\.word))
  }

  /// Takes the words of several texts.
  init(joining texts: [String], without names: [[Unicode.Scalar]] = []) {
    self.init(texts.joined(separator: "\n"), without: names)
  }

  /// The words that two have in common, sorted.
  func common(with other: Wording) -> [Word] { Wording.common(words, other.words) }

  /// The words of a folded text in their order, each with where it begins and ends.
  static func words(of scalars: [Unicode.Scalar]) -> [(word: Word, range: Range<Int>)] {
    var found: [(word: Word, range: Range<Int>)] = []
    var index = 0
    while index < scalars.count {
      if isIdeograph(scalars[index]) {
        if index + 1 < scalars.count, isIdeograph(scalars[index + 1]) {
          found.append((pair(scalars[index], scalars[index + 1]), index..<index + 2))
        }
        index += 1
      } else if isLetter(scalars[index]) {
        let start = index
        while index < scalars.count, isLetter(scalars[index]) { index += 1 }
        // A letter alone says nothing, and numbers differ from teller to teller.
        if index - start > 1, scalars[start..<index].contains(where: { !isDigit($0) }) {
          found.append((hash(scalars[start..<index]), start..<index))
        }
      } else {
        index += 1
      }
    }
    return found
  }

  /// Two characters as a word.
  static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Word {
    Word(first.value) << 32 | Word(second.value)
  }

  /// Half-width and lower-case.
  static func fold(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      let half = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      return Unicode.Scalar((0x41...0x5A).contains(half) ? half + 0x20 : half) ?? scalar
    }
  }

  /// The words in both of two sorted lists.
  static func common(_ left: [Word], _ right: [Word]) -> [Word] {
    var common: [Word] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common.append(left[i])
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }

  /// Words in order, each once.
  static func sorted(_ words: [Word]) -> [Word] {
    var sorted = words.sorted()
    var kept = 0
    for word in sorted where kept == 0 || sorted[kept - 1] != word {
      sorted[kept] = word
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }

  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3041...0x30FF, 0xAC00...0xD7A3, 0x20000...0x3FFFD: true
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || (0x61...0x7A).contains(scalar.value) || (0xC0...0x24F).contains(scalar.value)
  }

  /// FNV-1a with the highest bit set, which no pair of characters has.
  private static func hash(_ letters: ArraySlice<Unicode.Scalar>) -> Word {
    letters.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ Word($1.value)) &* 0x0000_0100_0000_01B3 } | 1 << 63
  }

  /// Puts a gap in the place of each name.
  private static func cut(_ names: [[Unicode.Scalar]], from scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      let rest = scalars[index...]
      if let name = names.first(where: { $0.first == scalars[index] && rest.starts(with: $0) }) {
        result.append("\n")
        index += name.count
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return result
  }
}

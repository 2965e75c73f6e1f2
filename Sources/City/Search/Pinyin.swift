import Foundation

/// How a name sounds: its syllables in lower-case letters without tones.
struct Pinyin: Equatable {
  /// All syllables together: `yudongzhen`.
  let full: String
  /// The first letter of each syllable, numbers whole: `ydz`.
  let initials: String
  /// Where each syllable begins in `full`, as offsets of bytes.
  let starts: [Int]

  /// Takes syllables apart as a table writes them, with blanks: `yu dong zhen`.
  init(written: String) {
    var full = ""
    var initials = ""
    var starts: [Int] = []
    for syllable in Pinyin.syllables(written) {
      starts.append(full.utf8.count)
      full += syllable
      let isNumber = syllable.utf8.allSatisfy { (0x30...0x39).contains($0) }
      initials += isNumber ? syllable : String(syllable.prefix(1))
    }
    self.full = full
    self.initials = initials
    self.starts = starts
  }

  /// Computes the syllables of a name in Chinese; slow at the first use, when Foundation reads its tables.
  init(computedFrom name: String) {
    let latin = name.applyingTransform(.mandarinToLatin, reverse: false)?
      .applyingTransform(.stripDiacritics, reverse: false)
    self.init(written: latin ?? name)
  }

  /// Runs of letters and runs of digits, in lower case.
  private static func syllables(_ text: String) -> [String] {
    var syllables: [String] = []
    var current = ""
    var inNumber = false
    for scalar in text.lowercased().unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      guard isDigit || scalar.properties.isAlphabetic else {
        if !current.isEmpty { syllables.append(current) }
        current = ""
        continue
      }
      if !current.isEmpty, isDigit != inNumber {
        syllables.append(current)
        current = ""
      }
      inNumber = isDigit
      current.unicodeScalars.append(scalar)
    }
    return current.isEmpty ? syllables : syllables + [current]
  }
}

public import Model

/// Text as the search compares it: NFC, full-width ASCII made narrow, lower case.
public struct FoldedText: Sendable, Equatable {
  /// The characters.
  let scalars: [Unicode.Scalar]

  /// Folds a text.
  public init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    FoldedText.fold(text, into: &scalars)
    self.scalars = scalars
  }

  /// Folds what a list is searched by: titles, texts and addresses of an order's reports as they now read.
  public init(_ reports: [Report]) {
    var scalars: [Unicode.Scalar] = []
    for report in reports {
      for part in [report.title, report.text, report.location?.address ?? ""] where !part.isEmpty {
        FoldedText.fold(part, into: &scalars)
        scalars.append("\n")
      }
    }
    self.scalars = scalars
  }

  /// The folded text.
  public var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether the text contains a word; a word that begins with a letter or digit of a script with spaces must begin
  /// one in the text, too, and may be the beginning of a longer one.
  func contains(_ word: FoldedText) -> Bool {
    guard let first = word.scalars.first, word.scalars.count <= scalars.count else { return false }
    let atBeginning = first.searchClass == .letter
    for start in 0...(scalars.count - word.scalars.count) where scalars[start] == first {
      if atBeginning, start > 0, scalars[start - 1].searchClass == .letter { continue }
      if scalars[start..<(start + word.scalars.count)].elementsEqual(word.scalars) { return true }
    }
    return false
  }

  private static func fold(_ text: String, into scalars: inout [Unicode.Scalar]) {
    for scalar in CanonicalText.nfc(text).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: scalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
      case 0..<0x80, 0x4E00...0x9FFF, 0x3001...0x30FF: scalars.append(scalar)
      case 0x3000: scalars.append(" ")
      case 0xFF21...0xFF3A: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF21 + 0x61)))
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21)))
      default: scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
  }
}

/// How the search treats a character.
enum SearchClass {
  /// Part of a word that is indexed whole.
  case letter
  /// A character of a script without spaces, indexed in pairs.
  case ideograph
  /// Between words.
  case gap
}

extension Unicode.Scalar {
  /// How the search treats the character, which is folded already.
  var searchClass: SearchClass {
    switch value {
    case 0x30...0x39, 0x61...0x7A: .letter
    case 0..<0x80, 0x3000...0x3004, 0x3008...0x3020, 0x30A0, 0x30FB: .gap
    case 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0x20000...0x3FFFD:
      .ideograph
    case 0xFF00...0xFFEF: properties.isAlphabetic ? .letter : .gap
    default:
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        .letter
      default: .gap
      }
    }
  }
}

import Foundation

/// Unicode Normalization Form C, which the journal's canonical bytes are in.
enum NormalForm {
  /// The text in NFC; text that plainly is already, as Chinese nearly always is, comes back untouched.
  static func composed(_ text: String) -> String {
    isPlainlyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Whether every character is of a range that NFC never touches: everything below U+0300, the ideographs
  /// U+4000–U+9FFF, most CJK punctuation and the full-width forms.
  private static func isPlainlyComposed(_ text: String) -> Bool {
    let known = text.utf8.withContiguousStorageIfAvailable { bytes in
      var position = 0
      while position < bytes.count {
        let length = plainLength(bytes, position)
        if length == 0 { return false }
        position += length
      }
      return true
    }
    return known ?? false
  }

  @inline(__always)
  private static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    switch bytes[position] {
    case 0..<0x80: return 1
    case 0xC2...0xCB: return 2
    case 0xE4...0xE9: return 3
    case 0xE3: return bytes[position + 1] == 0x80 && bytes[position + 2] < 0xAA ? 3 : 0
    case 0xEF: return 0xBC...0xBD ~= bytes[position + 1] ? 3 : 0
    case 0xE2: return bytes[position + 1] == 0x80 && bytes[position + 2] > 0x81 ? 3 : 0
    default: return 0
    }
  }
}

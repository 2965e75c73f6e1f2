import Foundation

/// The one form in which text is stored: Unicode's composed normal form, NFC.
public enum CanonicalText {
  /// A text in NFC.
  public static func nfc(_ text: String) -> String {
    isComposed(text.utf8) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Whether a text is surely in NFC: only scalars that neither compose nor reorder.
  ///
  /// Checked over UTF-8, because most texts pass: below U+0300; U+3000–3029; U+3041–3096; U+30A0–30FF;
  /// U+4E00–9FFF; U+FF00–FFEF. Source: Unicode 15, DerivedNormalizationProps (NFC_Quick_Check) and combining classes.
  static func isComposed(_ utf8: String.UTF8View) -> Bool {
    utf8.withContiguousStorageIfAvailable(isComposed) ?? false
  }

  private static func isComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
      } else if lead < 0xCC {
        index += 2
      } else if lead >= 0xE3, lead <= 0xEF {
        let low = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        switch UInt32(lead & 0x0F) << 12 | low {
        case 0x3000...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xFF00...0xFFEF: index += 3
        default: return false
        }
      } else {
        return false
      }
    }
    return true
  }

  /// Appends a text as a JSON string in NFC, quoted; only what JSON demands is escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    let composed = nfc(text)
    let copied: Void? = composed.utf8.withContiguousStorageIfAvailable { escape($0, into: &bytes) }
    if copied == nil { Array(composed.utf8).withUnsafeBufferPointer { escape($0, into: &bytes) } }
    bytes.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let digits = Array("0123456789abcdef".utf8)

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var start = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") {
      bytes.append(contentsOf: text[start..<index])
      start = index + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case 0..<0x20:
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(contentsOf: text[start...])
  }
}

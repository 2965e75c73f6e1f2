import Foundation

/// How the bytes of a table are read as text.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, well-formed.
  case utf8 = "utf-8"
  /// ISO 8859-1: every byte is the scalar of the same number.
  case latin1 = "latin-1"
  /// GB 18030, with GBK and GB 2312 within it.
  case gb18030

  /// The text of some bytes, or nothing when they are ill-formed.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    switch self {
    case .utf8:
      if bytes.isEmpty { return "" }
      guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
      return String(copying: text)
    case .latin1:
      var text = String.UnicodeScalarView()
      for byte in bytes { text.append(Unicode.Scalar(byte)) }
      return String(text)
    case .gb18030:
      // Ascii is the same in GB 18030 and need not go through Foundation's converter.
      if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
      return String(data: Data(bytes), encoding: TextEncoding.gb18030Code)
    }
  }

  /// Foundation's number for GB 18030: kCFStringEncodingGB_18030_2000 with the bit for outside encodings.
  private static let gb18030Code = String.Encoding(rawValue: 0x8000_0632)
}

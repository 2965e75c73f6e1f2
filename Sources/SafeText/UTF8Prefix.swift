/// What a few bytes are that may begin or be one UTF-8 encoded scalar.
public enum UTF8Prefix: Sendable, Equatable {
  /// The bytes are exactly one scalar.
  case scalar(Unicode.Scalar)
  /// More bytes may complete a scalar.
  case incomplete
  /// No continuation can make these bytes a scalar (overlong forms and surrogates included): the first is a stray.
  case illFormed

  /// Looks at one to four bytes.
  /// - Parameter bytes: the bytes received so far of one scalar.
  public init(_ bytes: [UInt8]) {
    guard let first = bytes.first else {
      self = .incomplete
      return
    }
    let length: Int
    switch first {
    case 0x00...0x7F: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default:
      self = .illFormed
      return
    }
    if bytes.count > 1 {
      let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
      let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
      guard bytes[1] >= lowest, bytes[1] <= highest, bytes.dropFirst(2).allSatisfy({ $0 & 0xC0 == 0x80 }) else {
        self = .illFormed
        return
      }
    }
    guard bytes.count >= length else {
      self = .incomplete
      return
    }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    self = Unicode.Scalar(value).map(UTF8Prefix.scalar) ?? .illFormed
  }
}

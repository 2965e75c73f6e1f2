/// A place in a text: the line, and the byte in that line, both counted from 1.
public struct Position: Sendable, Equatable {
  /// The line, counted from 1; LF, CRLF and CR each end one.
  public var line: Int
  /// The byte in the line, counted from 1.
  public var column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position behind `bytes` that begin here.
  func advanced(over bytes: ArraySlice<UInt8>) -> Position {
    var position = self
    var afterReturn = false
    for byte in bytes {
      if byte == Byte.newline && afterReturn {
        position.column = 1
      } else if byte == Byte.newline || byte == Byte.carriageReturn {
        position.line += 1
        position.column = 1
      } else {
        position.column += 1
      }
      afterReturn = byte == Byte.carriageReturn
    }
    return position
  }
}

/// The bytes that mean something in a comma-separated text.
enum Byte {
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
}

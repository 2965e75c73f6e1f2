/// A line of a feed, complete.
public struct FeedLine: Sendable, Equatable {
  /// The line's number, from 1.
  public let number: Int
  /// Where in the file its first byte lies, from 0.
  public let offset: Int64
  /// The line without its line feed.
  public let bytes: [UInt8]

  /// Makes a line.
  public init(number: Int, offset: Int64, bytes: [UInt8]) {
    self.number = number
    self.offset = offset
    self.bytes = bytes
  }
}

/// What a feed consists of: lines, and pieces of lines that are too long to be held.
public enum FeedPiece: Sendable, Equatable {
  /// A complete line.
  case line(FeedLine)
  /// A piece of a line that is longer than the limit; its pieces follow one another.
  case overlong(RejectedPart)

  /// The bytes, as they came.
  public var bytes: [UInt8] {
    switch self {
    case .line(let line): line.bytes
    case .overlong(let part): part.bytes
    }
  }
}

/// A piece of a line that is rejected in pieces, mostly because it is too long to be held as a whole.
public struct RejectedPart: Sendable, Equatable {
  /// Why the line is rejected.
  public let code: RejectedLine.Code
  /// The line's number, from 1.
  public let line: Int
  /// The bytes of this piece, as they came.
  public let bytes: [UInt8]
  /// Whether the line begins here.
  public let isFirst: Bool
  /// Whether the line ends here.
  public let isLast: Bool

  /// The reason, for an officer.
  public var reason: String { RejectionReason.text(code: code, key: "", subject: "") }
}

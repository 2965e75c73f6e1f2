/// Bytes that could not be read as a record.
public struct RecordProblem: Sendable, Equatable {
  /// Why not.
  public enum Code: String, Sendable {
    /// A quoted field has no end: neither up to the record limit nor up to the end of the text.
    case quoteNotClosed
    /// The record is longer than the limit.
    case recordTooLong
  }

  /// Why not.
  public let code: Code
  /// Where: the quote that opened, or the beginning of the record.
  public let position: Position
  /// The bytes as they came, their line end included.
  public let raw: [UInt8]
  /// Whether the bytes go on from the problem before, as those of a very long line do.
  public let isContinuation: Bool
}

/// What a screen does to its terminal, for whoever records it.
public enum ScreenOutput: Sendable, Equatable {
  /// The terminal has, or now has, so many columns and rows; this comes before all else.
  case size(width: Int, height: Int)
  /// Bytes were sent to it; a character may be cut between two pieces.
  case bytes([UInt8])
}

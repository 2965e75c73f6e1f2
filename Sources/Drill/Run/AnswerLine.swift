public import Model

/// One recorded command: when it was given, from which seat, what was on screen then, and what was asked.
public struct AnswerLine: Sendable, Equatable {
  /// The line of the file, from 1; a command's name is made from it.
  public let line: Int
  /// When it was given, UTC.
  public let at: Instant
  /// From which seat.
  public let seat: SeatCode
  /// The last sequence on screen then; nothing when whatever has come since does not matter.
  public let seen: Int64?
  /// The sub-command and its arguments, as one types them; `@I03` stands for the order of inject I03.
  public let words: [String]

  /// Makes a recorded command.
  public init(line: Int, at: Instant, seat: SeatCode, seen: Int64?, words: [String]) {
    self.line = line
    self.at = at
    self.seat = seat
    self.seen = seen
    self.words = words
  }
}

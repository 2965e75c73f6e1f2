public import Model
public import Operations

/// What recorded words ask for.
public enum DrillDeed: Sendable, Equatable {
  /// A command on an order.
  case order(OrderCommand, on: OrderNumber)
  /// A command on two orders.
  case pair(PairCommand, kept: OrderNumber, other: OrderNumber)
  /// A command on the emergency responses.
  case response(ResponseCommand)
  /// 交班, with what the officer has to say besides.
  case handOver(notes: String)
  /// What the conductor asks of the script.
  case script(ScriptCommand)
  /// 接班, with what the officer has to say to it.
  case takeOver(text: String)
}

/// Why recorded words ask for nothing that can be done, in Chinese.
public struct UnreadableWords: Error, Sendable, Equatable {
  /// What is wrong, and what to do.
  public let reason: String

  /// Makes a reason.
  public init(_ reason: String) {
    self.reason = reason
  }
}

/// Reads recorded words; what the seat that gives them sees, and the virtual time, stand beside.
public typealias DrillTranslation =
  @Sendable (
    _ words: [String], _ viewpoint: Viewpoint, _ now: Instant
  ) throws(UnreadableWords) -> [DrillDeed]

/// A recorded command that was not carried out.
public struct UndoneCommand: Sendable, Equatable {
  /// Why not.
  public enum Reason: Sendable, Equatable {
    /// The words can't be read.
    case unreadable(String)
    /// The rules say no, or somebody was quicker.
    case refused(OperationError)
  }

  /// The command.
  public let line: AnswerLine
  /// Why not.
  public let reason: Reason
}

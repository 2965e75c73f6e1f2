public import Model

/// In whose turn, and at which moment, what an officer does goes into the journal.
public protocol CommandTurns: Sendable {
  /// Takes a turn and does something in it.
  ///
  /// - Parameters:
  ///   - id: the name that the officer's desk gives the command. At most 200 bytes.
  ///   - body: does it.
  func take<Value: Sendable>(
    _ id: String, _ body: (CommandTurn) throws(OperationError) -> Value
  ) throws(OperationError) -> Value
}

/// A turn that was taken.
public struct CommandTurn: Sendable {
  /// The way in.
  public let operations: Operations
  /// The command's own name.
  public let id: String
  /// The moment at which all of it is done, UTC; nothing where it is done whenever it comes to it.
  public let moment: Instant?

  /// Makes a turn.
  public init(operations: Operations, id: String, moment: Instant? = nil) {
    self.operations = operations
    self.id = id
    self.moment = moment
  }
}

/// Turns for everybody at once, as real work has them: the journal itself tells who was quicker.
public struct OpenTurns: CommandTurns {
  private let operations: Operations

  /// Makes turns over the way in to a journal.
  public init(_ operations: Operations) {
    self.operations = operations
  }

  /// Does it at once, by the name that it has.
  public func take<Value: Sendable>(
    _ id: String, _ body: (CommandTurn) throws(OperationError) -> Value
  ) throws(OperationError) -> Value {
    try body(CommandTurn(operations: operations, id: id))
  }
}

/// Why a command was not carried out.
public struct Refusal: Error, Sendable, Equatable {
  /// The reasons.
  public enum Code: String, Sendable, CaseIterable {
    /// The stage does not allow the command.
    case stage
    /// The order lies outside what the seat commands.
    case outsideScope
    /// The role may not give the command.
    case role
    /// Another seat has the order in hand.
    case claimedByOther
    /// The seat has the order in hand already.
    case alreadyClaimed
    /// The seat does not have the order in hand.
    case notClaimed
    /// The unit is not in the table.
    case unknownUnit
    /// The sub-category is not in the table.
    case unknownCategory
    /// The place is not in the table.
    case unknownPlace
    /// The order is with that unit already.
    case sameUnit
    /// The table sets no limit for the stage.
    case noLimit
    /// A text that may not be blank is blank.
    case blank
    /// The category requires a photograph.
    case photoRequired
    /// Who handled may not inspect.
    case handlerInspects
    /// There is nothing to take back.
    case nothingToUndo
    /// The last act was another officer's.
    case undoByOther
    /// The unit has signed; it is a re-dispatch now.
    case undoAfterSigning
    /// The changed report belongs to another order.
    case otherReport
    /// The time of the call lies in the future or before the dispatch.
    case callTime
  }

  /// The reason.
  public let code: Code
  /// What was asked.
  public let command: OrderCommand.Kind
  /// The stage the order was in.
  public let stage: Stage?
  /// What the reason is about: a seat, a code, the name of a field; may be empty.
  public let subject: String
  /// Until when, UTC, where the reason passes by itself.
  public let until: Instant?

  /// Makes a refusal.
  public init(
    _ code: Code, _ command: OrderCommand.Kind, stage: Stage? = nil, subject: String = "", until: Instant? = nil
  ) {
    self.code = code
    self.command = command
    self.stage = stage
    self.subject = subject
    self.until = until
  }
}

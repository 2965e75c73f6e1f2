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
    /// The order is with another unit.
    case otherUnit
    /// The city commands the order, and a town may not.
    case aboveRung
    /// The order is on the highest rung already.
    case rungTop
    /// Without an emergency response an order goes up one rung at a time.
    case oneRung
    /// The order can't go lower: its place has no lower rung.
    case rungBottom
    /// The clocks stand still until a moment.
    case suspended
    /// The clocks do not stand still.
    case notSuspended
    /// No emergency response makes the order wait on that ground.
    case notWaiting
    /// The city's table has no such ground for a suspension.
    case unknownGround
    /// A moment lies too early or too late.
    case badMoment
    /// The time for it is over.
    case tooLate
    /// More is asked for than may be given.
    case overCap
    /// It was given as often as it may be.
    case usedUp
    /// A leader has assigned the order to the unit, which can't give it back.
    case assignedUnit
    /// The order was given back so often that a leader must assign it.
    case mustBeAssigned
    /// Who asked may not decide.
    case ownRequest
    /// The source's orders do not have this.
    case otherSource
    /// The name is none of those that may stand here.
    case unknownName
    /// It was done already.
    case doneAlready
    /// Those who reported were not all answered.
    case answersOwed
    /// A part of the order is still being worked on.
    case childrenOpen
    /// The orders are not tied in the way that this needs.
    case notTied
    /// A report of an exercise outside of one, or another report within one.
    case exercise
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

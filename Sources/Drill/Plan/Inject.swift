public import Model

/// One line of the master list: what arrives, when or on what condition, through which source, for whom.
public struct Inject: Sendable, Equatable {
  /// When it arrives.
  public enum Trigger: Sendable, Equatable {
    /// At a time, UTC.
    case at(Instant)
    /// When something was not done in time.
    case missing(Condition)
    /// Some time after something was done.
    case done(Condition)

    /// The condition, where it has one.
    public var condition: Condition? {
      switch self {
      case .at: nil
      case .missing(let condition), .done(let condition): condition
      }
    }
  }

  /// What happened, or did not, to the order of another inject.
  public struct Condition: Sendable, Equatable {
    /// The other inject's id.
    public let inject: String
    /// What is looked for.
    public let act: DrillAct
    /// Minutes from the other inject's arrival, or from the act.
    public let minutes: Int
  }

  /// Its own id.
  public let id: String
  /// When it arrives.
  public let trigger: Trigger
  /// The message; its time is the arrival's.
  public let message: IncomingReport
  /// The seats that it is meant for; a word to the conductor.
  public let audience: [SeatCode]
  /// A note to the conductor.
  public let note: String

  /// The report that its message makes.
  public var reference: ReportReference { ReportReference(message.report) }

  /// The message as it arrives.
  func arriving(at instant: Instant) -> IncomingReport {
    var incoming = message
    incoming.report.reportedAt = instant
    return incoming
  }
}

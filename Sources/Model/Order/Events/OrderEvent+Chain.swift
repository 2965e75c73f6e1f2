extension OrderEvent {
  /// How an order ended without being dispatched.
  public struct Settlement: Sendable, Equatable, Codable {
    /// Where it was settled.
    public enum Way: String, Sendable, Codable, CaseIterable {
      /// The grid settled it itself.
      case grid
      /// The counter answered it at once.
      case counter
    }

    /// Where it was settled.
    public var way: Way
    /// How it ended.
    public var outcome: Outcome
    /// What was done or answered.
    public var text: String
    /// When somebody must have looked whether it holds, UTC; nothing where it was not drawn for inspection.
    public var inspectDue: Instant?

    private enum CodingKeys: String, CodingKey {
      case way, outcome, text
      case inspectDue = "inspect_due"
    }
  }

  /// Somebody looked on site before filing.
  public struct Verified: Sendable, Equatable, Codable {
    /// Whether it is as reported.
    public var found: Bool
    /// What was seen.
    public var text: String
  }

  /// The caller was reached first.
  public struct Contacted: Sendable, Equatable, Codable {
    /// What was said.
    public var text: String
    /// The call, when it was recorded on the unit's behalf.
    public var call: PhoneCall?
  }

  /// A sub-step was reached.
  public struct Stepped: Sendable, Equatable, Codable {
    /// The step's name in the source's own table.
    public var step: String
    /// What is said about it.
    public var text: String
    /// The steps before it that were not taken.
    public var skipped: [String]
  }

  /// A helping unit reported what it did.
  public struct Assisted: Sendable, Equatable, Codable {
    /// The helping unit.
    public var unit: UnitCode
    /// What it did.
    public var text: String
    /// The call, when it was recorded on the unit's behalf.
    public var call: PhoneCall?
  }

  /// The unit gave the order back, and that was approved.
  public struct Returned: Sendable, Equatable, Codable {
    /// The unit that had it.
    public var unit: UnitCode
    /// On whom it is recorded.
    public var blame: Approving.Blame
    /// A word about it.
    public var text: String
    /// When it must be dispatched anew, UTC.
    public var stageDue: Instant

    private enum CodingKeys: String, CodingKey {
      case unit, blame, text
      case stageDue = "stage_due"
    }
  }

  /// More time was given.
  public struct Extended: Sendable, Equatable, Codable {
    /// When the handling must be done, UTC.
    public var stageDue: Instant
    /// When all must be done, UTC.
    public var overallDue: Instant?
    /// A word about it.
    public var text: String

    private enum CodingKeys: String, CodingKey {
      case text
      case stageDue = "stage_due"
      case overallDue = "overall_due"
    }
  }

  /// A reason, in words.
  public struct Reason: Sendable, Equatable, Codable {
    /// Why.
    public var reason: String
  }

  /// The clocks run on before their time.
  public struct Resumed: Sendable, Equatable, Codable {
    /// Why.
    public var reason: String
    /// When the present stage must be done, UTC.
    public var stageDue: Instant?
    /// When the handling must be done, UTC.
    public var handleDue: Instant?
    /// When all must be done, UTC.
    public var overallDue: Instant?

    private enum CodingKeys: String, CodingKey {
      case reason
      case stageDue = "stage_due"
      case handleDue = "handle_due"
      case overallDue = "overall_due"
    }
  }

  /// The order went one rung up or down.
  public struct Moved: Sendable, Equatable, Codable {
    /// The rung that had it.
    public var from: Rung
    /// The rung that has it from now on.
    public var to: Rung
    /// Why.
    public var reason: String
    /// When it must be dispatched anew, UTC; nothing where the stage goes on.
    public var stageDue: Instant?

    private enum CodingKeys: String, CodingKey {
      case from, to, reason
      case stageDue = "stage_due"
    }
  }

  /// One of those who reported was answered.
  public struct Answered: Sendable, Equatable, Codable {
    /// Which report.
    public var report: ReportReference
    /// What was said.
    public var text: String
    /// The call, where there was one.
    public var call: PhoneCall?
  }

  /// Somebody called and asked.
  public struct FollowedUp: Sendable, Equatable, Codable {
    /// Which attempt it was, from 1.
    public var attempt: Int
    /// Whether anybody answered.
    public var reached: Bool
    /// Whether the caller says that it is solved.
    public var solved: Bool
    /// Whether the caller is satisfied.
    public var satisfied: Bool
    /// What was said.
    public var text: String
    /// What follows.
    public var next: Next

    /// What follows a call.
    public enum Next: String, Sendable, Codable, CaseIterable {
      /// Another attempt.
      case again
      /// The order is closed for good.
      case done
      /// The duty chief decides whether it is done once more.
      case verdict
    }
  }

  /// Above was answered.
  public struct AnsweredBack: Sendable, Equatable, Codable {
    /// How it stands with above.
    public var state: UpstreamState
    /// What was answered.
    public var text: String
  }

  /// The unit was urged.
  public struct Urged: Sendable, Equatable, Codable {
    /// What was said.
    public var text: String
    /// The rule that raised it; nothing where an officer did.
    public var rule: RaisedByRule?
  }

  /// The order is supervised.
  public struct Supervised: Sendable, Equatable, Codable {
    /// 1 to 3, the gravest last.
    public var level: Int
    /// What is asked for.
    public var text: String
    /// The rule that raised it; nothing where an officer did.
    public var rule: RaisedByRule?
  }

  /// An instruction is done with.
  public struct StruckOff: Sendable, Equatable, Codable {
    /// Which one, from 1.
    public var instruction: Int
    /// What came of it.
    public var text: String
  }

  /// The order is left out of a rate.
  public struct Excluded: Sendable, Equatable, Codable {
    /// Which rate; empty for all of them.
    public var rate: String
    /// Why.
    public var reason: String
  }

  /// Another order was taken in.
  public struct Merged: Sendable, Equatable, Codable {
    /// The other order's number.
    public var other: String
    /// The reports that it brought.
    public var reports: [Report]
    /// How pressing the order is from now on.
    public var urgency: Urgency
    /// How many different people have reported.
    public var callers: Int
    /// What speaks for it.
    public var evidence: String
    /// When the present stage must be done, UTC.
    public var stageDue: Instant?
    /// When the handling must be done, UTC.
    public var handleDue: Instant?
    /// When all must be done, UTC.
    public var overallDue: Instant?

    private enum CodingKeys: String, CodingKey {
      case other, reports, urgency, callers, evidence
      case stageDue = "stage_due"
      case handleDue = "handle_due"
      case overallDue = "overall_due"
    }
  }

  /// The source changed a report of an order that was taken in, or added one to it.
  public struct PartAmended: Sendable, Equatable, Codable {
    /// The other order's number; the report is that order's.
    public var other: String
    /// The report as it now reads.
    public var report: Report

    /// Makes the news of a report.
    public init(other: OrderNumber, report: Report) {
      self.other = other.text
      self.report = report
    }
  }

  /// The order went into another one.
  public struct Joined: Sendable, Equatable, Codable {
    /// The other order's number.
    public var into: String
  }

  /// An order that was taken in went its own way again.
  public struct Split: Sendable, Equatable, Codable {
    /// The other order's number.
    public var off: String
    /// How pressing the order is from now on.
    public var urgency: Urgency
    /// Why.
    public var reason: String
    /// How many different people have reported.
    public var callers: Int
    /// When the present stage must be done, UTC.
    public var stageDue: Instant?
    /// When the handling must be done, UTC.
    public var handleDue: Instant?
    /// When all must be done, UTC.
    public var overallDue: Instant?

    private enum CodingKeys: String, CodingKey {
      case off, urgency, reason, callers
      case stageDue = "stage_due"
      case handleDue = "handle_due"
      case overallDue = "overall_due"
    }
  }

  /// The order left the one that it had gone into.
  public struct Parted: Sendable, Equatable, Codable {
    /// The other order's number.
    public var from: String
  }

  /// Another order does not tell of the same event.
  public struct Distinguished: Sendable, Equatable, Codable {
    /// The other order's number.
    public var from: String
  }

  /// A part of the matter became an order of its own.
  public struct Branched: Sendable, Equatable, Codable {
    /// The report that the child was made of; it tells which order is the child.
    public var child: ReportReference
    /// What it is about.
    public var title: String
  }

  /// A child came to its end.
  public struct ChildEnded: Sendable, Equatable, Codable {
    /// The report that the child was made of.
    public var child: ReportReference
    /// How it ended.
    public var outcome: Outcome
  }

  /// A child was opened again.
  public struct ChildReopened: Sendable, Equatable, Codable {
    /// The report that the child was made of.
    public var child: ReportReference
  }
}

extension OrderEvent {
  /// A report came in and made the order.
  public struct Received: Sendable, Equatable, Codable {
    /// The report, without personal data.
    public var report: Report
    /// When the order arrived, UTC.
    public var arrivedAt: Instant
    /// When filing must be done, UTC; nothing when it arrives closed.
    public var stageDue: Instant?
    /// When all must be done, UTC.
    public var overallDue: Instant?
    /// The rung at which it is commanded first; the city where nothing is said.
    public var rung: Rung?
    /// How the source had settled it before it came in.
    public var settlement: Settlement?
    /// The number of the order that it is a part of; nothing for an order of its own.
    public var parent: String?

    private enum CodingKeys: String, CodingKey {
      case report, rung, settlement, parent
      case arrivedAt = "arrived_at"
      case stageDue = "stage_due"
      case overallDue = "overall_due"
    }
  }

  /// The source's changed report.
  public struct Amended: Sendable, Equatable, Codable {
    /// The report as it now reads.
    public var report: Report
  }

  /// Filed, with what was settled.
  public struct Filed: Sendable, Equatable, Codable {
    /// The sub-category from now on.
    public var category: CategoryCode?
    /// The urgency from now on.
    public var urgency: Urgency
    /// The place from now on.
    public var place: PlaceCode
    /// When dispatch must be done, UTC.
    public var stageDue: Instant
    /// When all must be done, UTC.
    public var overallDue: Instant?
    /// The rung that commands it from now on; nothing where that stays.
    public var rung: Rung?

    private enum CodingKeys: String, CodingKey {
      case category, urgency, place, rung
      case stageDue = "stage_due"
      case overallDue = "overall_due"
    }
  }

  /// Ended without handling.
  public struct Declined: Sendable, Equatable, Codable {
    /// How.
    public var outcome: Outcome
    /// On what ground.
    public var ground: String
    /// When those who reported must have been answered and asked, UTC; nothing where nobody is.
    public var followUpDue: Instant?

    private enum CodingKeys: String, CodingKey {
      case outcome, ground
      case followUpDue = "follow_up_due"
    }
  }

  /// A chief took the order over.
  public struct TakenOver: Sendable, Equatable, Codable {
    /// The seat that had it.
    public var from: SeatCode
    /// The claim from now on.
    public var claim: WorkOrder.Claim
  }

  /// Sent to a unit.
  public struct Dispatched: Sendable, Equatable, Codable {
    /// The unit that leads.
    public var unit: UnitCode
    /// The units that help.
    public var coUnits: [UnitCode]
    /// The sub-category from now on.
    public var category: CategoryCode?
    /// A word to the unit.
    public var note: String
    /// When the unit must have signed, UTC.
    public var stageDue: Instant
    /// When the unit must have handled it, UTC.
    public var handleDue: Instant
    /// Whether the same command filed the order, so that one undo takes both back.
    public var filing: Bool
    /// When the caller must have been reached first, UTC; nothing where nobody asks for it.
    public var contactDue: Instant?
    /// 直派: whether the city sent it straight to a town's unit; nothing means no.
    public var direct: Bool?
    /// 指定承办: whether it can't be returned; nothing means no.
    public var assigned: Bool?

    private enum CodingKeys: String, CodingKey {
      case unit, category, note, filing, direct, assigned
      case contactDue = "contact_due"
      case coUnits = "co_units"
      case stageDue = "stage_due"
      case handleDue = "handle_due"
    }
  }

  /// The unit has it.
  public struct Signed: Sendable, Equatable, Codable {
    /// The call, when it was recorded on the unit's behalf.
    public var call: PhoneCall?
  }

  /// The unit says it is done.
  public struct FedBack: Sendable, Equatable, Codable {
    /// What was done.
    public var text: String
    /// Photographs and papers.
    public var attachments: [Attachment]
    /// The call, when it was recorded on the unit's behalf.
    public var call: PhoneCall?
    /// When inspection must be done, UTC.
    public var stageDue: Instant

    private enum CodingKeys: String, CodingKey {
      case text, attachments, call
      case stageDue = "stage_due"
    }
  }

  /// Somebody looked.
  public struct Inspected: Sendable, Equatable, Codable {
    /// Whether it is done.
    public var passed: Bool
    /// What was seen.
    public var text: String
    /// When closing, or the rework, must be done, UTC.
    public var stageDue: Instant

    private enum CodingKeys: String, CodingKey {
      case passed, text
      case stageDue = "stage_due"
    }
  }

  /// Closed.
  public struct Closed: Sendable, Equatable, Codable {
    /// How it ended.
    public var outcome: Outcome
    /// What is said about it.
    public var text: String
    /// When those who reported must have been answered and asked, UTC; nothing where nobody is.
    public var followUpDue: Instant?

    private enum CodingKeys: String, CodingKey {
      case outcome, text
      case followUpDue = "follow_up_due"
    }
  }

  /// Opened again.
  public struct Reopened: Sendable, Equatable, Codable {
    /// Why.
    public var reason: String
    /// What the order waits for from now on.
    public var stage: Stage
    /// When that must be done, UTC.
    public var stageDue: Instant
    /// Whether the duty chief orders it as rework for a caller who is not satisfied; nothing means no.
    public var rework: Bool?

    private enum CodingKeys: String, CodingKey {
      case reason, stage, rework
      case stageDue = "stage_due"
    }
  }

  /// A note.
  public struct Noted: Sendable, Equatable, Codable {
    /// What it says.
    public var text: String
  }

  /// The last act was taken back.
  public struct Undone: Sendable, Equatable, Codable {
    /// What kind of act it was.
    public var act: OrderCommand.Kind
    /// The state from now on, which is the one before the act.
    public var core: WorkOrder.Core
  }
}

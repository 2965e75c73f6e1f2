/// What happened to an order; each carries all that is needed to fold it.
public enum OrderEvent: Sendable, Equatable {
  /// 来件受理.
  case received(Received)
  /// The source changed what it had reported.
  case amended(Amended)
  /// 立案.
  case filed(Filed)
  /// 不予立案.
  case declined(Declined)
  /// 认领.
  case claimed(WorkOrder.Claim)
  /// 接管.
  case takenOver(TakenOver)
  /// 放回.
  case released
  /// 派单.
  case dispatched(Dispatched)
  /// 改派.
  case redispatched(Dispatched)
  /// 签收.
  case signed(Signed)
  /// 反馈.
  case fedBack(FedBack)
  /// 核查.
  case inspected(Inspected)
  /// 结案.
  case closed(Closed)
  /// 重开.
  case reopened(Reopened)
  /// 备注.
  case noted(Noted)
  /// 撤销.
  case undone(Undone)

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

    private enum CodingKeys: String, CodingKey {
      case report
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

    private enum CodingKeys: String, CodingKey {
      case category, urgency, place
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

    private enum CodingKeys: String, CodingKey {
      case unit, category, note, filing
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
  }

  /// Opened again.
  public struct Reopened: Sendable, Equatable, Codable {
    /// Why.
    public var reason: String
    /// What the order waits for from now on.
    public var stage: Stage
    /// When that must be done, UTC.
    public var stageDue: Instant

    private enum CodingKeys: String, CodingKey {
      case reason, stage
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

/// 工单: the one unit that is dispatched, as its events make it.
public struct WorkOrder: Sendable, Equatable {
  /// What commands change and an undo puts back.
  public struct Core: Sendable, Equatable, Codable {
    /// What the order waits for.
    public var stage: Stage
    /// The sub-category it is handled as.
    public var category: CategoryCode?
    /// How pressing it is.
    public var urgency: Urgency
    /// The finest place known.
    public var place: PlaceCode
    /// The unit that leads.
    public var unit: UnitCode?
    /// The units that help.
    public var coUnits: [UnitCode]
    /// When the present stage must be done, UTC; nothing once closed.
    public var stageDue: Instant?
    /// When the handling that runs from dispatch must be done, UTC.
    public var handleDue: Instant?
    /// When all of it must be done, UTC; nothing for an order that arrived closed.
    public var overallDue: Instant?
    /// When the present stage was entered, UTC.
    public var enteredAt: Instant
    /// How the order ended.
    public var outcome: Outcome?
    /// The rung at which it is commanded.
    public var rung: Rung
    /// When it was last sent to a unit, UTC.
    public var dispatchedAt: Instant?
    /// When the caller must have been reached first, UTC.
    public var contactDue: Instant?
    /// 指定承办: whether the unit can't give it back.
    public var assigned: Bool
    /// 直派: whether the city sent it straight to a town's unit.
    public var direct: Bool

    enum CodingKeys: String, CodingKey {
      case stage, category, urgency, place, unit, outcome, rung, assigned, direct
      case coUnits = "co_units"
      case dispatchedAt = "dispatched_at"
      case contactDue = "contact_due"
      case stageDue = "stage_due"
      case handleDue = "handle_due"
      case overallDue = "overall_due"
      case enteredAt = "entered_at"
    }
  }

  /// A seat that has the order in hand.
  public struct Claim: Sendable, Equatable, Codable {
    /// The seat.
    public var seat: SeatCode
    /// The officer on it.
    public var officer: OfficerCode
    /// When the claim lapses, UTC.
    public var until: Instant

    /// Makes a claim that lapses at `until`.
    public init(seat: SeatCode, officer: OfficerCode, until: Instant) {
      self.seat = seat
      self.officer = officer
      self.until = until
    }
  }

  /// The last act that can still be taken back.
  public struct UndoPoint: Sendable, Equatable {
    /// The state before it.
    public var before: Core
    /// What kind of act it was.
    public var act: OrderCommand.Kind
    /// Who did it.
    public var officer: OfficerCode
    /// From which seat.
    public var seat: SeatCode
    /// The helping units that had reported before it.
    public var assisted: Set<UnitCode>
  }

  /// The order's number.
  public let number: OrderNumber
  /// How many events have made it.
  public var version: Int
  /// The state that commands change.
  public var core: Core
  /// The reports that it groups, the first one first.
  public var reports: [Report]
  /// When it arrived, UTC; the overall clock runs from here.
  public let arrivedAt: Instant
  /// Who has it in hand.
  public var claim: Claim?
  /// The last act that can still be taken back.
  public var undo: UndoPoint?
  /// Who fed back for the unit from a terminal of his own; he does not inspect.
  public var handler: OfficerCode?
  /// How often inspection failed.
  public var reworks: Int
  /// How often the source changed what it had reported.
  public var amendments: Int
  /// What was asked for and decided, and the way between units and tiers.
  public var standing = Standing()
  /// What was done for those who reported, and who watches over it.
  public var care = Care()
  /// The orders that it is tied to.
  public var ties = Ties()
  /// What an inspector may want to look into.
  public private(set) var signs = LeadSigns()

  /// What the order waits for: an approval before all else.
  public var stage: Stage { standing.request == nil ? core.stage : .awaitingApproval }
  /// When all of it must be done, UTC; nothing for an order that arrived closed.
  public var overallDue: Instant? { core.overallDue }
  /// Notes what an event that was taken in may be a lead to.
  mutating func noteSigns(_ recorded: RecordedEvent, from before: Core) {
    signs.take(recorded, from: before, to: core)
  }

  /// Whether any of its reports is confidential.
  public var isConfidential: Bool { reports.contains { $0.confidential } }

  /// The claim, when it has not lapsed at `now`.
  public func activeClaim(at now: Instant) -> Claim? {
    claim.flatMap { $0.until > now ? $0 : nil }
  }

  /// The suspension, when the clocks stand still at `now`.
  public func activeSuspension(at now: Instant) -> Suspension? {
    standing.suspension.flatMap { $0.until > now ? $0 : nil }
  }
}

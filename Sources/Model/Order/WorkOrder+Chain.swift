extension WorkOrder {
  /// A request that waits for an approval.
  public struct Request: Sendable, Equatable, Codable {
    /// What is asked for.
    public enum Kind: String, Sendable, Codable, CaseIterable {
      /// 退单.
      case `return`
      /// 挂账.
      case suspension
      /// 延期.
      case `extension`
      /// 返工: a caller is not satisfied.
      case rework
    }

    /// What is asked for.
    public var kind: Kind
    /// Why.
    public var reason: String
    /// The unit that asks; nothing where no unit does.
    public var unit: UnitCode?
    /// The officer who asked or recorded it.
    public var officer: OfficerCode
    /// The call, when it was recorded on the unit's behalf.
    public var call: PhoneCall?
    /// For a suspension: the lawful ground.
    public var ground: String?
    /// For a suspension: when the clocks run on at the latest, UTC.
    public var until: Instant?
    /// For an extension: how much more, in units of `clock`.
    public var amount: Int?
    /// For an extension: the clock of `amount`.
    public var clock: LimitClock?
  }

  /// 挂账: the clocks stand still.
  public struct Suspension: Sendable, Equatable, Codable {
    /// The lawful ground, a code of the city's table.
    public var ground: String
    /// Why.
    public var reason: String
    /// When the clocks stopped, UTC.
    public var from: Instant
    /// When they run on, UTC.
    public var until: Instant
    /// The deadlines as they were, UTC.
    public var before: Deadline
    /// The deadlines from now on, UTC.
    public var after: Deadline

    /// The three deadlines of an order.
    public struct Deadline: Sendable, Equatable, Codable {
      /// When the present stage must be done, UTC.
      public var stage: Instant?
      /// When the handling must be done, UTC.
      public var handle: Instant?
      /// When all of it must be done, UTC.
      public var overall: Instant?

      /// Makes the deadlines.
      public init(stage: Instant?, handle: Instant?, overall: Instant?) {
        self.stage = stage
        self.handle = handle
        self.overall = overall
      }
    }
  }

  /// 领导批示: an instruction from above.
  public struct Instruction: Sendable, Equatable, Codable {
    /// Who gave it.
    public var issuer: String
    /// What it says.
    public var text: String
    /// When it must be done, UTC.
    public var due: Instant
  }

  /// What was asked for and decided, and the way between units and tiers.
  public struct Standing: Sendable, Equatable {
    /// What waits for an approval.
    public var request: Request?
    /// The last suspension.
    public var suspension: Suspension?
    /// How often more time was given.
    public var extensions = 0
    /// How often a unit gave it back.
    public var hops = 0
    /// The unit that gave it back last.
    public var returnedBy: UnitCode?
    /// 首接: the first unit that it was sent to.
    public var firstUnit: UnitCode?
    /// The unit that has signed.
    public var signedUnit: UnitCode?
    /// How often it went up.
    public var escalations = 0
    /// How often it went down.
    public var delegations = 0
    /// The helping units that have reported.
    public var assisted: Set<UnitCode> = []
    /// The last sub-step that was reached.
    public var step: String?
    /// Whether somebody looked on site before filing, and found it as reported.
    public var verified: Bool?

    /// 首接负责: who follows it until another unit has signed.
    public var following: UnitCode? { signedUnit ?? firstUnit }
  }

  /// What was done for those who reported, and who watches over it.
  public struct Care: Sendable, Equatable {
    /// When the caller was reached first, UTC.
    public var contactedAt: Instant?
    /// The reports whose callers were told what came of it.
    public var answered: Set<ReportReference> = []
    /// How often somebody called to ask.
    public var calls = 0
    /// How often it was done once more because a caller was not satisfied.
    public var callerReworks = 0
    /// How it stands with above.
    public var upstream: UpstreamState?
    /// How often the unit was urged.
    public var urges = 0
    /// The level of supervision; 0 for none.
    public var supervision = 0
    /// The instructions from above, in the order of their giving; those struck off are in `struckOff`.
    public var instructions: [Instruction] = []
    /// The instructions that are done with, from 1.
    public var struckOff: Set<Int> = []
    /// The rates that it is left out of, and why.
    public var exclusions: [OrderEvent.Excluded] = []
    /// The thresholds that rules have raised.
    public var raised: [RaisedByRule] = []
  }

  /// The orders that it is tied to.
  public struct Ties: Sendable, Equatable {
    /// An order that was taken in.
    public struct Part: Sendable, Equatable {
      /// Its number.
      public var other: OrderNumber
      /// The reports that it brought.
      public var reports: [ReportReference]
      /// How pressing the order was before.
      var before: Pressure
      /// How pressing it was after.
      var after: Pressure
    }

    /// How pressing an order is: what a merge moves, and a split moves back.
    struct Pressure: Sendable, Equatable {
      let urgency: Urgency
      let callers: Int
      let stageDue: Instant?
      let handleDue: Instant?
      let overallDue: Instant?

      init(_ order: WorkOrder) {
        urgency = order.core.urgency
        callers = order.ties.callers
        stageDue = order.core.stageDue
        handleDue = order.core.handleDue
        overallDue = order.core.overallDue
      }
    }

    /// The orders that were taken in, in the order of their coming.
    public var parts: [Part] = []
    /// The order that it went into.
    public var into: OrderNumber?
    /// The state before it went there.
    public var before: Core?
    /// The orders that do not tell of the same event.
    public var distinct: Set<OrderNumber> = []
    /// How many different people have reported; 1 until orders come together.
    public var callers = 1
    /// The order that it is a part of.
    public var parent: OrderNumber?
    /// The orders that are parts of it, in the order of their making.
    public var children: [Child] = []

    /// An order that is a part of this one.
    public struct Child: Sendable, Equatable {
      /// The report that it was made of.
      public var report: ReportReference
      /// What it is about.
      public var title: String
      /// Whether it is still to be worked on.
      public var isOpen: Bool
    }
  }
}

/// What in an order's events may be a lead, folded with it, so that a journal finds such orders without reading all of them.
///
/// A sign is never taken back: the finder reads the events and decides.
public struct LeadSigns: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: Int

  /// Makes signs of bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// A limit was missed.
  public static let missed = LeadSigns(rawValue: 1)
  /// A unit gave it back.
  public static let returned = LeadSigns(rawValue: 2)
  /// It was found not done, or not solved.
  public static let undone = LeadSigns(rawValue: 4)
  /// A step was skipped.
  public static let skipped = LeadSigns(rawValue: 8)

  /// Takes in an event.
  ///
  /// - Parameters:
  ///   - recorded: the event.
  ///   - before: what the order was before it.
  ///   - after: what it was after it.
  mutating func take(_ recorded: RecordedEvent, from before: WorkOrder.Core, to after: WorkOrder.Core) {
    if LimitMiss(recorded, from: before, to: after) != nil { insert(.missed) }
    switch recorded.event {
    case .returned: insert(.returned)
    case .inspected(let inspected): if !inspected.passed { insert(.undone) }
    case .followedUp(let call): if call.reached, !call.solved { insert(.undone) }
    case .stepped(let stepped): if !stepped.skipped.isEmpty { insert(.skipped) }
    default: break
    }
  }
}

/// The limits that an event ended too late.
struct LimitMiss: Equatable {
  /// The end of the stage's limit, where the stage was left after it.
  var stageDue: Instant?
  /// The end of the whole limit, where all was done after it.
  var overallDue: Instant?

  /// Looks at the step from one state to the next; nothing where no limit was missed.
  init?(_ recorded: RecordedEvent, from before: WorkOrder.Core, to after: WorkOrder.Core) {
    let now = recorded.occurredAt
    let hasLeft = before.stage != after.stage || before.enteredAt != after.enteredAt
    if hasLeft, StageTable.allows(.urge, in: before.stage) {
      stageDue = before.stageDue.flatMap { $0 < now ? $0 : nil }
    }
    if after.stage.isDone, !before.stage.isDone { overallDue = before.overallDue.flatMap { $0 < now ? $0 : nil } }
    if stageDue == nil, overallDue == nil { return nil }
  }
}

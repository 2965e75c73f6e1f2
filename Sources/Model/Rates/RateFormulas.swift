/// The formulas: how an order stands in each rate after its last event.
struct RateFormulas {
  let order: WorkOrder
  let course: RateCourse

  /// How it stands, and when a running one becomes late.
  struct Result: Equatable {
    var standing: RateStanding
    /// For `.running`: from after this instant on it counts in the denominator, UTC.
    var due: Instant?

    init(_ standing: RateStanding, due: Instant? = nil) {
      self.standing = standing
      self.due = due
    }

    /// In the numerator when something holds, and otherwise in the denominator only.
    init(_ holds: Bool) {
      self.init(holds ? .numerator : .denominator)
    }
  }

  private var core: WorkOrder.Core { order.core }
  private var way: RateCourse.Way { course.way }
  /// Whether the order ended without any of what most rates ask.
  private var isOver: Bool { core.stage.isDone }
  /// What left the order out of every rate, before any formula is asked.
  private var common: RateStanding? {
    if core.outcome == .void { return .void }
    if order.ties.into != nil || core.outcome == .duplicate { return .duplicate }
    return nil
  }

  /// Whether an officer has left the order out of a rate, or of all of them.
  func isExcluded(_ rate: Rate?) -> Bool {
    order.care.exclusions.contains { $0.rate.isEmpty || $0.rate == rate?.rawValue }
  }

  /// How the order stands in a rate.
  func result(_ rate: Rate) -> Result {
    if isExcluded(rate) { return Result(.excluded) }
    if let common { return Result(common) }
    if way.cameClosed, rate != .ladder { return Result(.closedAtSource) }
    return switch rate {
    case .response: response
    case .solved: verdict { $0.isSolved }
    case .satisfied: verdict { $0.isSatisfied }
    case .onTime: onTime
    case .rework: rework
    case .filing: filing
    case .dispatchAccuracy: dispatchAccuracy
    case .onSchedule: onSchedule
    case .gridFirst: gridFirst
    case .returned: returned
    case .ladder: ladder
    }
  }

  /// Left out because nothing came of the order that a rate could ask about, or it is on its way.
  private var unsent: Result {
    if way.settled != nil { return Result(.settled) }
    if way.isDeclined { return Result(.declined) }
    return Result(isOver ? .notApplicable : .running)
  }

  private var response: Result {
    if let inTime = course.contactInTime { return Result(inTime) }
    if let due = core.contactDue { return Result(.running, due: due) }
    let isAtCounter = core.stage == .received || core.stage == .filed
    return way.isSent && !isAtCounter ? Result(.notApplicable) : unsent
  }

  private func verdict(_ holds: (RateCourse.Verdict) -> Bool) -> Result {
    if let verdict = way.verdict { return Result(holds(verdict)) }
    if way.isUnreached { return Result(.unreached) }
    return core.stage == .followUp ? Result(.running) : unsent
  }

  private var onTime: Result {
    if way.wasLate { return Result(.denominator) }
    switch core.stage {
    case .dispatched, .handling: return Result(.running, due: core.handleDue)
    case .received, .filed: return Result(.running)
    default: return way.isFedBack && !way.isDeclined && way.settled == nil ? Result(.numerator) : unsent
    }
  }

  private var rework: Result {
    if order.reworks > 0 || order.care.callerReworks > 0 { return Result(.numerator) }
    return way.isInspected ? Result(.denominator) : unsent
  }

  private var filing: Result {
    if way.settled != nil { return Result(.settled) }
    if way.isDeclined { return Result(.denominator) }
    return Result(way.isFiled ? .numerator : .running)
  }

  private var dispatchAccuracy: Result {
    if way.isMisdirected { return Result(.denominator) }
    if way.isSigned { return Result(.numerator) }
    return unsent
  }

  private var returned: Result {
    if order.standing.hops > 0 { return Result(.numerator) }
    if way.isSigned { return Result(.denominator) }
    return unsent
  }

  private var onSchedule: Result {
    if way.settled != nil { return Result(.settled) }
    if way.isDeclined { return Result(.declined) }
    guard let due = core.overallDue else { return Result(isOver ? .notApplicable : .running) }
    return way.doneAt.map { Result($0 <= due) } ?? Result(.running, due: due)
  }

  private var gridFirst: Result {
    let grid = order.reports.lazy.filter { $0.source == .grid }.map(\.reportedAt).min()
    let caller = order.reports.lazy.filter { Rate.callers.contains($0.source) }.map(\.reportedAt).min()
    guard let grid, let caller else { return Result(.notApplicable) }
    return Result(grid < caller)
  }

  private var ladder: Result {
    if way.isDeclined { return Result(.declined) }
    return Result(isOver ? .numerator : .running)
  }

  /// The rung that an order without a unit was closed at; nothing for one that its unit closed, or that is open.
  var rung: Rung? {
    guard result(.ladder).standing == .numerator, core.unit == nil else { return nil }
    return way.settled == .grid ? .grid : core.rung
  }

  /// Whole minutes of the spans that have ended.
  var minutes: SpanMinutes {
    var minutes = SpanMinutes()
    guard !isExcluded(nil), common == nil else { return minutes }
    if let occurred = order.reports.compactMap(\.occurredAt).min() {
      minutes[.discovery] = RateFormulas.minutes(order.arrivedAt.since(occurred))
    }
    if way.cameClosed { return minutes }
    for span in TimedSpan.allCases {
      guard let stage = span.stage, stage != core.stage, let spent = way.spent[stage] else { continue }
      minutes[span] = RateFormulas.minutes(spent)
    }
    if let done = way.doneAt, way.settled == nil, !way.isDeclined {
      minutes[.overall] = RateFormulas.minutes(done.since(order.arrivedAt))
    }
    return minutes
  }

  private static func minutes(_ milliseconds: Int64) -> Int { Int(max(0, milliseconds) / 60_000) }
}

extension Rate {
  /// The sources behind which a caller stands, for `gridFirst`.
  static let callers: Set<Source> = [.hotline, .police]
}

/// What one order adds to the rates: how it stands in each, what it took, and under whom it counts.
public struct RateContribution: Sendable, Equatable {
  /// How it stands in every rate: four bits a rate, in the order of `Rate.index`.
  public var standings: Int64
  /// When it is late in `response`, while that is running, UTC.
  public var contactDue: Instant?
  /// When it is late in `onTime`, while that is running, UTC.
  public var handleDue: Instant?
  /// When it is late in `onSchedule`, while that is running, UTC.
  public var overallDue: Instant?
  /// The rung that it was closed at without a unit; nothing for one that its unit closed, or that is open.
  public var rung: Rung?
  /// Whole minutes of the spans that have ended.
  public var minutes: SpanMinutes
  /// The unit that leads, or did last.
  public var unit: UnitCode?
  /// The unit that gave it back last; it counts there in `returned`.
  public var returnedBy: UnitCode?
  /// Who sent it out first, or else filed, declined or settled it first.
  public var officer: OfficerCode?

  /// Makes a contribution of what was kept.
  public init(
    standings: Int64, contactDue: Instant?, handleDue: Instant?, overallDue: Instant?, rung: Rung?,
    minutes: SpanMinutes, unit: UnitCode?, returnedBy: UnitCode?, officer: OfficerCode?
  ) {
    self.standings = standings
    self.contactDue = contactDue
    self.handleDue = handleDue
    self.overallDue = overallDue
    self.rung = rung
    self.minutes = minutes
    self.unit = unit
    self.returnedBy = returnedBy
    self.officer = officer
  }

  /// Works out what an order adds.
  ///
  /// - Parameters:
  ///   - order: the order, folded from all its events.
  ///   - course: its course, folded from the same.
  public init(_ order: WorkOrder, _ course: RateCourse) {
    let formulas = RateFormulas(order: order, course: course)
    let way = course.way
    let officer = way.sender ?? way.clerk
    self.init(
      standings: 0, contactDue: nil, handleDue: nil, overallDue: nil, rung: formulas.rung, minutes: formulas.minutes,
      unit: way.unit, returnedBy: order.standing.returnedBy,
      officer: officer.flatMap { $0.rawValue.isEmpty ? nil : $0 })
    for rate in Rate.allCases {
      let result = formulas.result(rate)
      set(rate, result.standing)
      switch rate {
      case .response: contactDue = result.due
      case .onTime: handleDue = result.due
      case .onSchedule: overallDue = result.due
      default: break
      }
    }
  }

  /// How the order stands in a rate by its events alone.
  public func standing(_ rate: Rate) -> RateStanding {
    RateStanding(rawValue: Int(standings >> rate.shift & 15)) ?? .notApplicable
  }

  /// How the order stands in a rate at a moment: one that is running and late counts in the denominator.
  public func standing(_ rate: Rate, at now: Instant) -> RateStanding {
    let standing = standing(rate)
    guard standing == .running, let due = due(rate), due < now else { return standing }
    return .denominator
  }

  /// When it is late in a rate, while that is running, UTC.
  public func due(_ rate: Rate) -> Instant? {
    switch rate {
    case .response: contactDue
    case .onTime: handleDue
    case .onSchedule: overallDue
    default: nil
    }
  }

  /// The unit under which it counts in a rate.
  public func unit(for rate: Rate) -> UnitCode? { rate == .returned ? returnedBy ?? unit : unit }

  private mutating func set(_ rate: Rate, _ standing: RateStanding) {
    standings = standings & ~(15 << rate.shift) | Int64(standing.rawValue) << rate.shift
  }
}

extension Rate {
  /// Where the four bits of the rate begin.
  public var shift: Int64 { Int64(index * 4) }
}

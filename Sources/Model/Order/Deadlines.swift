/// Deadlines by the tables of the day; each is written in an event and never derived again.
struct Deadlines {
  let city: CityTables
  let category: CategoryCode?
  /// How pressing the order is under the responses that stand.
  let urgency: Urgency
  let command: OrderCommand.Kind
  private let level: LevelCode?

  /// Makes the deadlines of an order at a place.
  ///
  /// - Parameter responses: the emergency responses that stand; they may change the limits, or the urgency.
  init(
    city: CityTables, under responses: Responses, at place: PlaceCode, category: CategoryCode?, urgency: Urgency,
    command: OrderCommand.Kind
  ) {
    let measures = city.measures(under: responses, at: place, category: category, urgency: urgency)
    self.city = city
    self.category = category
    self.urgency = measures.urgency
    self.command = command
    level = measures.serviceLevel
  }

  func due(_ stage: LimitedStage, from start: Instant) throws(Refusal) -> Instant {
    guard let limit = limit(stage) else {
      throw Refusal(.noLimit, command, subject: stage.rawValue)
    }
    return city.calendar.due(from: start, limit: limit)
  }

  private func limit(_ stage: LimitedStage) -> Limit? {
    city.limit(stage, category: category, urgency: urgency, instead: level)
  }

  /// When all must be done: our own limit from arrival, or the deadline from above where that is earlier.
  func overall(from arrival: Instant, upstream: Upstream?) throws(Refusal) -> Instant {
    let own = try due(.overall, from: arrival)
    return upstream?.deadline.map { min($0, own) } ?? own
  }

  /// The end of a limit that a level need not set.
  func optional(_ stage: LimitedStage, from start: Instant) -> Instant? {
    limit(stage).map { city.calendar.due(from: start, limit: $0) }
  }

  /// The clock of a stage's limit.
  func clock(_ stage: LimitedStage) -> LimitClock {
    limit(stage)?.clock ?? .clockMinutes
  }

  /// A share of a stage's limit.
  ///
  /// - Parameter percent: how much of it, more than zero.
  func due(_ stage: LimitedStage, from start: Instant, percent: Int) throws(Refusal) -> Instant {
    guard let limit = limit(stage) else {
      throw Refusal(.noLimit, command, subject: stage.rawValue)
    }
    let calendar = city.calendar
    let share = Int64(limit.amount) * 60_000 * Int64(percent) / 100
    return switch limit.clock {
    case .clockMinutes: start.adding(milliseconds: share)
    case .workingMinutes: calendar.due(from: start, workingMilliseconds: share)
    case .workingDays:
      calendar.due(from: start, workingMilliseconds: share * Int64(max(1, calendar.minutesPerDay)))
    }
  }
}

/// The order's rules: what a command brings about, or why it does not.
public enum OrderRules {
  /// Decides what a command on an order brings about.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - order: the order; nothing for a report that comes in.
  ///   - authority: who asks.
  ///   - now: when, UTC.
  ///   - city: the tables of that day.
  /// - Returns: the events, in order; at least one.
  /// - Throws: the reason why not.
  public static func decide(
    _ command: OrderCommand, on order: WorkOrder?, by authority: Authority, at now: Instant, in city: CityTables
  ) throws(Refusal) -> [OrderEvent] {
    guard let order else {
      guard case .receive(let report) = command else { throw Refusal(.stage, command.kind) }
      return [try receive(report, at: now, in: city)]
    }
    guard StageTable.allows(command.kind, in: order.stage) else {
      throw Refusal(.stage, command.kind, stage: order.stage)
    }
    let act = Act(kind: command.kind, order: order, authority: authority, now: now, city: city)
    try act.checkScope()
    switch command {
    case .receive: throw Refusal(.stage, .receive, stage: order.stage)
    case .amend(let report): return try act.amend(report)
    case .file(let filing): return [try act.file(filing)]
    case .decline(let declining): return [try act.decline(declining)]
    case .claim: return [try act.claim()]
    case .takeOver: return [try act.takeOver()]
    case .release: return [try act.release()]
    case .dispatch(let dispatching): return try act.dispatch(dispatching)
    case .redispatch(let dispatching): return [try act.redispatch(dispatching)]
    case .sign(let call): return [try act.sign(call)]
    case .feedBack(let feedback): return [try act.feedBack(feedback)]
    case .inspect(let inspecting): return [try act.inspect(inspecting)]
    case .close(let closing): return [try act.close(closing)]
    case .reopen(let reason): return [try act.reopen(reason)]
    case .note(let text): return [.noted(OrderEvent.Noted(text: try act.written(text, "note")))]
    case .undo: return [try act.undo()]
    }
  }

  /// Decides what a report that comes in brings about.
  ///
  /// The clock runs from the moment at which the source took the report in, and never from a later one; a source whose
  /// clock is ahead of ours gains nothing by it.
  private static func receive(
    _ report: Report, at now: Instant, in city: CityTables
  ) throws(Refusal) -> OrderEvent {
    guard city.places[report.place] != nil else {
      throw Refusal(.unknownPlace, .receive, subject: report.place.rawValue)
    }
    if let category = report.category, city.category(category) == nil {
      throw Refusal(.unknownCategory, .receive, subject: category.rawValue)
    }
    let arrived = min(report.reportedAt, now)
    if report.origin?.closedAt != nil {
      return .received(OrderEvent.Received(report: report, arrivedAt: arrived))
    }
    let limits = Deadlines(city: city, category: report.category, urgency: report.urgency, command: .receive)
    return .received(
      OrderEvent.Received(
        report: report, arrivedAt: arrived, stageDue: try limits.due(.file, from: arrived),
        overallDue: try limits.overall(from: arrived, upstream: report.upstream)))
  }
}

/// Deadlines by the tables of the day; each is written in an event and never derived again.
struct Deadlines {
  let city: CityTables
  let category: CategoryCode?
  let urgency: Urgency
  let command: OrderCommand.Kind

  func due(_ stage: LimitedStage, from start: Instant) throws(Refusal) -> Instant {
    guard let limit = city.limit(stage, category: category, urgency: urgency) else {
      throw Refusal(.noLimit, command, subject: stage.rawValue)
    }
    return city.calendar.due(from: start, limit: limit)
  }

  /// When all must be done: our own limit from arrival, or the deadline from above where that is earlier.
  func overall(from arrival: Instant, upstream: Upstream?) throws(Refusal) -> Instant {
    let own = try due(.overall, from: arrival)
    return upstream?.deadline.map { min($0, own) } ?? own
  }
}

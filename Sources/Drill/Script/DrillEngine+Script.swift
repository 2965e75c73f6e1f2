public import Model
import Operations

/// What the conductor does.
extension DrillEngine {
  func standing(of index: Int) -> InjectStanding {
    let inject = script.injects[index]
    if let arrival = trails.arrival(of: inject.reference) { return .arrived(arrival.at) }
    let item = agenda.rest.first { ($0.sort == .inject || $0.sort == .condition) && $0.index == index }
    if let item, item.isOrdered { return .coming(item.at) }
    if script.skipped.contains(inject.id) { return .skipped }
    if let item { return .coming(item.planned.adding(minutes: script.delay(of: index))) }
    guard let condition = inject.trigger.condition else { return .passed }
    switch inject.trigger {
    case .at: return .passed
    case .missing: return scheduled.contains(index) ? .passed : .waiting
    case .done: return act(of: condition) == nil ? .waiting : .passed
    }
  }

  /// Lets the conductor act at a moment of his own.
  ///
  /// - Parameters:
  ///   - command: what he asks.
  ///   - instant: what the drill's clock shows, UTC.
  /// - Throws: `OperationError` when it can't be done, or what the journal throws.
  public mutating func conduct(_ command: ScriptCommand, at instant: Instant) throws {
    try play(before: max(instant, reached.adding(milliseconds: 1)))
    let moment = max(instant, reached.adding(milliseconds: 1))
    let event = try decide(command, at: moment)
    let version = trails.script.count
    let authority: Authority
    do {
      authority = try DrillEngine.authority(of: DrillEngine.conductor, in: plan, city: city)
    } catch {
      throw OperationError.refusedBook(BookRefusal(.role, DrillEngine.conductor.rawValue))
    }
    try act(at: moment) { (turn) throws(OperationError) in
      try turn.operations.write(event, at: version, by: authority, id: turn.id)
    }
  }

  /// What a command of the conductor brings about.
  func decide(_ command: ScriptCommand, at moment: Instant) throws(OperationError) -> ScriptEvent {
    switch command {
    case .fire(let id):
      if case .arrived = try standing(of: id) { throw .refusedBook(BookRefusal(.arrivedAlready, id)) }
      return .fired(ScriptEvent.Naming(inject: id))
    case .skip(let id):
      try checkComing(id)
      return .skipped(ScriptEvent.Naming(inject: id))
    case .delay(let id, let minutes):
      guard DrillEngine.delays.contains(minutes) else { throw DrillEngine.minutesRefusal }
      try checkComing(id)
      return .delayed(ScriptEvent.Delay(inject: id, minutes: minutes))
    case .add(let adding): return .added(try addition(adding, at: moment))
    case .remark(let text):
      return .remarked(ScriptEvent.Remark(text: try written(text, "text")))
    }
  }

  private static let delays = 1...1_440
  private static let minutesRefusal = OperationError.refusedBook(BookRefusal(.minutes, "1 到 1440"))

  private func standing(of id: String) throws(OperationError) -> InjectStanding {
    guard let index = script.index(of: id) else { throw .refusedBook(BookRefusal(.unknownInject, id)) }
    return standing(of: index)
  }

  private func checkComing(_ id: String) throws(OperationError) {
    switch try standing(of: id) {
    case .coming, .waiting: return
    case .arrived: throw .refusedBook(BookRefusal(.arrivedAlready, id))
    case .skipped, .passed: throw .refusedBook(BookRefusal(.passed, id))
    }
  }

  private func addition(
    _ adding: ScriptCommand.Adding, at moment: Instant
  ) throws(OperationError) -> ScriptEvent.Addition {
    guard adding.minutes == 0 || DrillEngine.delays.contains(adding.minutes) else { throw DrillEngine.minutesRefusal }
    guard city.places[adding.place] != nil else {
      throw .refusedBook(BookRefusal(.unknownPlace, adding.place.rawValue))
    }
    if let category = adding.category, city.category(category) == nil {
      throw .refusedBook(BookRefusal(.unknownKind, category.rawValue))
    }
    let id = "X\(script.injects.count - plan.injects.count + 1)"
    let report = Report(
      source: adding.source, sourceID: "DRILL-" + id, reportedAt: moment.adding(minutes: adding.minutes),
      place: adding.place, category: adding.category, urgency: adding.urgency,
      title: try written(adding.title, "title"), text: try written(adding.text, "text"), exercise: true)
    return ScriptEvent.Addition(inject: id, report: report)
  }

  private func written(_ text: String, _ field: String) throws(OperationError) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .refusedBook(BookRefusal(.blank, field)) }
    return text
  }
}

/// Finds the leads in an order's events, rule by rule.
public struct LeadFinder {
  private let city: CityTables
  private var order: WorkOrder
  private var version = 1
  private var enteredBy = 1
  private var saidDone: Int?
  private var returns: [(version: Int, unit: UnitCode)] = []
  private var missed: Set<Instant> = []
  private var leads: [Lead] = []

  /// The leads in an order, in the order of the events that complete them; what still goes on comes last.
  ///
  /// - Parameters:
  ///   - number: the order's number.
  ///   - events: all its events, in order.
  ///   - city: the tables of the day; acts beyond authority are judged by them.
  ///   - now: when, UTC.
  public static func leads(
    _ number: OrderNumber, _ events: some Collection<RecordedEvent>, in city: CityTables, at now: Instant
  ) -> [Lead] {
    guard let first = events.first, let order = WorkOrder(number: number, first: first) else { return [] }
    var finder = LeadFinder(city: city, order: order)
    if case .received(let received) = first.event, received.settlement != nil { finder.saidDone = 1 }
    for event in events.dropFirst() { finder.take(event) }
    finder.look(at: now)
    return finder.leads
  }

  private init(city: CityTables, order: WorkOrder) {
    self.city = city
    self.order = order
  }

  private mutating func take(_ recorded: RecordedEvent) {
    let before = order
    guard order.apply(recorded) else { return }
    version += 1
    if AuthorityBreach(recorded, on: before, in: city) != nil { add(.beyondAuthority, before, [version]) }
    takeLimits(recorded, before)
    takeWork(recorded, before)
    if order.core.stage != before.core.stage || order.core.enteredAt != before.core.enteredAt { enteredBy = version }
  }

  /// The limits that ended with the event.
  private mutating func takeLimits(_ recorded: RecordedEvent, _ before: WorkOrder) {
    guard let miss = LimitMiss(recorded, from: before.core, to: order.core) else { return }
    // An undo leads back into a stage whose limit was told of already.
    if let due = miss.stageDue, missed.insert(due).inserted {
      add(LeadFinder.rule(before.core.stage), before, [enteredBy, version], due: due)
    }
    if let due = miss.overallDue { add(.lateOverall, before, [1, version], due: due) }
  }

  /// What was said and what was found.
  private mutating func takeWork(_ recorded: RecordedEvent, _ before: WorkOrder) {
    switch recorded.event {
    case .returned(let returned): returns.append((version, returned.unit))
    case .signed:
      guard returns.count >= 2, let unit = before.core.unit, returns.contains(where: { $0.unit == unit }) else {
        return
      }
      add(.shirked, before, returns.map(\.version) + [version])
      returns = []
    case .fedBack, .settled: saidDone = version
    case .inspected(let inspected):
      if !inspected.passed { add(.notDone, before, [saidDone, version].compactMap { $0 }) }
    case .followedUp(let call):
      if call.reached, !call.solved { add(.notSolved, before, [saidDone, version].compactMap { $0 }) }
    case .stepped(let stepped): if !stepped.skipped.isEmpty { add(.skipped, before, [version]) }
    case .undone(let undone):
      // An inspection that was taken back has found nothing.
      if undone.act == .inspect, let index = leads.lastIndex(where: { $0.rule == .notDone }) { leads.remove(at: index) }
    default: break
    }
  }

  /// What goes on beyond its limit now.
  private mutating func look(at now: Instant) {
    guard StageTable.allows(.urge, in: order.core.stage) else { return }
    if let due = order.core.stageDue, due < now, missed.insert(due).inserted {
      add(LeadFinder.rule(order.core.stage), order, [enteredBy], due: due, isRunning: true)
    }
    if let due = order.core.overallDue, due < now { add(.lateOverall, order, [1], due: due, isRunning: true) }
  }

  /// A stage in which somebody should take the order is missed by not acting, any other one by acting late.
  private static func rule(_ stage: Stage) -> Lead.Rule {
    stage == .received || stage == .dispatched ? .untaken : .lateStage
  }

  private mutating func add(
    _ rule: Lead.Rule, _ order: WorkOrder, _ evidence: [Int], due: Instant? = nil, isRunning: Bool = false
  ) {
    leads.append(
      Lead(
        rule: rule, unit: order.core.unit, stage: order.core.stage, due: due, evidence: evidence, isRunning: isRunning))
  }
}

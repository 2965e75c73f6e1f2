public import Journal
public import Model

/// Runs a drill: state and virtual time in, reports and commands on the journal out.
///
/// Everything happens at its own moment, whichever steps time is advanced in; nothing looks at the wall clock or draws
/// anything at random. What happened is read back from the journal, so that a run that was cut off goes on.
public struct DrillEngine: Sendable {
  /// The drill.
  public let plan: DrillPlan
  /// The recorded commands that were not carried out, in their order.
  public internal(set) var undone: [UndoneCommand] = []
  /// How far virtual time has come, UTC.
  public internal(set) var now: Instant
  let city: CityTables
  var store: any JournalStore
  let answer: [AnswerLine]
  let translate: DrillTranslation
  var agenda: Agenda
  var trails = OrderTrails()
  var scheduled: Set<Int> = []
  /// The injects that are on the agenda because the conductor has them arrive.
  var ordered: Set<String> = []
  /// The script as the conductor has changed it.
  var script: DrillScript

  /// Takes a drill up where its journal ends.
  ///
  /// - Parameters:
  ///   - plan: the drill.
  ///   - city: the city's tables.
  ///   - store: the drill's journal.
  ///   - answer: the recorded commands, in the order of their times.
  ///   - translate: reads their words.
  /// - Throws: `DrillError` with code `otherJournal`, or what the journal throws.
  public init(
    plan: DrillPlan, city: CityTables, store: any JournalStore, answer: [AnswerLine],
    translate: @escaping DrillTranslation
  ) throws {
    try plan.check(store, city: city)
    self.plan = plan
    self.city = city
    self.store = store
    self.answer = answer
    self.translate = translate
    now = plan.start
    agenda = Agenda([])
    script = DrillScript(plan, [])
    try trails.catchUp(store)
    layOut()
  }

  /// Puts on the agenda what is still to happen after all that the journal has.
  mutating func layOut() {
    var items = plan.background.enumerated().map {
      AgendaItem(at: $0.element.at, sort: .background, index: $0.offset)
    }
    for (index, inject) in plan.injects.enumerated() {
      if case .at(let instant) = inject.trigger { items.append(AgendaItem(at: instant, sort: .inject, index: index)) }
    }
    items += answer.enumerated().map { AgendaItem(at: $0.element.at, sort: .command, index: $0.offset) }
    agenda = Agenda(items)
    scheduled = []
    script = DrillScript(plan, trails.script)
    ordered = []
    schedule(notBefore: plan.start)
    skipDone()
  }

  /// The score of what the journal has, as far as the run has read it.
  public var score: DrillScore { DrillScoring(plan: plan, trails: trails).score }

  /// Whether the drill is over.
  public var isOver: Bool { now >= plan.end }

  /// Lets virtual time go on; all that is due up to then, it included, happens in its order.
  public mutating func advance(to instant: Instant) throws {
    let target = min(instant, plan.end)
    while try carryOutNext(where: { $0.at <= target }) > 0 {}
    now = max(now, target)
  }

  /// Carries out what is next, and sees what follows from it; reports of the background that follow one another go
  /// into the journal together.
  ///
  /// - Parameter isDue: whether something is to be carried out yet.
  /// - Returns: how much of the agenda was carried out; 0 when nothing is due.
  mutating func carryOutNext(where isDue: (AgendaItem) -> Bool) throws -> Int {
    guard let item = agenda.next, isDue(item) else { return 0 }
    let run = backgroundRun(where: isDue)
    if let last = run.last {
      for _ in run { agenda.pass() }
      try takeIn(run)
      try trails.catchUp(store)
      schedule(notBefore: last.at)
      return run.count
    }
    agenda.pass()
    if putOff(item) { return 1 }
    try perform(item)
    try trails.catchUp(store)
    schedule(notBefore: item.at)
    return 1
  }

  /// Sets the clock that all processes on the journal share to the virtual time, standing still.
  public func showClock() throws {
    try store.setClock(ClockSetting(feed: now, wall: now, speed: 1_000, paused: true))
  }

  /// What the drill's journal must be, the same for every run.
  public static func identity(of plan: DrillPlan, city: CityTables, digest: String) -> JournalIdentity {
    JournalIdentity(
      kind: .drill, site: plan.site(city.site), city: city.code, cityDigest: digest, openedAt: plan.start)
  }

  /// The account that all of a drill comes through.
  public static let account = "drill"
}

extension DrillPlan {
  /// Looks whether a journal is one of this drill.
  ///
  /// - Throws: `DrillError` with code `otherJournal`.
  public func check(_ store: any JournalStore, city: CityTables) throws(DrillError) {
    let identity = store.identity
    guard identity.kind == .drill, identity.city == city.code, identity.site == site(city.site) else {
      throw DrillError(.otherJournal, path: identity.site, reason: "日志不是这个演练的；来件或时间改过就要换一本新日志")
    }
  }
}

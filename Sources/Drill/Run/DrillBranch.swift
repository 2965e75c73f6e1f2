public import Journal
public import Model

/// A drill that goes on from an earlier moment of another one: what its journal holds when it begins.
///
/// The parent is only read. What it recorded up to the moment goes along as it is, personal data included; only the
/// opening event is another one, which names the parent, and with it the values of the chain.
public struct DrillBranch: Sendable {
  /// The new journal's first event.
  public let opening: StoredEvent
  /// What follows it.
  public let events: [RestoredEvent]
  /// The clock that all processes on the new journal share: at the moment, standing still.
  public let clock: ClockSetting
  /// Where the parent was left.
  public let parent: JournalParent

  /// Reads a drill up to a moment.
  ///
  /// - Parameters:
  ///   - store: the parent.
  ///   - name: the parent's file name, without its folder.
  ///   - plan: the drill.
  ///   - moment: when the new journal goes on, UTC.
  ///   - wall: what the wall clock shows, UTC, where somebody plays the parent while its clock goes; nothing counts
  ///     what it showed when it was last set.
  ///   - city: the city's tables.
  /// - Throws: `DrillError` with code `otherJournal`, or `momentOutside` for a moment before the beginning, from the end
  ///   on, or that the parent has not come to; or what the journal throws.
  public init(
    of store: any JournalStore, named name: String, plan: DrillPlan, at moment: Instant, wall: Instant? = nil,
    city: CityTables
  ) throws {
    try plan.check(store, city: city)
    let setting = try store.clock()
    let reading = try DrillBranch.read(store, through: moment)
    let shown = setting.map { setting in wall.map { setting.now(wall: $0) } ?? setting.feed }
    try DrillBranch.check(
      moment, in: plan, reached: max(shown ?? plan.start, reading.end), named: name,
      zone: city.calendar.zone)
    guard let first = reading.events.first, let last = reading.last else {
      throw JournalError(.missing, subject: name, detail: "no opening event")
    }
    parent = JournalParent(
      journal: name, sequence: last.event.header.sequence, head: JournalDigest.hex(last.chain))
    opening = try StoredEvent.opening(
      try first.event.openedIdentity().going(onFrom: parent), account: first.event.header.account)
    events = Array(reading.events.dropFirst())
    clock = ClockSetting(
      feed: moment, wall: moment, speed: setting?.speed ?? plan.speeds.min() ?? 1_000, paused: true)
  }

  /// Writes the new journal.
  ///
  /// - Parameter child: a store that has the opening event and nothing else.
  public func write(into child: any JournalStore) throws(JournalError) {
    try child.restore(events)
    try child.setClock(clock)
  }

  private struct Reading {
    var events: [RestoredEvent] = []
    var last: ChainedEvent?
    /// When the parent's last event was recorded, UTC.
    var end = Instant(milliseconds: 0)
  }

  /// Reads the whole journal, and keeps what was recorded up to a moment.
  private static func read(_ store: any JournalStore, through moment: Instant) throws(JournalError) -> Reading {
    var reading = Reading()
    var from: Int64 = 1
    var isPast = false
    while true {
      let batch = try store.chainedEvents(from: from, limit: 1_000)
      guard let final = batch.last else { return reading }
      for chained in batch {
        let header = chained.event.header
        isPast = isPast || header.recordedAt > moment
        guard !isPast else { continue }
        let personal = header.personalDigest.isEmpty ? nil : try store.personal(header.sequence)
        reading.events.append(RestoredEvent(event: chained.event, personal: personal))
        reading.last = chained
      }
      reading.end = final.event.header.recordedAt
      from = final.event.header.sequence + 1
    }
  }

  private static func check(
    _ moment: Instant, in plan: DrillPlan, reached: Instant, named name: String, zone: ZoneOffsets
  ) throws(DrillError) {
    func text(_ instant: Instant) -> String { DrillTime.text(instant, in: zone) }
    guard moment >= plan.start else {
      throw DrillError(
        .momentOutside, path: name, reason: "\(text(moment)) 在开演以前；演练 \(text(plan.start)) 开始，请给这以后的时间")
    }
    guard moment < plan.end else {
      throw DrillError(
        .momentOutside, path: name, reason: "\(text(moment)) 演练已经结束；演练 \(text(plan.end)) 结束，请给这以前的时间")
    }
    guard moment <= reached else {
      throw DrillError(
        .momentOutside, path: name,
        reason: "还没有演到 \(text(moment))，日志只到 \(text(reached))；请给这以前的时间，正演着的先暂停再分")
    }
  }
}

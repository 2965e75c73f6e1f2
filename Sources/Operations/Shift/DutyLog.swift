public import Journal
public import Model

/// 值班日志: what happened in a span of time, drawn from the journal.
public struct DutyLog: Sendable, Equatable {
  /// What is counted.
  public enum Count: String, Sendable, CaseIterable {
    /// 派单, 改派.
    case dispatched
    /// 结案, 不予立案.
    case closed
    /// 催办.
    case urged
    /// 督办, 批示.
    case supervised
    /// 退单.
    case returned
    /// 挂账.
    case suspended
    /// 上报.
    case escalated
  }

  /// Something that has a line of its own.
  public struct Entry: Sendable, Equatable {
    /// The columns.
    public let header: EventHeader
    /// What happened.
    public let event: JournalEvent
    /// What the order is about; empty where none is concerned.
    public var title: String
  }

  /// From when on, UTC.
  public let from: Instant
  /// Until when, UTC; this moment is not part of it.
  public let to: Instant
  /// The town that it is about; nothing for the whole city.
  public let town: PlaceCode?
  /// Arrivals by source.
  public private(set) var bySource: [Source: Int] = [:]
  /// Arrivals by town; nothing stands for what lies in no town.
  public private(set) var byTown: [PlaceCode?: Int] = [:]
  /// What was done, how often.
  public private(set) var counts: [Count: Int] = [:]
  /// What has a line of its own, in the order in which it happened.
  public internal(set) var entries: [Entry] = []

  /// Begins an empty log.
  public init(from: Instant, to: Instant, town: PlaceCode?) {
    self.from = from
    self.to = to
    self.town = town
  }

  /// How many reports made an order.
  public var arrivals: Int { bySource.values.reduce(0, +) }

  /// Takes an event in when it belongs into the log.
  mutating func take(_ header: EventHeader, _ event: JournalEvent) {
    guard header.occurredAt >= from, header.occurredAt < to, town == nil || header.town == town else { return }
    switch event {
    case .opened, .points, .script: break
    case .response, .shift: entries.append(Entry(header: header, event: event, title: ""))
    case .order(let order):
      count(header, order)
      if DutyLog.isBig(order) { entries.append(Entry(header: header, event: event, title: "")) }
    }
  }

  /// Puts the entries into the order in which they happened.
  mutating func sort() {
    entries.sort {
      ($0.header.occurredAt.milliseconds, $0.header.sequence) < ($1.header.occurredAt.milliseconds, $1.header.sequence)
    }
  }

  private mutating func count(_ header: EventHeader, _ event: OrderEvent) {
    switch event {
    case .received(let received) where received.parent == nil:
      bySource[received.report.source, default: 0] += 1
      byTown[header.town, default: 0] += 1
    case .dispatched, .redispatched: counts[.dispatched, default: 0] += 1
    case .closed, .declined: counts[.closed, default: 0] += 1
    case .urged: counts[.urged, default: 0] += 1
    case .supervised, .instructed: counts[.supervised, default: 0] += 1
    case .returned: counts[.returned, default: 0] += 1
    case .suspended: counts[.suspended, default: 0] += 1
    case .escalated: counts[.escalated, default: 0] += 1
    default: break
    }
  }

  /// 大事: what is of top urgency when it comes in or is filed, and what is supervised, instructed or given back.
  private static func isBig(_ event: OrderEvent) -> Bool {
    switch event {
    case .received(let received): received.report.urgency == .critical
    case .filed(let filed): filed.urgency == .critical
    case .supervised, .instructed, .struckOff, .returned: true
    default: false
    }
  }
}

extension Operations {
  /// How long after a log's end events are looked for that happened within it and were recorded late.
  static let lateRecordMinutes = 1_440

  /// Draws the log of a span of time.
  ///
  /// What happened within it and was recorded more than a day after its end is not in it.
  ///
  /// - Parameters:
  ///   - from: from when on, UTC.
  ///   - to: until when, UTC.
  ///   - town: a town; nothing for the whole city.
  public func dutyLog(from: Instant, to: Instant, town: PlaceCode?) throws(OperationError) -> DutyLog {
    try reading { (store) throws(JournalError) in
      var log = DutyLog(from: from, to: to, town: town)
      let last = to.adding(minutes: Operations.lateRecordMinutes)
      try store.eachEvent(recordedFrom: from) { (event) throws(JournalError) in
        guard event.header.recordedAt < last else { return false }
        log.take(event.header, try event.decoded())
        return true
      }
      log.sort()
      for index in log.entries.indices {
        guard let number = log.entries[index].header.stream.orderNumber else { continue }
        log.entries[index].title = try store.row(number, seat: "")?.title ?? ""
      }
      return log
    }
  }
}

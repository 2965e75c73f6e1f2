public import Journal
public import Model
public import Operations

/// Finds the orders of a live journal that break in over a drill: those of top urgency that came in since it began to
/// look, and those that nobody has in hand yet.
public struct LiveOrderFinder: Sendable {
  /// How many rows or events are read in one go.
  private let step: Int
  /// The last event that was looked at; nothing before the first look.
  private var sequence: Int64?

  /// Begins to look at the next call.
  ///
  /// - Parameter step: how many rows or events are read in one go, 2 at least.
  public init(step: Int = 200) { self.step = max(2, step) }

  /// Looks at what has happened since the last look; at the first one, at all that waits for a dispatcher.
  ///
  /// An order that was told before can come again, when something has happened to it that leaves it nobody's.
  ///
  /// - Parameters:
  ///   - viewpoint: the live journal as a seat sees it.
  ///   - now: the time, UTC, by which claims lapse.
  public mutating func look(_ viewpoint: Viewpoint, at now: Instant) throws(JournalError) -> [LiveOrder] {
    let store = viewpoint.operations.store
    var found: [OrderRow] = []
    if let sequence {
      var last = sequence
      while case let events = try store.events(from: last + 1, limit: step), let end = events.last {
        last = end.header.sequence
        found += try pressing(among: events, viewpoint, at: now)
      }
      self.sequence = last
    } else {
      // What comes while the lists are read is looked at the next time.
      let head = try store.head().sequence
      for stage in [Stage.received, .filed] { found += try waiting(in: stage, viewpoint, at: now) }
      sequence = head
    }
    return found.map { LiveOrder($0, in: viewpoint.city) }
  }

  private func waiting(in stage: Stage, _ viewpoint: Viewpoint, at now: Instant) throws(JournalError) -> [OrderRow] {
    var found: [OrderRow] = []
    var anchor = PageAnchor.top
    var hasMore = true
    while hasMore {
      let page = try viewpoint.page(
        OrderQuery(tab: .stage(stage), sort: .oldest), anchor: anchor, before: 0, after: step,
        effort: .full)
      // The anchor is the last row of the page before.
      found += page.rows.filter { isWaiting($0, at: now) && $0.number != found.last?.number }
      guard let last = page.rows.last else { break }
      anchor = .around(SortKey(last))
      hasMore = page.hasAfter
    }
    return found
  }

  private func pressing(
    among events: [StoredEvent], _ viewpoint: Viewpoint, at now: Instant
  ) throws(JournalError) -> [OrderRow] {
    var seen: Set<OrderNumber> = []
    let arrived = Set(
      events.filter { $0.header.type == EventType.received.rawValue }.compactMap { $0.header.stream.orderNumber })
    var found: [OrderRow] = []
    for number in events.compactMap({ $0.header.stream.orderNumber }) where seen.insert(number).inserted {
      guard let row = try viewpoint.row(number), row.urgency == .critical, row.stage.isOpen,
        arrived.contains(number) || isWaiting(row, at: now)
      else { continue }
      found.append(row)
    }
    return found
  }

  /// Whether an order of top urgency is in nobody's hands yet.
  private func isWaiting(_ row: OrderRow, at now: Instant) -> Bool {
    row.urgency == .critical && (row.stage == .received || row.stage == .filed)
      && row.claim.map { $0.until <= now } ?? true
  }
}

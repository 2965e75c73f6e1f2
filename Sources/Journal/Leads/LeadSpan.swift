public import Model

/// Over which orders leads are looked for.
public struct LeadSpan: Sendable, Equatable {
  /// The first day of arrival, `YYYYMMDD`.
  public var from: Int
  /// The last one.
  public var to: Int
  /// The town; nothing for the whole city.
  public var town: PlaceCode?
  /// The moment at which something is late, UTC.
  public var now: Instant

  /// Makes a span.
  public init(from: Int, to: Int, town: PlaceCode? = nil, now: Instant) {
    self.from = from
    self.to = to
    self.town = town
    self.now = now
  }

  /// Whether there may be leads in an order of the span.
  public func suspects(_ row: OrderRow) -> Bool {
    guard (from...max(from, to)).contains(row.number.day), town == nil || row.town == town else { return false }
    if !row.signs.isEmpty { return true }
    guard !row.stage.isDone else { return false }
    return [row.stageDue, row.overallDue].contains { due in due.map { $0 < now } ?? false }
  }
}

import Journal
import Model

extension MemoryState {
  func file(_ number: OrderNumber) throws(JournalError) -> OrderFile? {
    guard let entry = projections.orders[number] else { return nil }
    var events: [DecodedEvent] = []
    for stored in log.events(of: .order(number)) { events.append(try stored.decodedOrderEvent()) }
    let reporters = events.compactMap { event in
      log.personal[event.header.sequence].map { (event.header.sequence, $0.data) }
    }
    return OrderFile(
      order: entry.order, events: events,
      reporters: Dictionary(reporters, uniquingKeysWith: { first, _ in first }))
  }

  func row(_ number: OrderNumber, seat: SeatCode) -> OrderRow? {
    projections.orders[number].map { mark($0.row, for: seat) }
  }

  func mark(_ row: OrderRow, for seat: SeatCode) -> OrderRow {
    var row = row
    row.unread = (seen[seat]?[row.number] ?? 0) < row.version
    return row
  }

  /// All rows of a list, in its order; with `.newest` only so many of the newest.
  func list(_ query: OrderQuery, effort: SearchEffort, newest: Int) -> (rows: [OrderRow], isPartial: Bool) {
    var matching = projections.orders.values.filter { query.selects($0) }
    var isPartial = false
    if query.filter?.isEmpty == false, effort == .newest, matching.count > newest {
      matching.sort { $0.row.number > $1.row.number }
      matching.removeLast(matching.count - newest)
      isPartial = true
    }
    let rows = matching.map(\.row).sorted { query.sort.precedes(SortKey($0), SortKey($1)) }
    return (rows, isPartial)
  }

  func shared(by units: Set<UnitCode>, outside town: PlaceCode?, seat: SeatCode) -> [OrderRow] {
    projections.orders.values.map(\.row)
      .filter { (town == nil || $0.town != town) && $0.shares.contains(where: units.contains) }
      .sorted { $0.number < $1.number }.map { mark($0, for: seat) }
  }

  func late(at now: Instant, towns: [PlaceCode], bound: Int) -> [PlaceCode: BoundedCount] {
    var late: [PlaceCode: Int] = [:]
    for entry in projections.orders.values {
      guard entry.row.stage.isOpen, let town = entry.row.town, towns.contains(town), let due = entry.row.stageDue,
        due < now
      else { continue }
      late[town, default: 0] += 1
    }
    return late.mapValues { BoundedCount(value: min($0, bound), isMore: $0 > bound) }
  }

  func arrivals(from first: Int64, to last: Int64, town: PlaceCode?) -> [HourlyArrivals] {
    var hours: [Int64: Int] = [:]
    for (arrival, count) in projections.arrivals
    where arrival.hour >= first && arrival.hour <= last && (town == nil || arrival.town == town) {
      hours[arrival.hour, default: 0] += count
    }
    return hours.sorted { $0.key < $1.key }.map { HourlyArrivals(hour: $0.key, count: $0.value) }
  }

  func recent(limit: Int, town: PlaceCode?) -> [StoredEvent] {
    let newest = log.events.reversed().lazy.map(\.event).filter { event in
      event.header.stream.kind == .order && (town == nil || event.header.town == town)
    }
    return Array(newest.prefix(max(0, limit)))
  }

  func candidates(
    near number: OrderNumber, town: PlaceCode?, from: Instant, to: Instant, limit: Int
  ) -> [CorrelationCandidate] {
    let rows = projections.orders.values.map(\.row).filter { town == nil || $0.town == town }
      .sorted { $0.number > $1.number }
    let near = rows.filter { $0.number > number }.suffix(limit) + rows.filter { $0.number < number }.prefix(limit)
    return near.filter { $0.arrivedAt >= from && $0.arrivedAt <= to }.map { CorrelationCandidate($0) }
  }

  func claims(of seat: SeatCode, at now: Instant) -> [OrderRow] {
    projections.orders.values
      .filter { $0.row.stage.isOpen && $0.order.activeClaim(at: now)?.seat == seat }
      .sorted { left, right in
        let first = left.row.claim?.until ?? now
        let second = right.row.claim?.until ?? now
        return first == second ? left.row.number < right.row.number : first < second
      }
      .map { mark($0.row, for: seat) }
  }
}

extension OrderQuery {
  fileprivate func selects(_ entry: MemoryProjections.Entry) -> Bool {
    let row = entry.row
    guard town == nil || row.town == town || row.shares.contains(where: abroad.contains), source == nil || row.source == source, unit == nil || row.unit == unit
    else { return false }
    switch tab {
    case .all: break
    case .open: guard row.stage.isOpen else { return false }
    case .stage(let stage): guard row.stage == stage else { return false }
    }
    guard let filter, !filter.isEmpty else { return true }
    let match = TextMatch(filter)
    guard hidesConfidential, row.confidential else {
      return match.matches(row) || match.matches(FoldedText(entry.order.reports))
    }
    return match.matches(row.inTownOnly)
  }
}

extension OrderQuery.Sort {
  fileprivate func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
    switch self {
    case .due: left.instant == right.instant ? left.number < right.number : left.instant < right.instant
    case .newest: left.number > right.number
    case .oldest: left.number < right.number
    }
  }

  /// Where in a list an anchor lies: the index of the first row from it on.
  func index(of anchor: PageAnchor, in rows: [OrderRow]) -> Int {
    switch anchor {
    case .top: 0
    case .bottom: rows.count
    case .around(let key): rows.firstIndex { !precedes(SortKey($0), key) } ?? rows.count
    }
  }
}

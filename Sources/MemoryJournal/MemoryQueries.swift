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
    var matching = projections.orders.values.filter { query.selects($0.row, reports: $0.order.reports) }
    var isPartial = false
    if query.filter?.isEmpty == false, effort == .newest, matching.count > newest {
      matching.sort { $0.row.number > $1.row.number }
      matching.removeLast(matching.count - newest)
      isPartial = true
    }
    let rows = matching.map(\.row).sorted { SortKey($0).precedes(SortKey($1), in: query.sort) }
    return (rows, isPartial)
  }

  private var rows: some Sequence<OrderRow> { projections.orders.values.lazy.map(\.row) }

  func shared(by units: Set<UnitCode>, outside town: PlaceCode?, seat: SeatCode) -> [OrderRow] {
    rows.shared(by: units, outside: town).map { mark($0, for: seat) }
  }

  func late(at now: Instant, towns: [PlaceCode], bound: Int) -> [PlaceCode: BoundedCount] {
    rows.late(at: now, towns: towns, bound: bound)
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

  func raisesDue(_ steps: [RaisingStep], before now: Instant, limit: Int) -> [OrderNumber] {
    let due = projections.runs.filter { _, run in steps.contains { run.awaits($0, at: now) } }
    return due.sorted { ($0.value.due, $0.key) < ($1.value.due, $1.key) }.prefix(max(0, limit)).map(\.key)
  }

  func suspects(_ span: LeadSpan, after last: OrderNumber?, limit: Int) -> [OrderNumber] {
    let numbers = projections.orders.values.filter { span.suspects($0.row) }.map(\.row.number)
    return Array(numbers.filter { number in last.map { $0 < number } ?? true }.sorted().prefix(max(0, limit)))
  }

  func standing(at sequence: Int64, through greatest: OrderNumber) -> PastStanding {
    var standing = PastStanding(cells: [:], open: [], changed: [])
    let rows = projections.orders.values.map(\.row).filter { $0.number <= greatest }
    for row in rows.sorted(by: { $0.number < $1.number }) {
      if row.lastSequence > sequence {
        standing.changed.append(row.number)
      } else {
        standing.cells[Board.Cell(row), default: 0] += 1
        if row.stage.isOpen { standing.open.append(row.number) }
      }
    }
    return standing
  }

  func claims(of seat: SeatCode, at now: Instant) -> [OrderRow] {
    rows.claims(of: seat, at: now).map { mark($0, for: seat) }
  }
}

extension OrderQuery.Sort {
  /// Where in a list an anchor lies: the index of the first row from it on.
  func index(of anchor: PageAnchor, in rows: [OrderRow]) -> Int {
    switch anchor {
    case .top: 0
    case .bottom: rows.count
    case .around(let key): rows.firstIndex { !SortKey($0).precedes(key, in: self) } ?? rows.count
    }
  }
}

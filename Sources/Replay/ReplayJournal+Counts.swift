public import Journal
public import Model

extension ReplayJournal {
  /// The counts of the moment.
  public func board() throws(JournalError) -> Board { Board(orders: try moment().cells) }

  /// Late orders by town; see `JournalStore`.
  public func late(
    at now: Instant, towns: [PlaceCode], bound: Int
  ) throws(JournalError) -> [PlaceCode: BoundedCount] {
    try moment().rows.late(at: now, towns: towns, bound: bound)
  }

  /// Arrivals by hour, of the last day before the moment; see `JournalStore`.
  public func arrivals(
    from first: Int64, to last: Int64, town: PlaceCode?
  ) throws(JournalError) -> [HourlyArrivals] {
    var hours: [Int64: Int] = [:]
    for (arrival, count) in try moment().arrivals
    where (first...max(first, last)).contains(arrival.hour) && (town == nil || arrival.town == town) {
      hours[arrival.hour, default: 0] += count
    }
    return hours.sorted { $0.key < $1.key }.map { HourlyArrivals(hour: $0.key, count: $0.value) }
  }

  /// What had been learned by then, where the moment was made of all events; nothing otherwise, since it is not kept.
  public func learned(_ terms: [String], category: CategoryCode?) throws(JournalError) -> LearnedCounts {
    let moment = try moment()
    return moment.anchor == 0 ? moment.learned.restricted(to: terms, category: category) : LearnedCounts()
  }

  /// The last events of orders before the moment; see `JournalStore`.
  public func recent(limit: Int, town: PlaceCode?) throws(JournalError) -> [StoredEvent] {
    var found: [StoredEvent] = []
    var end = try moment().sequence
    var chunk: Int64 = 200
    while found.count < limit, end > 0 {
      let first = max(1, end - chunk + 1)
      let events = try journal.events(from: first, limit: Int(end - first + 1))
      found += events.reversed().filter { event in
        event.header.stream.kind == .order && (town == nil || event.header.town == town)
      }
      end = first - 1
      chunk *= 2
    }
    return Array(found.prefix(max(0, limit)))
  }

  /// Nothing: what was due then was raised then.
  public func raisesDue(
    _ steps: [RaisingStep], before now: Instant, limit: Int
  ) throws(JournalError) -> [OrderNumber] {
    []
  }

  /// The limit that an order was under; see `JournalStore`.
  public func limitRun(_ number: OrderNumber) throws(JournalError) -> LimitRun? {
    if let entry = try moment().entries[number] { return LimitRun(entry.order) }
    return try row(number, seat: "") == nil ? nil : journal.limitRun(number)
  }

  /// Hands on events up to the moment; see `JournalStore`.
  public func chainedEvents(from sequence: Int64, limit: Int) throws(JournalError) -> [ChainedEvent] {
    let last = try moment().sequence
    return try journal.chainedEvents(from: sequence, limit: min(limit, Int(max(0, last - max(1, sequence) + 1))))
  }

  /// The sequence of a command's first event; see `JournalStore`.
  public func firstSequence(of command: String) throws(JournalError) -> Int64? {
    let last = try moment().sequence
    return try journal.firstSequence(of: command).flatMap { $0 <= last ? $0 : nil }
  }

  /// The events of a stream up to the moment.
  public func events(of stream: StreamID) throws(JournalError) -> [StoredEvent] {
    let last = try moment().sequence
    return try journal.events(of: stream).filter { $0.header.sequence <= last }
  }

  /// The last events of a stream before the moment; see `JournalStore`.
  public func lastEvents(of stream: StreamID, limit: Int) throws(JournalError) -> [StoredEvent] {
    try events(of: stream).suffix(max(0, limit))
  }

  /// The personal data beside an event that had happened.
  public func personal(_ sequence: Int64) throws(JournalError) -> PersonalRecord? {
    try moment().sequence >= sequence ? journal.personal(sequence) : nil
  }
}

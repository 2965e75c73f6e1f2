public import Journal
public import Model

extension ReplayJournal {
  /// The last sequence that is shown and the chain's value there.
  public func head() throws(JournalError) -> JournalHead {
    let sequence = try moment().sequence
    guard let last = try journal.chainedEvents(from: sequence, limit: 1).first, sequence > 0 else {
      return JournalHead(sequence: 0, chain: JournalDigest.hex(ChainHasher.journalGenesis))
    }
    return JournalHead(sequence: sequence, chain: JournalDigest.hex(last.chain))
  }

  /// An order with its events up to the moment; see `JournalStore`.
  public func order(_ number: OrderNumber) throws(JournalError) -> OrderFile? {
    guard let file = try journal.order(number) else { return nil }
    return try cut(file, at: try moment().sequence)
  }

  /// Several orders at once; see `JournalStore`.
  public func orders(_ numbers: [OrderNumber]) throws(JournalError) -> [OrderFile] {
    let sequence = try moment().sequence
    var files: [OrderFile] = []
    for file in try journal.orders(numbers) {
      if let past = try cut(file, at: sequence) { files.append(past) }
    }
    return files
  }

  private func cut(_ file: OrderFile, at sequence: Int64) throws(JournalError) -> OrderFile? {
    let events = file.events.filter { $0.header.sequence <= sequence }
    if events.isEmpty { return nil }
    if events.count == file.events.count { return file }
    return OrderFile(
      order: try OrderProjector.fold(file.order.number, events), events: events,
      reporters: file.reporters.filter { $0.key <= sequence })
  }

  /// The order that a report of a source had made or was added to; see `JournalStore`.
  public func order(source: Source, sourceID: String) throws(JournalError) -> OrderNumber? {
    let key = ReportKey(source: source, sourceID: sourceID)
    guard let number = try journal.order(source: source, sourceID: sourceID), let file = try order(number) else {
      return nil
    }
    return file.events.contains { ReportKey.keys(of: $0.event).contains(key) } ? number : nil
  }

  /// A part of a list; see `JournalStore`.
  ///
  /// All matches of a filter are found, whatever it may cost.
  public func page(
    _ query: OrderQuery, anchor: PageAnchor, before: Int, after: Int, seat: SeatCode, effort: SearchEffort
  ) throws(JournalError) -> OrderPage {
    let moment = try moment()
    let rows = moment.entries.values.filter { query.selects($0.row, reports: $0.order.reports) }.map(\.row)
      .sorted { SortKey($0).precedes(SortKey($1), in: query.sort) }
    let middle =
      switch anchor {
      case .top: 0
      case .bottom: rows.count
      case .around(let key): rows.firstIndex { !SortKey($0).precedes(key, in: query.sort) } ?? rows.count
      }
    let settled = SettledList(query, at: moment, in: journal)
    // One more than is wanted tells whether the list goes on.
    let (back, front) = (max(0, before) + 1, max(0, after) + 1)
    let earlier = merged(
      rows[..<middle].suffix(back), try settled?.rows(before: anchor, limit: back) ?? [], query.sort
    ).suffix(back)
    let later = merged(
      rows[middle...].prefix(front), try settled?.rows(from: anchor, limit: front) ?? [], query.sort
    ).prefix(front)
    return OrderPage(
      rows: earlier.suffix(back - 1) + later.prefix(front - 1), hasBefore: earlier.count == back,
      hasAfter: later.count == front)
  }

  private func merged(
    _ moving: some Sequence<OrderRow>, _ settled: [OrderRow], _ sort: OrderQuery.Sort
  ) -> [OrderRow] {
    (moving + settled.map(seen)).sorted { SortKey($0).precedes(SortKey($1), in: sort) }
  }

  /// What seats had seen at the time is not known: nothing is shown as unread.
  private func seen(_ row: OrderRow) -> OrderRow {
    var row = row
    row.unread = false
    return row
  }

  /// The row of one order; see `JournalStore`.
  public func row(_ number: OrderNumber, seat: SeatCode) throws(JournalError) -> OrderRow? {
    let moment = try moment()
    if let entry = moment.entries[number] { return entry.row }
    return try journal.row(number, seat: seat).flatMap { settled($0, moment) }
  }

  /// A row of the journal, where it is as it was.
  private func settled(_ row: OrderRow, _ moment: Moment) -> OrderRow? {
    row.lastSequence <= moment.anchor && moment.entries[row.number] == nil ? seen(row) : nil
  }

  /// The orders in which units had a share; see `JournalStore`.
  public func shared(
    by units: Set<UnitCode>, outside town: PlaceCode?, seat: SeatCode
  ) throws(JournalError) -> [OrderRow] {
    let moment = try moment()
    let kept = try journal.shared(by: units, outside: town, seat: seat).compactMap { settled($0, moment) }
    return (moment.rows.shared(by: units, outside: town) + kept).sorted { $0.number < $1.number }
  }

  /// What a seat had in hand; see `JournalStore`.
  public func claims(of seat: SeatCode, at now: Instant) throws(JournalError) -> [OrderRow] {
    try moment().rows.claims(of: seat, at: now)
  }

  /// The orders near another one; see `JournalStore`.
  public func candidates(
    near number: OrderNumber, town: PlaceCode?, from: Instant, to: Instant, limit: Int
  ) throws(JournalError) -> [CorrelationCandidate] {
    let moment = try moment()
    var near = moment.rows.filter { town == nil || $0.town == town }.map { CorrelationCandidate($0) }
    for candidate in try journal.candidates(near: number, town: town, from: from, to: to, limit: limit)
    where moment.entries[candidate.number] == nil {
      if try row(candidate.number, seat: "") != nil { near.append(candidate) }
    }
    near.sort { $0.number > $1.number }
    let chosen =
      near.filter { $0.number > number }.suffix(max(0, limit))
      + near.filter { $0.number < number }.prefix(max(0, limit))
    return chosen.filter { $0.arrivedAt >= from && $0.arrivedAt <= to }
  }

  /// The orders in which there may have been leads; see `JournalStore`.
  public func suspects(
    _ span: LeadSpan, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> [OrderNumber] {
    let moment = try moment()
    var found = moment.rows.filter { row in span.suspects(row) && last.map { $0 < row.number } ?? true }.map(\.number)
    var kept: [OrderNumber] = []
    var next = last
    while kept.count < max(0, limit) {
      let chunk = try journal.suspects(span, after: next, limit: 500)
      for number in chunk where moment.entries[number] == nil {
        if try row(number, seat: "") != nil { kept.append(number) }
      }
      guard let end = chunk.last, end < moment.greatest else { break }
      next = end
    }
    found += kept
    return Array(found.sorted().prefix(max(0, limit)))
  }
}

import Model

/// What the kept counts must be, gathered from the streams.
struct ExpectedCounts {
  var cells: [Board.Cell: Int] = [:]
  var arrivals: [BoardChange.Arrival: Int] = [:]
  var rows = 0
  var rates = ExpectedRates()
  /// Orders by the units that have a share in them.
  var shares: [UnitCode: Int] = [:]
  /// Orders by class, of which something was learned.
  var learned: [LearnedClass: Int] = [:]
}

extension JournalVerifier {
  /// Every stream by itself: its versions, its chain, the order or the book that it makes and that order's row.
  mutating func verifyStreams() throws(JournalError) -> ExpectedCounts {
    var expected = ExpectedCounts()
    var covered: Int64 = 0
    var last: StreamID?
    while !isFull {
      let heads = try store.streamHeads(after: last, limit: batch)
      if heads.isEmpty { break }
      for head in heads {
        result.streams += 1
        let events = try store.events(of: head.stream)
        covered += Int64(events.count)
        verify(events, against: head)
        if let number = head.stream.orderNumber {
          try verify(number, events, &expected)
        } else if let book = Book(head.stream) {
          verify(book, events)
        }
      }
      last = heads.last?.stream
      progress(result.events + Int64(result.streams))
    }
    if covered != result.events, !isFull { try findStrays() }
    try verifyRates(expected.rates)
    return expected
  }

  private mutating func verify(_ events: [StoredEvent], against head: StreamHead) {
    var chain = hasher.genesis(of: head.stream)
    var version = 0
    for event in events {
      if event.header.version != version + 1 {
        find(JournalFinding(.missingInStream, stream: head.stream, version: version + 1))
        return
      }
      version += 1
      chain = hasher.next(after: chain, link: event.link(with: &hasher))
    }
    if version < head.version {
      find(JournalFinding(.missingInStream, stream: head.stream, version: version + 1))
    } else if version > head.version {
      find(JournalFinding(.strayEvent, stream: head.stream, version: head.version + 1))
    } else if chain != head.chain || events.last?.header.sequence != head.sequence {
      find(JournalFinding(.brokenStream, stream: head.stream, version: version, sequence: head.sequence))
    }
  }

  private mutating func verify(_ book: Book, _ events: [StoredEvent]) {
    var book = book
    for event in events {
      do throws(JournalError) {
        guard book.take(try event.decoded(), by: event.header.signature) else {
          throw JournalError(.invalidRequest, detail: "can't follow")
        }
      } catch {
        find(JournalFinding(.unreadable, event.header, detail: error.detail))
        return
      }
    }
  }

  private mutating func verify(
    _ number: OrderNumber, _ events: [StoredEvent], _ expected: inout ExpectedCounts
  ) throws(JournalError) {
    var way: OrderWay?
    var row: OrderRow?
    var brought: Set<ReportKey> = []
    for event in events {
      do throws(JournalError) {
        let decoded = try event.decodedOrderEvent()
        let next = try OrderWay.next(decoded, on: way, number: number)
        let nextRow = OrderRow(next.order, last: event.header)
        expected.take(BoardChange(from: row, to: nextRow))
        brought.formUnion(ReportKey.keys(of: decoded.event))
        way = next
        row = nextRow
      } catch {
        find(JournalFinding(.unreadable, event.header, detail: error.detail))
        return
      }
    }
    guard let way, let row else { return }
    if let taught = way.trail.taught(by: way.order) { expected.learned[taught, default: 0] += 1 }
    for unit in Set(row.shares) { expected.shares[unit, default: 0] += 1 }
    try compare(row)
    if try store.limitRun(number) != LimitRun(way.order) { find(JournalFinding(.raises, stream: .order(number))) }
    try verifyRates(RateFact(row, way.order, way.course), &expected.rates)
    for report in brought.sorted(by: { ($0.source.rawValue, $0.sourceID) < ($1.source.rawValue, $1.sourceID) })
    where try store.order(source: report.source, sourceID: report.sourceID) != number {
      find(JournalFinding(.reportIndex, stream: .order(number), detail: report.source.rawValue))
    }
  }

  private mutating func compare(_ row: OrderRow) throws(JournalError) {
    let stream = StreamID.order(row.number)
    let found: OrderRow?
    do throws(JournalError) {
      found = try store.row(row.number, seat: "")
    } catch  where error.code == .damaged {
      find(JournalFinding(.otherRow, stream: stream, version: row.version, detail: error.detail))
      return
    }
    guard var kept = found else {
      find(JournalFinding(.missingRow, stream: stream))
      return
    }
    kept.unread = row.unread
    if kept != row { find(JournalFinding(.otherRow, stream: stream, version: row.version)) }
  }

  /// Events that no stream's head covers; looked for only when the sums do not agree.
  private mutating func findStrays() throws(JournalError) {
    var versions: [StreamID: Int] = [:]
    var last: StreamID?
    while true {
      let heads = try store.streamHeads(after: last, limit: batch)
      if heads.isEmpty { break }
      for head in heads { versions[head.stream] = head.version }
      last = heads.last?.stream
    }
    var next: Int64 = 1
    while !isFull {
      let events = try store.chainedEvents(from: next, limit: batch)
      guard let end = events.last?.event.header.sequence else { break }
      for chained in events where versions[chained.event.header.stream] == nil {
        find(JournalFinding(.strayEvent, chained.event.header))
      }
      next = end + 1
    }
  }
}

extension ExpectedCounts {
  mutating func take(_ change: BoardChange) {
    cells.add(change)
    if let arrival = change.arrival {
      arrivals[arrival, default: 0] += 1
      rows += 1
    }
  }
}

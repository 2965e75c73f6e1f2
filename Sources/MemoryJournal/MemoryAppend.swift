import Journal
import Model

/// A journal's whole content, and the ways in which it grows.
struct MemoryState: Sendable {
  let identity: JournalIdentity
  var log = MemoryLog()
  var projections = MemoryProjections()
  var seen: [SeatCode: [OrderNumber: Int]] = [:]
  var clock: ClockSetting?
  var changes: Int64 = 0
  var isClosed = false

  init(opening: StoredEvent) throws(JournalError) {
    identity = try opening.openedIdentity()
    log.append(opening, personal: nil)
  }

  /// An event with its place and, for an order's, the order that it makes.
  private struct Planned {
    let event: StoredEvent
    let made: (event: DecodedEvent, order: WorkOrder)?
    let personal: PersonalRecord?
  }

  mutating func append(_ request: AppendRequest, recordedAt: Instant) throws(JournalError) -> AppendOutcome {
    try request.validate()
    if let receipt = log.receipt(of: request.command) { return .repeated(receipt) }
    var planned: [Planned] = []
    var numbered: [Int: Int] = [:]
    var brought: [ReportKey: OrderNumber] = [:]
    for write in request.writes {
      if case .stream(let stream, let expected) = write.target, stream.isBook {
        guard log.streams[stream]?.head.version ?? 0 == expected else { return conflict(stream, expected: expected) }
        for (index, pending) in write.events.enumerated() {
          let position = EventPosition(
            sequence: log.nextSequence + Int64(planned.count), stream: stream, version: expected + 1 + index,
            command: request.command, recordedAt: recordedAt)
          let header = EventHeader(pending, at: position, in: identity)
          planned.append(
            Planned(
              event: StoredEvent(header: header, payload: pending.payload.bytes), made: nil,
              personal: pending.personal))
        }
        continue
      }
      let number: OrderNumber
      var order: WorkOrder?
      switch write.target {
      case .newOrder(let day):
        numbered[day, default: 0] += 1
        number = OrderNumber(day: day, sequence: (projections.lastOfDay[day] ?? 0) + (numbered[day] ?? 0))
      case .stream(let stream, let expected):
        let actual = log.streams[stream]?.head.version ?? 0
        guard actual == expected, let known = stream.orderNumber else {
          return conflict(stream, expected: expected)
        }
        number = known
        order = projections.orders[known]?.order
      }
      for pending in write.events {
        guard case .order(let event) = pending.event else { continue }
        for key in ReportKey.keys(of: event) {
          if let other = projections.reports[key], other != number { return conflict(.order(other), expected: 0) }
          guard (brought.updateValue(number, forKey: key) ?? number) == number else {
            throw JournalError(.invalidRequest, subject: request.command, detail: "\(key.sourceID) twice")
          }
        }
        let position = EventPosition(
          sequence: log.nextSequence + Int64(planned.count), stream: .order(number),
          version: (order?.version ?? 0) + 1, command: request.command, recordedAt: recordedAt)
        let header = EventHeader(pending, at: position, in: identity)
        let decoded = DecodedEvent(header: header, event: event)
        let next = try OrderProjector.next(decoded, on: order, number: number)
        planned.append(
          Planned(
            event: StoredEvent(header: header, payload: pending.payload.bytes), made: (decoded, next),
            personal: pending.personal))
        order = next
      }
    }
    for step in planned {
      log.append(step.event, personal: step.personal)
      if let made = step.made { projections.take(made.event, making: made.order) }
    }
    return .appended(AppendReceipt(headers: planned.map(\.event.header)))
  }

  /// Takes back what was appended after a sequence, by making anew what stood before it: slow, and seldom.
  mutating func takeBack(to sequence: Int64) throws(JournalError) {
    guard log.head.sequence > sequence, let opening = log.events.first?.event else { return }
    var before = try MemoryState(opening: opening)
    for chained in log.events[1..<Int(sequence)] {
      let personal = log.personal[chained.event.header.sequence]
      try before.restore(RestoredEvent(event: chained.event, personal: personal))
    }
    log = before.log
    projections = before.projections
  }

  mutating func restore(_ restored: RestoredEvent) throws(JournalError) {
    let header = restored.event.header
    let version = log.streams[header.stream]?.head.version ?? 0
    guard header.sequence == log.nextSequence, header.version == version + 1, header.city == identity.city,
      header.stream.isBook || header.stream.orderNumber != nil
    else { throw JournalError(.invalidRequest, subject: header.stream.id, detail: "sequence \(header.sequence)") }
    if let number = header.stream.orderNumber {
      try project(restored.event, number)
    } else {
      try restored.event.checkKind()
    }
    log.append(restored.event, personal: restored.personal)
  }

  mutating func rebuild() throws(JournalError) {
    var rebuilt = self
    rebuilt.projections = MemoryProjections()
    for chained in log.events {
      if let number = chained.event.header.stream.orderNumber { try rebuilt.project(chained.event, number) }
    }
    self = rebuilt
  }

  private mutating func project(_ event: StoredEvent, _ number: OrderNumber) throws(JournalError) {
    let decoded = try event.decodedOrderEvent()
    let order = try OrderProjector.next(decoded, on: projections.orders[number]?.order, number: number)
    projections.take(decoded, making: order)
  }

  private func conflict(_ stream: StreamID, expected: Int) -> AppendOutcome {
    .conflict(
      AppendConflict(
        stream: stream, expected: expected, actual: log.streams[stream]?.head.version ?? 0,
        last: log.last(of: stream)))
  }
}

import Journal
import Model

enum AppendChecks {
  static func appending(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 11)
    try history.run(steps: 80)
    let store = history.store
    let reference = history.reference
    try expect(store.identity, equals: reference.identity, "identity")
    try expect(try store.events(from: 1, limit: 10_000), equals: reference.events, "events in sequence")
    try expect(
      try store.events(from: 5, limit: 3), equals: Array(reference.events[4..<7]), "three events from the fifth")
    try expect(try store.events(from: 100_000, limit: 3), equals: [], "events after the end")
    var hasher = ChainHasher()
    var chain = ChainHasher.journalGenesis
    var streams: [StreamID: StreamHead] = [:]
    for chained in try store.chainedEvents(from: 1, limit: 10_000) {
      let header = chained.event.header
      let link = chained.event.link(with: &hasher)
      chain = hasher.next(after: chain, link: link)
      try expect(chained.chain, equals: chain, "chain at \(header.sequence)")
      let before = streams[header.stream]?.chain ?? hasher.genesis(of: header.stream)
      streams[header.stream] = StreamHead(
        stream: header.stream, version: header.version, sequence: header.sequence,
        chain: hasher.next(after: before, link: link))
    }
    let head = JournalHead(sequence: Int64(reference.events.count), chain: JournalDigest.hex(chain))
    try expect(try store.head(), equals: head, "head")
    let wanted = streams.values.sorted { $0.stream < $1.stream }
    try expect(try store.streamHeads(after: nil, limit: 10_000), equals: wanted, "heads of streams")
    let page = try store.streamHeads(after: wanted[1].stream, limit: 2)
    try expect(page, equals: Array(wanted[2..<4]), "two heads after the second")
    for head in wanted {
      let events = reference.events.filter { $0.header.stream == head.stream }
      try expect(try store.events(of: head.stream), equals: events, "events of \(head.stream.id)")
    }
  }

  static func ownMoments(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let moments = (1...3).map { history.now.adding(minutes: $0) }
    var requests: [AppendRequest] = []
    for moment in moments {
      var request = try history.store.ready(try history.receive(history.report()))
      request.recordedAt = moment
      requests.append(request)
    }
    requests.append(try history.receive(history.report()))
    let last = history.now.adding(minutes: 9)
    _ = try history.store.append(requests, recordedAt: last)
    let events = try history.store.events(from: 2, limit: 10)
    try expect(events.map(\.header.recordedAt), equals: moments + [last], "moments of the events")
    try expect(try JournalVerifier.verify(history.store).findings, equals: [], "findings")
  }

  static func firstOfMany(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    try expect(try history.store.append(firstOf: [], recordedAt: history.now), equals: [], "none of none")
    var left = try (0..<600).map { _ in try history.receive(history.report()) }
    left.append(left[0])
    let wanted = left.map(\.command)
    var outcomes: [AppendOutcome] = []
    while !left.isEmpty {
      let taken = try history.store.append(firstOf: left, recordedAt: history.now)
      guard !taken.isEmpty, taken.count <= left.count else {
        throw ConformanceFailure(subject: "taken of \(left.count)", detail: "\(taken.count)")
      }
      left.removeFirst(taken.count)
      outcomes += taken
    }
    guard case .appended(let first) = outcomes.first, outcomes.last == .repeated(first) else {
      throw ConformanceFailure(subject: "first and last outcome", detail: "\(outcomes.last as Any)")
    }
    let events = try history.store.events(from: 2, limit: 1_000)
    try expect(events.map(\.header.command), equals: wanted.dropLast(), "commands of the events")
    try expect(try JournalVerifier.verify(history.store).findings, equals: [], "findings")
  }

  static func conflict(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let order = try firstOrder(&history)
    let first = try required(try history.act(.claim, on: order, by: SampleCity.seats[0], officer: "O1"), "claim")
    let second = try required(try history.act(.claim, on: order, by: SampleCity.seats[1], officer: "O2"), "claim")
    let outcomes = try history.store.append([first, second], recordedAt: history.now)
    guard case .appended(let receipt) = outcomes.first, case .conflict(let conflict) = outcomes.last else {
      throw ConformanceFailure(subject: "race of two claims", detail: "\(outcomes)")
    }
    try expect(receipt.streams.map(\.version), equals: [2], "version of the winner")
    try expect(conflict.stream, equals: .order(order.number), "stream of the conflict")
    try expect([conflict.expected, conflict.actual], equals: [1, 2], "versions of the conflict")
    try expect(conflict.last?.seat, equals: "C1", "seat that was first")
    try expect(conflict.last?.officer, equals: "O1", "officer who was first")
    try expect(conflict.last?.occurredAt, equals: history.now, "time at which he was")
    try expect(try history.store.head().sequence, equals: 3, "head after the race")
    var absent = try required(try history.act(.note("x"), on: order, by: SampleCity.seats[0]), "note")
    absent.writes[0].target = .stream(.order(OrderNumber(day: 20_200_101, sequence: 7)), expectedVersion: 4)
    let missing = try history.store.append([absent], recordedAt: history.now)
    let nobody = AppendConflict(
      stream: .order(OrderNumber(day: 20_200_101, sequence: 7)), expected: 4, actual: 0, last: nil)
    try expect(missing, equals: [.conflict(nobody)], "an order that does not exist")
  }

  static func repeatedCommand(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let order = try firstOrder(&history)
    let request = try required(
      try history.act(.dispatch(Dispatching(unit: "WATER")), on: order, by: SampleCity.seats[0]), "dispatch")
    let outcomes = try history.store.append([request, request], recordedAt: history.now)
    let receipt = AppendReceipt(
      streams: [AppendReceipt.StreamVersion(stream: .order(order.number), version: 3)], firstSequence: 3)
    try expect(outcomes, equals: [.appended(receipt), .repeated(receipt)], "twice in one batch")
    try history.reference.take(request, receipt, recordedAt: history.now)
    try history.run(steps: 10)
    let head = try history.store.head()
    let again = try history.store.append([request], recordedAt: history.now)
    try expect(again, equals: [.repeated(receipt)], "once more, later")
    try expect(try history.store.head(), equals: head, "head after the repetition")
    try expect(try history.store.append([], recordedAt: history.now), equals: [], "outcomes of no requests")
  }

  static func severalStreams(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let one = try firstOrder(&history)
    let two = try firstOrder(&history)
    let onOne = try required(try history.act(.note("甲"), on: one, by: SampleCity.seats[0]), "note")
    let onTwo = try required(try history.act(.note("乙"), on: two, by: SampleCity.seats[0]), "note")
    let late = try required(
      try history.act(.note("丙"), on: two, by: SampleCity.seats[0], expectedVersion: 9), "note")
    let born = try history.receive(history.report())
    let head = try history.store.head()
    let bad = AppendRequest(command: "bad", writes: born.writes + onOne.writes + late.writes)
    guard case .conflict(let conflict) = try history.store.append([bad], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "one stream of three stands elsewhere", detail: "no conflict")
    }
    try expect(conflict.stream, equals: .order(two.number), "stream of the conflict")
    try expect(try history.store.head(), equals: head, "head after the conflict")
    try expect(try history.store.row(one.number, seat: "C1")?.version, equals: 1, "version of the other stream")
    let good = AppendRequest(command: "good", writes: onOne.writes + born.writes + onTwo.writes)
    let outcome = try required(try history.store.append([good], recordedAt: history.now).first, "outcome")
    let third = OrderNumber(day: history.day, sequence: 3)
    let receipt = AppendReceipt(
      streams: [
        .init(stream: .order(one.number), version: 2), .init(stream: .order(third), version: 1),
        .init(stream: .order(two.number), version: 2),
      ], firstSequence: 4)
    try expect(outcome, equals: .appended(receipt), "three streams at once")
    try history.reference.take(good, receipt, recordedAt: history.now)
    try expect(try history.store.events(from: 1, limit: 99), equals: history.reference.events, "events")
  }

  static func numbering(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    var wanted: [OrderNumber] = []
    var counts: [Int: Int] = [:]
    var requests: [AppendRequest] = []
    for _ in 0..<60 {
      var request = try history.receive(history.report())
      let day = history.random.pick([20_200_615, 20_200_616, 20_201_231])
      request.writes[0].target = .newOrder(day: day)
      requests.append(request)
      counts[day, default: 0] += 1
      wanted.append(OrderNumber(day: day, sequence: counts[day] ?? 0))
    }
    var seen: [OrderNumber] = []
    for batch in [requests[..<20], requests[20..<21], requests[21...]] {
      for outcome in try history.store.append(Array(batch), recordedAt: history.now) {
        guard case .appended(let receipt) = outcome else { continue }
        seen += receipt.streams.compactMap(\.stream.orderNumber)
      }
    }
    try expect(seen, equals: wanted, "numbers")
    let twins = try history.receive(history.report()).writes + history.receive(history.report()).writes
    let outcome = try history.store.append([AppendRequest(command: "twins", writes: twins)], recordedAt: history.now)
    let first = (wanted.filter { $0.day == history.day }.map(\.sequence).max() ?? 0) + 1
    let streams = [first, first + 1].map { sequence in
      AppendReceipt.StreamVersion(stream: .order(OrderNumber(day: history.day, sequence: sequence)), version: 1)
    }
    let receipt = AppendReceipt(streams: streams, firstSequence: Int64(wanted.count) + 2)
    try expect(outcome, equals: [.appended(receipt)], "two new orders of one command")
  }

  static func reportLookup(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    var report = history.report(sourceID: "caf\u{E9}-1")
    report.source = .hotline
    let first = try history.receive(report)
    _ = try history.store.append([first], recordedAt: history.now)
    let number = OrderNumber(day: history.day, sequence: 1)
    try expect(try history.store.order(source: .hotline, sourceID: "caf\u{E9}-1"), equals: number, "its report")
    let decomposed = try history.store.order(source: .hotline, sourceID: "cafe\u{301}-1")
    try expect(decomposed, equals: number, "the same number in decomposed form")
    try expect(try history.store.order(source: .police, sourceID: "caf\u{E9}-1"), equals: nil, "another source")
    try expect(try history.store.order(source: .hotline, sourceID: "cafe"), equals: nil, "another number")
    report.sourceID = "cafe\u{301}-1"
    report.title = "改过"
    let other = try history.receive(report)
    let born = try history.receive(history.report())
    let outcomes = try history.store.append([other, born], recordedAt: history.now)
    let conflict = AppendConflict(
      stream: .order(number), expected: 0, actual: 1,
      last: try history.store.events(from: 2, limit: 1).first?.header)
    try expect(outcomes.first, equals: .conflict(conflict), "a second order of one report")
    try expect(
      try history.store.row(OrderNumber(day: history.day, sequence: 2), seat: "C1")?.version, equals: 1, "next")
  }

  static func invalidRequest(_ factory: some JournalFactory) throws {
    var history = try History(factory)
    let order = try firstOrder(&history)
    let head = try history.store.head()
    let good = try history.receive(history.report())
    let twice = try history.receive(history.report())
    let note = try required(try history.act(.note("甲"), on: order, by: SampleCity.seats[0]), "note")
    let opening = try PendingEvent(
      .opened(history.reference.identity), place: "", town: nil, tier: .city, confidential: false, officer: "",
      seat: "", account: "", occurredAt: history.now)
    let stream = StreamWrite.Target.stream(.order(order.number), expectedVersion: 1)
    let bad = [
      AppendRequest(command: "", writes: note.writes),
      AppendRequest(command: String(repeating: "长", count: 67), writes: note.writes),
      AppendRequest(command: "nothing", writes: []),
      AppendRequest(command: "no events", writes: [StreamWrite(target: stream, events: [])]),
      AppendRequest(command: "a stream twice", writes: note.writes + note.writes),
      AppendRequest(command: "a day", writes: [StreamWrite(target: .newOrder(day: 7), events: good.writes[0].events)]),
      AppendRequest(
        command: "begins otherwise",
        writes: [StreamWrite(target: .newOrder(day: history.day), events: note.writes[0].events)]),
      AppendRequest(command: "begins twice", writes: [StreamWrite(target: stream, events: good.writes[0].events)]),
      AppendRequest(
        command: "a number of one's own",
        writes: [
          StreamWrite(
            target: .stream(.order(OrderNumber(day: 20_200_101, sequence: 1)), expectedVersion: 0),
            events: good.writes[0].events)
        ]),
      AppendRequest(command: "opened", writes: [StreamWrite(target: stream, events: [opening])]),
      AppendRequest(command: "one report twice", writes: twice.writes + twice.writes),
    ]
    for request in bad {
      try expectError(.invalidRequest, request.command) {
        _ = try history.store.append([good, request], recordedAt: history.now)
      }
      try expect(try history.store.head(), equals: head, "head after the malformed request \(request.command)")
    }
    let number = OrderNumber(day: history.day, sequence: 2)
    try expect(try history.store.row(number, seat: "C1"), equals: nil, "order of a batch that was refused")
    guard case .appended = try history.store.append([good], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "the good request by itself", detail: "refused")
    }
  }

  /// Appends a fresh open order and hands it on.
  static func firstOrder(_ history: inout History, text: String? = nil) throws -> WorkOrder {
    var report = history.report(text: text)
    report.origin = nil
    let request = try history.receive(report)
    guard case .appended(let receipt) = try history.store.append([request], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "a new order", detail: "not appended")
    }
    try history.reference.take(request, receipt, recordedAt: history.now)
    let number = try required(receipt.streams.first?.stream.orderNumber, "number")
    return try required(history.reference.entries[number]?.order, "order \(number.text)")
  }
}

/// Fails unless an error of a code is thrown.
func expectError(_ code: JournalError.Code, _ subject: String, _ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as JournalError {
    return try expect(error.code, equals: code, subject)
  }
  throw ConformanceFailure(subject: subject, detail: "no error, wanted \(code)")
}

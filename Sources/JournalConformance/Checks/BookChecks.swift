import Journal
import Model

enum BookChecks {
  private static let place: PlaceCode = "9900"

  static func books(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 71)
    try history.run(steps: 30)
    let store = history.store
    let board = try store.board()
    let recent = try store.recent(limit: 500, town: nil)
    let ofTown = try store.recent(limit: 500, town: "990001")
    let first = try append(history, "set", .responses, 0, [.response(setting(.four))])
    try expect(first.streams, equals: [.init(stream: .responses, version: 1)], "version of a new book")
    _ = try append(history, "raise", .responses, 1, [.response(setting(.two)), .response(setting(.one))])
    _ = try append(history, "hand", .shift("C1"), 0, [.shift(handOver("甲"))])
    _ = try append(history, "take", .shift("C1"), 1, [.shift(.takenOver(.init(handOver: 1, text: "")))])
    _ = try append(history, "again", .shift("C1"), 2, [.shift(handOver("乙"))])
    for (index, volunteer) in ["V-2", "V-1"].enumerated() {
      let earned = PointsEvent.earned(.init(points: 3 + index, service: "巡查"))
      _ = try append(history, "earn-\(volunteer)", .points(volunteer), 0, [.points(earned)])
    }
    try expect(try store.responses().standing.map(\.setting.level), equals: [.one], "levels that stand")
    try expect(try store.responses().version, equals: 3, "version of the responses")
    let book = try store.shiftBook(of: "C1")
    try expect(book.waiting?.handOver.notes, equals: "乙", "hand-over that waits")
    try expect([book.version, book.waiting?.version], equals: [3, 3], "versions of the shift's book")
    try expect(try store.shiftBook(of: "C2"), equals: ShiftBook(), "the book of a seat without shifts")
    try expect(try store.pointsLedger(of: "V-1").balance, equals: 4, "points")
    try expect(try store.events(of: .points("V-3")), equals: [], "events of a book that does not exist")
    let events = try store.events(of: .responses)
    try expect(events.map(\.header.version), equals: [1, 2, 3], "versions of events")
    for limit in 0...4 {
      let last = try store.lastEvents(of: .responses, limit: limit)
      try expect(last, equals: events.suffix(limit), "the last \(limit) events")
    }
    try heads(store, orders: history.reference.entries.count)
    try expect(try store.board(), equals: board, "board beside books")
    try expect(try store.recent(limit: 500, town: nil), equals: recent, "recent events beside books")
    try expect(try store.recent(limit: 500, town: "990001"), equals: ofTown, "recent events of a town")
    try refusals(history)
  }

  private static func heads(_ store: any JournalStore, orders: Int) throws {
    let heads = try store.streamHeads(after: nil, limit: 10_000)
    let books: [StreamID] = [.points("V-1"), .points("V-2"), .responses, .shift("C1")]
    try expect(heads.map(\.stream).suffix(4), equals: books[...], "books after the orders")
    try expect(heads.count, equals: 1 + orders + books.count, "heads of streams")
    for size in [1, 2, 5] {
      var paged: [StreamHead] = []
      while true {
        let page = try store.streamHeads(after: paged.last?.stream, limit: size)
        if page.isEmpty { break }
        paged += page
      }
      try expect(paged, equals: heads, "heads by \(size)")
    }
  }

  private static func refusals(_ history: History) throws {
    let store = history.store
    let head = try store.head()
    let stale = try request(history, "stale", .responses, 1, [.response(setting(.three))])
    guard case .conflict(let conflict) = try store.append([stale], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "an append to a book that has gone on", detail: "appended")
    }
    try expect([conflict.expected, conflict.actual], equals: [1, 3], "versions of the conflict")
    try expect(conflict.last?.command, equals: "raise", "who was there first")
    let early = try request(history, "early", .shift("C9"), 2, [.shift(handOver("丙"))])
    let nobody = AppendConflict(stream: .shift("C9"), expected: 2, actual: 0, last: nil)
    try expect(
      try store.append([early], recordedAt: history.now), equals: [.conflict(nobody)], "a book that does not exist")
    let malformed: [(String, StreamID, JournalEvent)] = [
      ("an event of another kind", .responses, .shift(handOver("丁"))),
      ("a book without a name", .points(""), .points(.earned(.init(points: 1, service: "x")))),
      (
        "a name that is too long", .points(String(repeating: "x", count: 101)),
        .points(.earned(.init(points: 1, service: "x")))
      ),
      ("the journal's own stream", .journal, .response(setting(.one))),
      ("a kind that nobody knows", StreamID(kind: StreamKind(rawValue: "tea"), id: "x"), .response(setting(.one))),
    ]
    for (what, stream, event) in malformed {
      let bad = try request(history, "bad", stream, 0, [event])
      try expectError(.invalidRequest, what) { _ = try store.append([bad], recordedAt: history.now) }
    }
    try expect(try store.head(), equals: head, "head after what was refused")
  }

  static func proofs(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 72)
    try history.run(steps: 20)
    _ = try append(history, "set", .responses, 0, [.response(setting(.four)), .response(setting(.two))])
    _ = try append(history, "hand", .shift("C1"), 0, [.shift(handOver("甲"))])
    _ = try append(history, "earn", .points("V-1"), 0, [.points(.earned(.init(points: 2, service: "巡查")))])
    let more = try history.receive(history.report())
    _ = try history.store.append([more], recordedAt: history.now)
    let lines = try ExchangeChecks.export(history.store)
    let copy = try ExchangeChecks.read(lines, batch: 3, factory)
    try expect(try ExchangeChecks.export(copy), equals: lines, "export of the copy")
    try expect(try copy.responses(), equals: try history.store.responses(), "responses in the copy")
    try expect(
      try copy.streamHeads(after: nil, limit: 1_000), equals: try history.store.streamHeads(after: nil, limit: 1_000),
      "heads in the copy")
    try copy.rebuild()
    try ExchangeChecks.compareProjections(history.store, copy)
    try expect(try JournalVerifier.verify(copy).findings, equals: [], "findings in the copy")
    let set = try required(try copy.events(of: .responses).last?.header.sequence, "last setting")
    let other = [UInt8](repeating: 7, count: JournalDigest.length)
    let cases: [(Tampering, JournalFinding.Code)] = [
      (.removeEvent(set), .missingInStream), (.changeStreamHead(.responses, to: other), .brokenStream),
      (.removeStreamHead(.responses), .strayEvent), (.changePayload(set, to: Array("{".utf8)), .unreadable),
      (
        .changePayload(set, to: Array(#"{"kind":"FLOOD","level":"I","place":"9900","reason":"r","wording":""}"#.utf8)),
        .brokenLink
      ),
    ]
    for (tampering, code) in cases {
      let damaged = try factory.tamper(try ExchangeChecks.read(lines, factory), tampering)
      let findings = try JournalVerifier.verify(damaged).findings
      try expect(findings.contains { $0.code == code }, "\(tampering) found as \(code), found \(findings)")
    }
    _ = try append(
      history, "lift", .responses, 2, [.response(.lifted(.init(kind: "STORM", place: place, reason: "r")))])
    let impossible = try JournalVerifier.verify(history.store).findings
    try expect(impossible.map(\.code), equals: [.unreadable], "a lifting of what does not stand")
  }

  private static func setting(_ level: ResponseLevel) -> ResponseEvent {
    .set(.init(kind: "FLOOD", place: place, level: level, reason: "暴雨", wording: "已启动响应"))
  }

  private static func handOver(_ notes: String) -> ShiftEvent {
    .handedOver(.init(since: Instant(seconds: 5), sheet: HandOverSheet(), notes: notes, head: "1:00"))
  }

  private static func append(
    _ history: History, _ command: String, _ stream: StreamID, _ version: Int, _ events: [JournalEvent]
  ) throws -> AppendReceipt {
    let request = try request(history, command, stream, version, events)
    guard case .appended(let receipt) = try history.store.append([request], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "append of \(command)", detail: "not appended")
    }
    return receipt
  }

  private static func request(
    _ history: History, _ command: String, _ stream: StreamID, _ version: Int, _ events: [JournalEvent]
  ) throws -> AppendRequest {
    let pending = try events.map { event in
      try PendingEvent(
        event, place: place, town: "990001", tier: .city, confidential: false, officer: "O1", seat: "C2",
        account: "duty", occurredAt: history.now)
    }
    let target = StreamWrite.Target.stream(stream, expectedVersion: version)
    return AppendRequest(command: command, writes: [StreamWrite(target: target, events: pending)])
  }
}

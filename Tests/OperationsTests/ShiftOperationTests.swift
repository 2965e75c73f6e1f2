import Journal
import Model
import Operations
import Testing

@Suite("Shifts at the counter")
struct ShiftOperationTests {
  private func next(_ counter: Counter) throws -> Authority {
    let seat = try #require(counter.city.seat("city-chief"))
    return Authority(officer: "O-CITY-13", seat: seat, account: "test")
  }

  @Test func `a shift is handed over with what the seat has done, and confirmed by the next officer`() throws {
    let counter = try Counter()
    let chief = try counter.authority("city-chief")
    let numbers = try ["G1", "G2", "G3"].map(counter.order)
    _ = try counter.operations.perform(.claim, on: numbers[0], by: chief, id: "a")
    _ = try counter.operations.perform(.note("已问"), on: numbers[1], by: chief, id: "b")
    let drawn = try counter.operations.handOver(for: chief)
    #expect(drawn.sheet.claimed == [numbers[0].text])
    #expect(drawn.sheet.followed == [numbers[1].text])
    #expect(drawn.rows.count == 2)
    #expect(drawn.waiting == nil)
    try counter.operations.handOver(notes: "盯住南闸", by: chief, id: "give")
    try counter.operations.handOver(notes: "盯住南闸", by: chief, id: "give")
    let head = try counter.store.head()
    #expect(try counter.store.events(of: .shift("city-chief")).count == 1)
    // Until somebody confirms it the shift goes on, and what is handed over again is the whole of it.
    #expect(try counter.operations.handOver(for: chief).sheet == drawn.sheet)
    #expect(throws: OperationError.refusedBook(BookRefusal(.ownHandOver, "O-CITY-02"))) {
      try counter.operations.takeOver(text: "", by: chief, id: "own")
    }
    let waiting = try counter.operations.handOver(for: try next(counter))
    #expect(waiting.waiting?.handOver.notes == "盯住南闸")
    #expect(waiting.waiting?.handOver.head.hasPrefix("\(head.sequence - 1):") == true)
    #expect(waiting.sheet == drawn.sheet)
    counter.clock.advance(minutes: 10)
    try counter.operations.takeOver(text: "知悉", by: try next(counter), id: "take")
    #expect(throws: OperationError.refusedBook(BookRefusal(.takenAlready, "O-CITY-13"))) {
      try counter.operations.takeOver(text: "", by: try next(counter), id: "again")
    }
    // The new shift has done nothing yet; the claim is the seat's still, until it lapses.
    #expect(try counter.operations.handOver(for: try next(counter)).sheet.followed == [])
    #expect(try JournalVerifier.verify(counter.store).findings == [])
  }

  @Test func `nothing is confirmed where nothing was handed over`() throws {
    let counter = try Counter()
    #expect(throws: OperationError.refusedBook(BookRefusal(.nothingHandedOver, "city-chief"))) {
      try counter.operations.takeOver(text: "", by: try next(counter), id: "take")
    }
  }

  @Test func `the duty log counts what a plain walk through the journal counts`() throws {
    var day = try ScriptedDay()
    try day.play()
    let counter = day.counter
    let chief = try counter.authority("city-chief")
    try counter.operations.perform(
      .set(kind: "FLOOD", level: .two, place: "320614", reason: "暴雨", wording: nil), by: chief, id: "set")
    try counter.operations.handOver(notes: "", by: chief, id: "give")
    let events = try counter.store.events(from: 1, limit: 1_000_000)
    let first = try #require(events.map(\.header.occurredAt).min())
    let last = try #require(events.map(\.header.occurredAt).max())
    for (start, end) in [(0, 24 * 60 * 40), (30, 240), (240, 600)] {
      let from = first.adding(minutes: start)
      let to = min(first.adding(minutes: end), last.adding(minutes: 1))
      for town in [nil, counter.city.places.towns.first?.code] {
        let log = try counter.operations.dutyLog(from: from, to: to, town: town)
        let within = events.filter {
          $0.header.occurredAt >= from && $0.header.occurredAt < to && (town == nil || $0.header.town == town)
        }
        func count(_ types: EventType...) -> Int { within.count { types.map(\.rawValue).contains($0.header.type) } }
        #expect(log.counts[.dispatched] ?? 0 == count(.dispatched, .redispatched))
        #expect(log.counts[.closed] ?? 0 == count(.closed, .declined))
        #expect(log.counts[.returned] ?? 0 == count(.returned))
        #expect(log.counts[.suspended] ?? 0 == count(.suspended))
        #expect(log.arrivals == log.byTown.values.reduce(0, +))
        #expect(log.entries.map(\.header.occurredAt) == log.entries.map(\.header.occurredAt).sorted())
        #expect(log.entries.count { $0.event.kind == .response } == count(.responseSet))
        #expect(log.entries.count { $0.event.kind == .shift } == count(.shiftHandedOver))
      }
    }
  }
}

import Journal
import Model
import Operations
import Testing

@Suite("Emergency responses at the counter")
struct ResponseOperationTests {
  private static func set(_ level: ResponseLevel) -> ResponseCommand {
    .set(kind: "FLOOD", level: level, place: "320614", reason: "暴雨红色预警", wording: nil)
  }

  private func lamp(
    _ id: String, _ counter: Counter, category: CategoryCode = "GR-CZ-LAMP"
  ) throws -> OrderNumber {
    var incoming = try counter.report(id)
    incoming.report.category = category
    guard case .accepted(let number) = try counter.operations.takeIn(incoming, account: "feed") else {
      throw Missing(what: id)
    }
    return number
  }

  @Test func `a command given twice sets once, and somebody else's level is not overwritten unseen`() throws {
    let counter = try Counter()
    let chief = try counter.authority("city-chief")
    try counter.operations.perform(Self.set(.three), by: chief, id: "a")
    try counter.operations.perform(Self.set(.three), by: chief, id: "a")
    #expect(try counter.store.events(of: .responses).count == 1)
    #expect(throws: OperationError.refusedBook(BookRefusal(.standsAlready, "FLOOD"))) {
      try counter.operations.perform(Self.set(.three), by: chief, id: "b")
    }
    #expect(throws: OperationError.refusedBook(BookRefusal(.role, "dispatcher"))) {
      try counter.operations.perform(
        Self.set(.two), by: try counter.authority("city-dispatch-1"), id: "c")
    }
    let standing = try counter.operations.perform(Self.set(.one), by: chief, id: "d").standing
    #expect(standing.map(\.setting.level) == [.one])
    #expect(try JournalVerifier.verify(counter.store).findings == [])
  }

  @Test func `an exact retry is known again after the response under which it was given was lifted`() throws {
    let counter = try Counter()
    let chief = try counter.authority("city-chief")
    try counter.operations.perform(Self.set(.one), by: chief, id: "set")
    let number = try lamp("L1", counter, category: "GR-YJ-WATERLOG")
    let given = try counter.operations.perform(.file(Filing()), on: number, by: chief, id: "file")
    try counter.operations.perform(.lift(kind: "FLOOD", place: "320614", reason: "雨停"), by: chief, id: "lift")
    let again = try counter.operations.perform(.file(Filing()), on: number, by: chief, id: "file")
    #expect(again.events == given.events)
    // Under no response the same question would have had another answer, or this would prove nothing.
    let plain = try Counter()
    let other = try lamp("L1", plain, category: "GR-YJ-WATERLOG")
    let unmoved = try plain.operations.perform(
      .file(Filing()), on: other, by: try plain.authority("city-chief"), id: "file")
    #expect(unmoved.events != given.events)
  }

  @Test func `what must wait is found, and stands still one command an order`() throws {
    let counter = try Counter()
    let chief = try counter.authority("city-chief")
    let lamps = try ["L1", "L2"].map { try lamp($0, counter) }
    _ = try counter.order("G1")
    #expect(try counter.operations.waitingOrders(under: "FLOOD", in: "320614") == [])
    try counter.operations.perform(Self.set(.two), by: chief, id: "set")
    #expect(try counter.operations.waitingOrders(under: "FLOOD", in: "320614") == lamps)
    #expect(try counter.operations.waitingOrders(under: "WATER", in: "320614") == [])
    let asking = SuspensionAsking(
      ground: "WEATHER", until: counter.clock.now.adding(minutes: 2_880), reason: "暴雨", atOnce: true)
    _ = try counter.operations.perform(.requestSuspension(asking), on: lamps[0], by: chief, id: "wait:1")
    #expect(try counter.operations.waitingOrders(under: "FLOOD", in: "320614") == [lamps[1]])
    let order = try #require(try counter.store.order(lamps[0])?.order)
    #expect(order.activeSuspension(at: counter.clock.now)?.ground == "WEATHER")
    #expect(order.stage == .received)
  }
}

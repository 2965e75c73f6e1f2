import Dispatch
import Journal
import Model
import Operations
import Synchronization
import Testing

@Suite("Commands on orders")
struct PerformTests {
  @Test func `who comes second to claim an order is told whose it is`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    _ = try counter.operations.perform(.claim, on: number, by: counter.authority("city-dispatch-1"), id: "a")
    let error = #expect(throws: OperationError.self) {
      try counter.operations.perform(.claim, on: number, by: counter.authority("city-dispatch-2"), id: "b")
    }
    guard case .refused(let refusal, let last)? = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(refusal.code == .claimedByOther)
    #expect(refusal.subject == "city-dispatch-1")
    #expect(last?.seat == "city-dispatch-1")
    #expect(refusal.until == Counter.start.adding(minutes: counter.city.claimMinutes))
  }

  @Test func `a command given twice does nothing twice and tells what it did`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    let chief = try counter.authority("city-chief")
    let first = try counter.operations.perform(.note("已电话核实"), on: number, by: chief, id: "once")
    let head = try counter.store.head()
    counter.clock.advance(minutes: 5)
    let second = try counter.operations.perform(.note("已电话核实"), on: number, by: chief, id: "once")
    #expect(try counter.store.head() == head)
    #expect(second.events == first.events)
    #expect(second.order.version == 2)
  }

  @Test func `a name that another command has is refused, and what it did is not told as done`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    let other = try counter.order("G2")
    let chief = try counter.authority("city-chief")
    _ = try counter.operations.perform(.note("看过"), on: number, by: chief, id: "once")
    let head = try counter.store.head()
    let inspector = try counter.authority("city-inspect")
    let attempts: [(OrderCommand, OrderNumber, Authority)] = [
      (.note("没看过"), number, chief), (.claim, number, chief), (.note("看过"), number, inspector), (.claim, other, chief),
    ]
    for (command, order, authority) in attempts {
      let error = #expect(throws: OperationError.self) {
        try counter.operations.perform(command, on: order, by: authority, id: "once")
      }
      guard case .reused = error else {
        Issue.record("\(command) on \(order.text): \(String(describing: error))")
        continue
      }
    }
    let pair = #expect(throws: OperationError.self) {
      try counter.operations.perform(.merge(evidence: ""), on: other, with: number, by: chief, id: "once")
    }
    #expect(pair == .reused(nil))
    #expect(try counter.store.head() == head)
  }

  @Test func `a pair's command given twice does nothing twice, and another pair's by its name is refused`() throws {
    let counter = try Counter()
    let chief = try counter.authority("city-chief")
    let numbers = try ["G1", "G2", "G3"].map { try counter.order($0) }
    _ = try counter.operations.perform(.merge(evidence: "同一盏"), on: numbers[0], with: numbers[1], by: chief, id: "m")
    let head = try counter.store.head()
    _ = try counter.operations.perform(.merge(evidence: "同一盏"), on: numbers[0], with: numbers[1], by: chief, id: "m")
    for (command, other) in [
      (PairCommand.merge(evidence: "同一盏"), numbers[2]), (.merge(evidence: "不同"), numbers[1]),
      (.distinguish, numbers[1]),
    ] {
      #expect(throws: OperationError.self) {
        try counter.operations.perform(command, on: numbers[0], with: other, by: chief, id: "m")
      }
    }
    #expect(try counter.store.head() == head)
  }

  @Test func `an order that another seat has changed since it was seen is not changed unseen`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    let seen = 1
    _ = try counter.operations.perform(
      .file(Filing(urgency: .urgent)), on: number, by: counter.authority("city-dispatch-1"), id: "a")
    let error = #expect(throws: OperationError.self) {
      try counter.operations.perform(
        .dispatch(Dispatching(unit: try anyUnit(counter))), on: number, by: counter.authority("city-dispatch-2"),
        id: "b", seen: seen)
    }
    guard case .overtaken(let header)? = error else {
      Issue.record("not overtaken: \(String(describing: error))")
      return
    }
    #expect(header.seat == "city-dispatch-1")
    #expect(header.type == "order.filed")
    #expect(try counter.store.order(number)?.order.stage == .filed)
  }

  @Test func `a note by somebody else does not stand in the way`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    _ = try counter.operations.perform(.note("看过"), on: number, by: counter.authority("city-dispatch-1"), id: "a")
    let result = try counter.operations.perform(
      .file(Filing()), on: number, by: counter.authority("city-dispatch-2"), id: "b", seen: 1)
    #expect(result.order.stage == .filed)
  }

  @Test func `a command on an order that does not exist is told so`() throws {
    let counter = try Counter()
    let number = OrderNumber(day: 20_200_616, sequence: 9)
    #expect(throws: OperationError.noSuchOrder(number)) {
      try counter.operations.perform(.claim, on: number, by: counter.authority("city-chief"), id: "a")
    }
  }

  @Test func `of seats that race for the same orders one gets each and every other is told who`() throws {
    let counter = try Counter()
    let numbers = try (0..<60).map { try counter.order("G\($0)") }
    let seats: [SeatCode] = ["city-dispatch-1", "city-dispatch-2", "city-chief", "city-leader"]
    let authorities = try seats.map { try counter.authority($0) }
    let won = Mutex<[OrderNumber: [SeatCode]]>([:])
    let lost = Mutex<[(order: OrderNumber, told: String, code: Refusal.Code?)]>([])
    let operations = counter.operations
    DispatchQueue.concurrentPerform(iterations: seats.count) { index in
      for number in numbers {
        do throws(OperationError) {
          _ = try operations.perform(
            .claim, on: number, by: authorities[index], id: "\(seats[index]):\(number.text)")
          won.withLock { $0[number, default: []].append(seats[index]) }
        } catch {
          var told: Refusal?
          if case .refused(let refusal, _) = error { told = refusal }
          lost.withLock { $0.append((number, told?.subject ?? "", told?.code)) }
        }
      }
    }
    let winners = won.withLock { $0 }
    #expect(winners.count == numbers.count)
    #expect(winners.values.allSatisfy { $0.count == 1 })
    let losers = lost.withLock { $0 }
    #expect(losers.count == numbers.count * (seats.count - 1))
    for loser in losers {
      #expect(loser.code == .claimedByOther)
      #expect(winners[loser.order]?.first?.rawValue == loser.told)
    }
  }

  private func anyUnit(_ counter: Counter) throws -> UnitCode {
    guard let unit = counter.city.units.all.first(where: { $0.kind == .department }) else {
      throw Missing(what: "department")
    }
    return unit.code
  }
}

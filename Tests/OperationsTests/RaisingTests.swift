import Journal
import MemoryJournal
import Model
import Operations
import Testing

@Suite("What the rules raise")
struct RaisingTests {
  @Test func `is written once and alike however many desks raise it and when`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    let due = try #require(try counter.store.order(number)?.order.core.stageDue)
    counter.clock.advance(minutes: 60)
    let first = try counter.operations.raise(limit: 20)
    #expect(first.map(\.number) == [number])
    let head = try counter.store.head()
    counter.clock.advance(minutes: 0)
    #expect(try counter.operations.raise(limit: 20) == [])
    #expect(try counter.store.head() == head)
    let header = try #require(try counter.store.order(number)?.events.last?.header)
    #expect(header.occurredAt == first.first?.rule.dueAt)
    #expect(header.occurredAt >= due)
    #expect(header.command == first.first?.id)
    #expect(header.officer == "" && header.account == "rule")
  }

  @Test func `is bounded, what was due first in front, and comes to its end`() throws {
    let counter = try Counter()
    var numbers: [OrderNumber] = []
    for name in ["G1", "G2", "G3"] {
      numbers.append(try counter.order(name))
      counter.clock.advance(minutes: 1)
    }
    counter.clock.advance(minutes: 9_000)
    #expect(try counter.operations.raise(limit: 2).map(\.number) == Array(numbers.prefix(2)))
    #expect(try counter.operations.raise(limit: 2).map(\.number) == [numbers[2]])
    #expect(try counter.operations.raise(limit: 2) == [])
    for number in numbers {
      // Of all thresholds that were passed only the gravest: one event an order.
      #expect(try counter.store.order(number)?.order.care.raised.map(\.threshold) == [.triple])
    }
  }

  @Test func `does not stand in the way of an officer who acts on what he had before him`() throws {
    let counter = try Counter()
    let number = try counter.order("G1")
    counter.clock.advance(minutes: 9_000)
    #expect(try counter.operations.raise(limit: 20).first?.level == 3)
    let result = try counter.operations.perform(
      .file(Filing()), on: number, by: counter.authority("city-dispatch-1"), id: "a", seen: 1)
    #expect(result.order.stage == .filed)
    #expect(try counter.store.row(number, seat: "city-chief")?.supervision == 3)
  }
}

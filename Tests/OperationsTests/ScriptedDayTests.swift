import Journal
import Model
import Operations
import Testing

/// A day worked end to end at both tiers.
@Suite("A scripted day")
struct ScriptedDayTests {
  @Test("every order comes to its end, by both tiers, and the journal proves it")
  func day() throws {
    var day = try ScriptedDay()
    try day.play()
    let store = day.counter.store
    for row in try day.counter.rows() { #expect(row.stage == .closed, "\(row.number.text)") }
    #expect(try JournalVerifier.verify(store).findings == [])

    let events = try store.chainedEvents(from: 2, limit: .max).map { try $0.event.decodedOrderEvent() }
    let kinds = Dictionary(events.map { ($0.header.type, 1) }, uniquingKeysWith: +)
    for type in [
      EventType.returned, .escalated, .delegated, .suspended, .resumed, .extended, .settled, .merged, .joined, .split,
      .parted, .answered, .followedUp, .reopened, .declined,
    ] { #expect(kinds[type.rawValue, default: 0] > 3, "\(type.rawValue)") }
    #expect(kinds[EventType.merged.rawValue] == day.merges)
    #expect(kinds[EventType.split.rawValue] == day.splits)
    #expect(Set(events.map(\.header.tier)) == [.city, .town])
  }

  @Test("nobody inspects what he handled, and every caller of a merged order is answered")
  func rules() throws {
    var day = try ScriptedDay()
    try day.play()
    for row in try day.counter.rows() where !day.joined.contains(row.number) {
      let file = try #require(try day.counter.store.order(row.number))
      for (index, event) in file.events.enumerated() {
        guard case .inspected = event.event else { continue }
        let fedBack = file.events[..<index].last { if case .fedBack = $0.event { true } else { false } }
        #expect(fedBack?.header.officer != event.header.officer || event.header.officer == "")
      }
      let asked = file.events.contains { if case .followedUp = $0.event { true } else { false } }
      if asked { #expect(file.order.answersOwed(in: day.counter.city.policy) == []) }
      #expect(file.order.standing.hops == file.events.count { if case .returned = $0.event { true } else { false } })
    }
  }
}

import Journal
import MemoryJournal
import Model
import Replay
import SQLiteJournal
import Testing

@testable import JournalConformance

/// A journal as it was is compared with one that has no later events, in all that is read of it.
@Suite struct ReplayJournalTests {
  /// A history of some hundred orders, at a step of twenty minutes or less.
  private static func history(seed: UInt64, steps: Int = 420) throws -> History {
    var history = try History(MemoryFactory(), seed: seed)
    try history.run(steps: steps)
    return history
  }

  /// When the event of a sequence was recorded, and the last sequence of that instant.
  private static func instant(_ sequence: Int64, in journal: any JournalStore) throws -> (Instant, Int64) {
    let at = try #require(try journal.events(from: sequence, limit: 1).first).header.recordedAt
    return (at, try journal.sequence(recordedFrom: at.adding(milliseconds: 1)) - 1)
  }

  @Test(arguments: [61, 62] as [UInt64])
  func `all that is read is as it was at the moment, in whatever order moments are shown`(seed: UInt64) throws {
    var history = try Self.history(seed: seed)
    let last = try history.store.head().sequence
    let past = try ReplayJournal(history.store, at: history.now, stride: 40)
    for sequence in [last, 3, last / 2, last / 2 + 5, last / 3, last - 30, 90, 45, 1] {
      let (instant, end) = try Self.instant(sequence, in: history.store)
      try past.show(instant)
      #expect(try past.sequence() == end)
      try compare(past, with: Past.journal(history.store, until: end), &history, at: instant)
    }
  }

  @Test func `so it is on SQLite`() throws {
    var history = try Self.history(seed: 63)
    let copied = try Copied(of: history.store)
    let last = try history.store.head().sequence
    let past = try ReplayJournal(copied.store, at: history.now, stride: 70)
    for sequence in [last / 2, last / 4, last] {
      let (instant, end) = try Self.instant(sequence, in: history.store)
      try past.show(instant)
      try compare(past, with: Past.journal(history.store, until: end), &history, at: instant)
    }
  }

  @Test func `what had been learned is told where a moment was made of all events, and of nothing else`() throws {
    var history = try History(MemoryFactory(), seed: 67)
    for _ in 0..<24 {
      try history.run(steps: 4)
      try LearningChecks.walk(&history)
    }
    let last = try history.store.head().sequence
    let whole = try ReplayJournal(history.store, at: history.now, stride: ReplayJournal.longest)
    let part = try ReplayJournal(history.store, at: history.now, stride: 40)
    var counts: Set<Int> = []
    for sequence in [last, last / 2, last * 3 / 4, last / 3] {
      let (instant, end) = try Self.instant(sequence, in: history.store)
      let reference = try Past.journal(history.store, until: end)
      try whole.show(instant)
      #expect(try whole.learned([], category: nil) == reference.learned([], category: nil))
      counts.insert(try whole.learned([], category: nil).orders.values.reduce(0, +))
      try part.show(instant)
      #expect(try part.learned([], category: nil).isEmpty)
    }
    #expect(counts.count > 2, "it grows")
  }

  @Test func `a journal that goes on growing does not change its past`() throws {
    var history = try Self.history(seed: 64, steps: 200)
    let (instant, end) = try Self.instant(120, in: history.store)
    let reference = try Past.journal(history.store, until: end)
    let past = try ReplayJournal(history.store, at: instant, stride: 50)
    for _ in 0..<4 {
      try history.run(steps: 40)
      try compare(past, with: reference, &history, at: instant)
    }
    // It can be followed into what was written meanwhile.
    for _ in 0..<3 {
      try history.run(steps: 25)
      try past.show(history.now)
      let now = try Past.journal(history.store, until: history.store.head().sequence)
      try compare(past, with: now, &history, at: history.now)
    }
  }

  @Test func `time goes on one step at a time`() throws {
    let history = try Self.history(seed: 65, steps: 120)
    let first = try Self.instant(1, in: history.store).0
    let past = try ReplayJournal(history.store, at: first)
    var token = try past.changeToken()
    var now = first
    while now < history.now {
      now = now.adding(minutes: 7)
      let hasMoved = try past.show(now)
      #expect(try past.changeToken() != token || !hasMoved)
      token = try past.changeToken()
    }
    #expect(try counts(past) == counts(history.store))
    #expect(try past.head() == history.store.head())
  }

  @Test func `nothing is taken in, and its clock is its own`() throws {
    var history = try Self.history(seed: 66, steps: 60)
    let past = try ReplayJournal(history.store, at: history.now)
    let request = try history.nextRequest()
    let head = try history.store.head()
    #expect(throws: JournalError.self) { try past.append([request], recordedAt: history.now) }
    #expect(throws: JournalError.self) { try past.erasePersonal(2) }
    #expect(throws: JournalError.self) { try past.rebuild() }
    try past.markSeen([:], by: "C1")
    #expect(try history.store.head() == head)
    let (instant, end) = try Self.instant(20, in: history.store)
    let setting = ClockSetting(feed: instant, wall: history.now, speed: 60_000, paused: true)
    try past.setClock(setting)
    #expect(try past.clock() == setting)
    #expect(try past.sequence() == end)
    #expect(try history.store.clock() == nil)
    try past.close()
    #expect(throws: JournalError.self) { try past.board() }
  }

  private func compare(
    _ past: ReplayJournal, with reference: MemoryJournal, _ history: inout History, at now: Instant
  ) throws {
    #expect(try past.head() == reference.head())
    #expect(try counts(past) == counts(reference))
    let hour = now.hour
    for town in [nil] + SampleCity.towns {
      #expect(
        try past.arrivals(from: hour - 23, to: hour, town: town)
          == reference.arrivals(from: hour - 23, to: hour, town: town))
      #expect(try past.recent(limit: 20, town: town) == reference.recent(limit: 20, town: town))
    }
    for later in [0, 3_000] {
      let at = now.adding(minutes: later)
      #expect(
        try past.late(at: at, towns: SampleCity.towns, bound: 9)
          == reference.late(at: at, towns: SampleCity.towns, bound: 9))
      let span = LeadSpan(from: 0, to: history.day, now: at)
      #expect(
        try past.suspects(span, after: nil, limit: 50) == reference.suspects(span, after: nil, limit: 50))
    }
    #expect(try past.claims(of: "C1", at: now) == reference.claims(of: "C1", at: now))
    #expect(
      try past.shared(by: Set(SampleCity.units), outside: nil, seat: "C1")
        == reference.shared(by: Set(SampleCity.units), outside: nil, seat: "C1"))
    for number in history.reference.entries.keys.sorted() {
      #expect(try past.order(number) == reference.order(number))
      #expect(try past.row(number, seat: "C1") == reference.row(number, seat: "C1"))
      #expect(try past.limitRun(number) == reference.limitRun(number))
    }
    #expect(try past.responses() == reference.responses())
    try comparePages(past, reference, &history)
  }

  /// The counts; a cell at zero may be missing.
  private func counts(_ store: any JournalStore) throws -> [Board.Cell: Int] {
    try store.board().orders.filter { $0.value != 0 }
  }

  private func comparePages(
    _ past: ReplayJournal, _ reference: MemoryJournal, _ history: inout History
  ) throws {
    let filters: [TextFilter?] = [nil, TextFilter(words: ["噪声"]), TextFilter(digits: "2")]
    for sort in OrderQuery.Sort.allCases {
      for tab in [OrderQuery.Tab.open, .all, .stage(.closed), .stage(.handling)] {
        for filter in filters {
          for town in [nil, SampleCity.towns[0]] {
            let query = OrderQuery(town: town, tab: tab, sort: sort, filter: filter)
            for anchor in [PageAnchor.top, .bottom, try PageChecks.randomAnchor(&history)] {
              let before = Int.random(in: 0...7, using: &history.random)
              let after = Int.random(in: 0...7, using: &history.random)
              let seen = try past.page(
                query, anchor: anchor, before: before, after: after, seat: "C1", effort: .newest)
              let wanted = try reference.page(
                query, anchor: anchor, before: before, after: after, seat: "C1", effort: .full)
              #expect(seen == wanted, "\(query) at \(anchor), \(before) before, \(after) after")
            }
          }
        }
      }
    }
  }
}

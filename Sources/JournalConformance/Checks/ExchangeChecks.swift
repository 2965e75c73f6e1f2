import Journal
import Model

enum ExchangeChecks {
  static func exchange(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 51)
    try history.run(steps: 120)
    let lines = try export(history.store)
    for batch in [1, 7, 1_000] {
      let copy = try read(lines, batch: batch, factory)
      try compare(history.store, copy)
      try expect(try export(copy), equals: lines, "export of the copy")
      try expect(try JournalVerifier.verify(copy).findings, equals: [], "findings in the copy")
    }
    let copy = try read(lines, factory)
    let request = try history.nextRequest()
    let there = try history.store.append([request], recordedAt: history.now)
    try expect(try copy.append([request], recordedAt: history.now), equals: there, "the next command in the copy")
    try expect(try copy.head(), equals: try history.store.head(), "head after the next command")
    let bare = try export(history.store, personal: false)
    let anonymous = try read(bare, factory)
    try expect(try anonymous.head(), equals: try history.store.head(), "head without personal data")
    try expect(try JournalVerifier.verify(anonymous).findings, equals: [], "findings without personal data")
  }

  private static func compare(_ one: any JournalStore, _ two: any JournalStore) throws {
    try expect(two.identity, equals: one.identity, "identity")
    try expect(try two.head(), equals: try one.head(), "head")
    let events = try one.chainedEvents(from: 1, limit: 100_000)
    try expect(try two.chainedEvents(from: 1, limit: 100_000), equals: events, "events")
    let heads = try one.streamHeads(after: nil, limit: 100_000)
    try expect(try two.streamHeads(after: nil, limit: 100_000), equals: heads, "heads")
    try compareProjections(one, two)
    for sequence in 1...Int64(events.count) {
      try expect(try two.personal(sequence), equals: try one.personal(sequence), "personal data at \(sequence)")
    }
  }

  /// Compares what two stores derive from their events.
  static func compareProjections(_ one: any JournalStore, _ two: any JournalStore) throws {
    try expect(try rows(two), equals: try rows(one), "rows")
    let kept = try one.board().orders.filter { $0.value != 0 }
    try expect(try two.board().orders.filter { $0.value != 0 }, equals: kept, "kept counts")
    for town in PageChecks.towns {
      let arrivals = try one.arrivals(from: 0, to: 1_000_000, town: town).filter { $0.count != 0 }
      let others = try two.arrivals(from: 0, to: 1_000_000, town: town).filter { $0.count != 0 }
      try expect(others, equals: arrivals, "arrivals")
    }
    let terms = LearningChecks.terms
    try expect(try two.learned(terms, category: nil), equals: try one.learned(terms, category: nil), "learned")
    for filter in SearchChecks.filters {
      try expect(try rows(two, filter), equals: try rows(one, filter), "rows that match \(filter)")
    }
  }

  private static func rows(_ store: any JournalStore, _ filter: TextFilter? = nil) throws -> [OrderRow] {
    let query = OrderQuery(tab: .all, sort: .oldest, filter: filter)
    return try store.page(query, anchor: .top, before: 0, after: 100_000, seat: "nobody", effort: .full).rows
  }

  static func damagedExport(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 52)
    try history.run(steps: 20)
    let lines = try export(history.store)
    let middle = lines.count / 2
    let cut = Array(lines.dropLast())
    try expectError(.damaged, "an export without its head") { _ = try read(cut, factory) }
    try expectError(.damaged, "an empty export") { _ = try read([], factory) }
    for index in [1, middle, lines.count - 1] {
      var missing = lines
      missing.remove(at: index)
      try expectError(.damaged, "an export without line \(index + 1)") { _ = try read(missing, factory) }
    }
    for (index, line) in lines.enumerated() {
      let digits = line.lastIndex { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "8") }
      guard let digits else { continue }
      var changed = lines
      changed[index][digits] += 1
      try expectError(.damaged, "an export with line \(index + 1) changed") { _ = try read(changed, factory) }
    }
    for (index, line) in lines.enumerated() where line.starts(with: "{\"chain\":\"".utf8) {
      var changed = lines
      changed[index][10] = line[10] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      try expectError(.damaged, "an export with the chain of line \(index + 1) changed") {
        _ = try read(changed, factory)
      }
    }
    var blank = lines
    blank.insert([], at: middle)
    try expectError(.damaged, "an export with a blank line") { _ = try read(blank, factory) }
  }

  /// What does not follow the journal's last event is not restored, nor what comes with it.
  static func restoring(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 53)
    try history.run(steps: 30)
    let events = try history.store.events(from: 1, limit: 1_000)
    let opening = try required(events.first, "opening")
    let store = try factory.make(opening: opening)
    let head = try store.head()
    let sound = events.dropFirst().map { RestoredEvent(event: $0, personal: nil) }
    let changes: [(String, (inout EventHeader) -> Void)] = [
      ("a sequence that was", { $0.sequence -= 1 }), ("a sequence to come", { $0.sequence += 1 }),
      ("a version that was", { $0.version -= 1 }), ("a version to come", { $0.version += 1 }),
      ("another city", { $0.city = "other" }), ("no stream of an order", { $0.stream = .journal }),
    ]
    for (what, change) in changes {
      let last = try required(sound.last?.event, "last event")
      var header = last.header
      change(&header)
      let bad = RestoredEvent(event: StoredEvent(header: header, payload: last.payload), personal: nil)
      try expectError(.invalidRequest, what) { try store.restore(sound.dropLast() + [bad]) }
      try expect(try store.head(), equals: head, "head after \(what)")
    }
    try expectError(.invalidRequest, "an opening once more") {
      try store.restore([RestoredEvent(event: opening, personal: nil)])
    }
    try store.restore(sound)
    try expect(try store.head(), equals: try history.store.head(), "head of what was restored")
    try compareProjections(history.store, store)
    let known = try required(events.last?.header.command, "command")
    let repeated = AppendRequest(command: known, writes: try history.receive(history.report()).writes)
    guard case .repeated = try store.append([repeated], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "a command that was restored", detail: "not known")
    }
  }

  /// The lines of a store's export.
  static func export(_ store: any JournalStore, personal: Bool = true) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    try JournalExport.write(store, personal: personal, batch: 7) { line in lines.append(line) }
    return lines
  }

  /// A store of its own out of an export.
  static func read(
    _ lines: [[UInt8]], batch: Int = 50, _ factory: some JournalFactory
  ) throws -> any JournalStore {
    var left = lines[...]
    return try JournalImport.read(batch: batch, from: { left.popFirst() }) { opening throws(JournalError) in
      try factory.make(opening: opening)
    }
  }
}

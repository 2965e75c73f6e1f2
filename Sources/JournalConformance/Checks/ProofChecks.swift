import Journal
import Model

enum ProofChecks {
  static func rebuilding(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 61)
    try history.run(steps: 120)
    let copy = try ExchangeChecks.read(try ExchangeChecks.export(history.store), factory)
    let seen = OrderNumber(day: history.day, sequence: 1)
    try copy.markSeen([seen: 1_000], by: "C1")
    try copy.rebuild()
    try ExchangeChecks.compareProjections(history.store, copy)
    try expect(try copy.row(seen, seat: "C1")?.unread ?? false, equals: false, "unread after a rebuild")
    try expect(try copy.head(), equals: try history.store.head(), "head after a rebuild")
    let request = try history.receive(history.report())
    let there = try history.store.append([request], recordedAt: history.now)
    try expect(try copy.append([request], recordedAt: history.now), equals: there, "an append after a rebuild")
  }

  static func cleanVerification(_ factory: some JournalFactory) throws {
    for seed: UInt64 in [62, 63] {
      var history = try History(factory, seed: seed)
      try expect(try JournalVerifier.verify(history.store).findings, equals: [], "findings in an empty journal")
      try history.run(steps: 120)
      for batch in [1, 13, 1_000] {
        let verification = try JournalVerifier.verify(history.store, batch: batch)
        try expect(verification.findings, equals: [], "findings in a sound journal")
        try expect(verification.events, equals: Int64(history.reference.events.count), "events looked at")
        try expect(verification.streams, equals: history.reference.entries.count + 1, "streams looked at")
        try expect(verification.head, equals: try history.store.head(), "head")
      }
    }
  }

  static func tampering(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 64)
    let first = try AppendChecks.firstOrder(&history)
    for text in ["甲", "乙"] {
      let order = try required(history.reference.entries[first.number]?.order, "order")
      let note = try required(try history.act(.note(text), on: order, by: SampleCity.seats[1]), "note")
      guard case .appended(let receipt) = try history.store.append([note], recordedAt: history.now).first else {
        throw ConformanceFailure(subject: "a note", detail: "not appended")
      }
      try history.reference.take(note, receipt, recordedAt: history.now)
    }
    let owner = Int64(history.reference.events.count) + 1
    let person = try history.receive(history.report(), reporter: History.somebody)
    guard case .appended(let receipt) = try history.store.append([person], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "a report with a reporter", detail: "not appended")
    }
    try history.reference.take(person, receipt, recordedAt: history.now)
    try history.run(steps: 40)
    let lines = try ExchangeChecks.export(history.store)
    for (tampering, wanted) in try cases(history, first.number, owner) {
      let damaged = try factory.tamper(try ExchangeChecks.read(lines, factory), tampering)
      let findings = try JournalVerifier.verify(damaged).findings
      for finding in wanted {
        let isFound = findings.contains { found in
          found.code == finding.code && (finding.stream == nil || found.stream == finding.stream)
            && (finding.version == nil || found.version == finding.version)
            && (finding.sequence == nil || found.sequence == finding.sequence)
        }
        try expect(isFound, "\(tampering) found as \(finding), found \(findings)")
      }
    }
  }

  /// Damage, and what a verification must say of it.
  private static func cases(
    _ history: History, _ number: OrderNumber, _ owner: Int64
  ) throws -> [(Tampering, [JournalFinding])] {
    let stream = StreamID.order(number)
    let row = try required(history.reference.entries[number]?.row, "row")
    let last = Int64(history.reference.events.count)
    let ending = try required(history.reference.events.last?.header, "last event")
    let other = [UInt8](repeating: 7, count: JournalDigest.length)
    return [
      (
        .removeEvent(3),
        [.init(.missingEvent, sequence: 3), .init(.missingInStream, stream: stream, version: 2)]
      ),
      (
        .removeTail(from: last),
        [
          .init(.missingTail, sequence: last),
          .init(.missingInStream, stream: ending.stream, version: ending.version),
        ]
      ),
      (.removeTail(from: last - 5), [.init(.missingTail, sequence: last - 5)]),
      (.removeOrder(number), [.init(.missingEvent, sequence: 2), .init(.board)]),
      (
        .changePayload(3, to: Array(#"{"text":"丙"}"#.utf8)),
        [.init(.brokenLink, stream: stream, version: 2, sequence: 3), .init(.brokenStream, stream: stream)]
      ),
      (.changePayload(3, to: Array("{".utf8)), [.init(.unreadable, stream: stream, version: 2, sequence: 3)]),
      (
        .changeOfficer(4, to: "O9"),
        [.init(.brokenLink, stream: stream, version: 3, sequence: 4), .init(.brokenStream, stream: stream)]
      ),
      (.changeChain(3, to: other), [.init(.brokenLink, stream: stream, version: 2, sequence: 3)]),
      (.changeStreamHead(stream, to: other), [.init(.brokenStream, stream: stream)]),
      (.removeStreamHead(stream), [.init(.strayEvent, stream: stream, version: 1, sequence: 2)]),
      (.changeHead(to: other), [.init(.brokenHead, sequence: last)]),
      (.removeCommand(3), [.init(.command, sequence: 3)]),
      (.removeRow(number), [.init(.missingRow, stream: stream)]),
      (.changeTitle(number, to: "改过"), [.init(.otherRow, stream: stream)]),
      (.changeBoard(Board.Cell(row), by: 1), [.init(.board)]),
      (.changeArrivals(hour: row.arrivedAt.hour, town: row.town, by: 1), [.init(.arrivals)]),
      (.changeRateFact(number, standings: 0), [.init(.rates, stream: stream)]),
      (.removeRateCells(day: number.day), [.init(.rates)]),
      (.changeLearned(LearnedClass(category: "LAMP", unit: "LIGHT"), by: 1), [.init(.learned)]),
      (.changeName(owner, to: "别人"), [.init(.personal, sequence: owner)]),
    ]
  }
}

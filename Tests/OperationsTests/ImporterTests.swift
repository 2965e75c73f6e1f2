import City
import Feeds
import Foundation
import Journal
import Model
import Operations
import Testing

@Suite("Imports")
struct ImporterTests {
  private func importer(_ counter: Counter) -> Importer {
    Importer(operations: counter.operations, account: "test")
  }

  @Test func `an ordinary day comes in whole and a second time adds nothing`() throws {
    let counter = try Counter()
    let folder = try TemporaryFolder()
    counter.clock.advance(minutes: 2 * 24 * 60)
    let feed = ImportFeed.lines(path: Fixtures.feed("day.jsonl"))
    let rejects = try folder.file("rejects.jsonl")
    var heard: [ImportSummary] = []
    let first = try importer(counter).run(feed, rejects: rejects) { heard.append($1) }
    #expect(first == ImportSummary(accepted: 720))
    #expect(heard.last == first)
    let head = try counter.store.head()
    #expect(try importer(counter).run(feed, rejects: rejects) == ImportSummary(repeated: 720))
    #expect(try counter.store.head() == head)
    #expect(!FileManager.default.fileExists(atPath: rejects))
    #expect(try JournalVerifier.verify(counter.store).isClean)
  }

  @Test func `orders bear numbers in the order of the file`() throws {
    let counter = try Counter()
    let folder = try TemporaryFolder()
    counter.clock.advance(minutes: 2 * 24 * 60)
    let path = Fixtures.feed("day.jsonl")
    _ = try importer(counter).run(.lines(path: path), rejects: try folder.file("rejects.jsonl"))
    var decoder = ReportDecoder(city: counter.city)
    let reports = try Fixtures.lines(path).filter { !$0.isEmpty }.enumerated().map {
      try decoder.decode($0.element, line: $0.offset + 1).report
    }
    // The later reports of an incident go to the order of the first one.
    var incidents: Set<String> = []
    let wanted = reports.compactMap { report -> String? in
      guard case .emergency(let fields)? = report.detail else { return report.sourceID }
      return incidents.insert(fields.incident).inserted ? report.sourceID : nil
    }
    let rows = try counter.store.chainedEvents(from: 2, limit: .max).map { try $0.event.decodedOrderEvent() }
    let found = rows.compactMap { event -> String? in
      if case .received(let received) = event.event { received.report.sourceID } else { nil }
    }
    #expect(found == wanted)
  }

  @Test func `every bad line is kept with its bytes and every good one comes in`() throws {
    let counter = try Counter()
    let folder = try TemporaryFolder()
    counter.clock.advance(minutes: 2 * 24 * 60)
    let path = Fixtures.feed("broken.jsonl")
    let rejects = try folder.file("rejects.jsonl")
    let summary = try importer(counter).run(.lines(path: path), rejects: rejects)
    let verdicts = try Verdict.table()
    func count(_ verdict: String) -> Int { verdicts.count { $0.verdict == verdict } }
    #expect(
      summary
        == ImportSummary(
          accepted: count("accepted"), amended: count("amended"), repeated: count("repeated"),
          rejected: count("rejected")))
    let source = try Fixtures.lines(path)
    let kept = try Fixtures.lines(rejects).filter { !$0.isEmpty }
    #expect(kept.count == summary.rejected)
    for entry in kept {
      let line = try JSONDecoder().decode(Entry.self, from: Data(entry)).line
      #expect(verdicts[line - 1].verdict == "rejected", "line \(line)")
      #expect(RejectedBytes.decode(entry) == source[line - 1], "line \(line)")
    }
  }

  @Test func `real rows are all accounted for and counted as a plain recount does`() throws {
    let counter = try Counter(Fixtures.nyc311)
    let folder = try TemporaryFolder()
    counter.clock.advance(minutes: 4 * 365 * 24 * 60)
    let map = try ColumnMap(path: Fixtures.folder + "/maps/nyc311.yaml", zone: TimeZones.offsets)
    let path = Fixtures.folder + "/nyc311/requests-2023.csv"
    let summary = try importer(counter).run(
      .records(path: path, map: map), rejects: try folder.file("rejects.jsonl"))
    #expect(summary == ImportSummary(accepted: 4_999))
    let source = try PlainCount(path)
    let rows = try counter.rows()
    #expect(source.rows == 4_999)
    let names = rows.compactMap { $0.town.flatMap { counter.city.places[$0]?.name.uppercased() } }
    #expect(tally(names) == source.counts["Borough"])
    #expect(tally(rows.map { $0.originUnit?.rawValue ?? "" }) == source.counts["Agency"])
    #expect(tally(rows.map(\.originStatus)) == source.counts["Status"])
    #expect(rows.count { $0.stage == .closed } == source.counts["Status"]?["Closed"])
  }

  @Test func `bad lines between many good ones stop none of them`() throws {
    let counter = try Counter()
    let folder = try TemporaryFolder()
    counter.clock.advance(minutes: 2 * 24 * 60)
    let day = try Fixtures.lines(Fixtures.feed("day.jsonl")).filter { !$0.isEmpty }
    var mixed: [UInt8] = []
    for (index, line) in day.enumerated() {
      mixed += line + [0x0A]
      if index.isMultiple(of: 7) { mixed += Array("{\"bad\":\n".utf8) }
      if index == 300 { mixed += Array(repeating: UInt8(ascii: "x"), count: 3 << 20) + [0x0A] }
    }
    let path = try folder.file("mixed.jsonl")
    try Data(mixed).write(to: URL(fileURLWithPath: path))
    let rejects = try folder.file("rejects.jsonl")
    let summary = try importer(counter).run(.lines(path: path), rejects: rejects)
    #expect(summary == ImportSummary(accepted: 720, rejected: 103 + 1))
    let kept = try Fixtures.lines(rejects).filter { !$0.isEmpty }.compactMap { RejectedBytes.decode($0) }
    #expect(kept.count == 104)
    #expect(kept.map(\.count).max() == 3 << 20)
  }

  @Test func `a file that is not there is told and nothing comes in`() throws {
    let counter = try Counter()
    let folder = try TemporaryFolder()
    let error = #expect(throws: FeedFileError.self) {
      try importer(counter).run(
        .lines(path: folder.path + "/none.jsonl"), rejects: try folder.file("rejects.jsonl"))
    }
    #expect(error?.code == .missing)
    #expect(try counter.store.head().sequence == 1)
  }

  @Test func `a journal that does not answer ends the import`() throws {
    let counter = try Counter()
    let folder = try TemporaryFolder()
    try counter.store.close()
    #expect(throws: OperationError.journal(JournalError(.closed, subject: counter.city.site))) {
      try importer(counter).run(
        .lines(path: Fixtures.feed("typhoon.jsonl")), rejects: try folder.file("rejects.jsonl"))
    }
  }

  private func tally(_ words: [String]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private struct Entry: Decodable {
    let line: Int
  }
}

import Foundation
import Journal
import Model
import Testing

@testable import SQLiteJournal

@Suite("What a desk asks for is found by indexes")
struct PlanTests {
  @Test("every lane of any list is a range of an index, in the list's order")
  func lanes() throws {
    let folder = try ScratchFolder()
    let journal = try SampleJournal.open(folder.file())
    let tabs = [OrderQuery.Tab.open, .all] + Stage.allCases.map { .stage($0) }
    var seen = 0
    for tab in tabs {
      for sort in OrderQuery.Sort.allCases {
        for (town, source, unit) in [
          (nil, nil, nil), ("T01", nil, nil), (nil, Source.grid, nil), ("T01", .grid, nil), (nil, nil, UnitCode("U")),
        ] as [(PlaceCode?, Source?, UnitCode?)] {
          let query = OrderQuery(town: town, tab: tab, source: source, unit: unit, sort: sort)
          for lane in LanePlan.lanes(query) {
            for direction in [Direction.forward, .backward] {
              let plan = try journal.plan(LaneCursor.sql(lane, sort: sort, direction))
              let expected =
                switch lane.path {
                case .table, .index: ["SEARCH orders"]
                case .search: ["SCAN search VIRTUAL TABLE", "SEARCH orders USING INTEGER PRIMARY KEY"]
                case .waiting:
                  ["SEARCH waiting USING INTEGER PRIMARY KEY", "SEARCH orders USING INTEGER PRIMARY KEY"]
                }
              #expect(
                plan.count == expected.count && zip(plan, expected).allSatisfy { $0.hasPrefix($1) }, "\(plan) \(lane)")
              seen += 1
            }
          }
        }
      }
    }
    #expect(seen > 700)
    try journal.close()
  }

  @Test("no other statement of a desk scans a table that grows")
  func statements() throws {
    let folder = try ScratchFolder()
    let path = folder.file()
    try SampleJournal.fill(path, orders: 30)
    let journal = try SampleJournal.open(path)
    let numbers = try journal.readEverything()
    let event = try #require(try journal.chainedEvents(from: 2, limit: 1).first).event
    let copy = try SampleJournal.open(folder.file())
    try copy.restore([RestoredEvent(event: event, personal: nil)])
    try journal.markSeen([numbers[0]: 1], by: "S1")
    try journal.setClock(
      ClockSetting(feed: Instant(seconds: 1), wall: Instant(seconds: 1), speed: 1_000, paused: false))
    let bounded = [
      "SCAN counter", "SCAN day", "SCAN search VIRTUAL TABLE", "SCAN sqlite_master", "SCAN projection", "SCAN waiting",
    ]
    var seen = 0
    for connection in [journal.pages, journal.files, journal.writer, copy.writer] {
      let all = try connection.use { (session) throws(JournalError) in session.preparedSQL }
      for sql in all
      where !sql.hasPrefix("PRAGMA") && !["BEGIN", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"].contains(sql) {
        for step in try journal.plan(sql) where step.contains("SCAN") || step.contains("TEMP B-TREE") {
          let isBounded =
            bounded.contains { step.hasPrefix($0) } || step.hasPrefix("SCAN (subquery")
            || (step.contains("TEMP B-TREE") && sql.contains("claim_seat"))
          #expect(isBounded, "\(step) in \(sql)")
        }
        seen += 1
      }
    }
    #expect(seen > 25)
    try copy.close()
    try journal.close()
  }
}

extension SQLiteJournal {
  /// The steps in which SQLite would run a statement.
  fileprivate func plan(_ sql: String) throws(JournalError) -> [String] {
    try pages.use { (session) throws(JournalError) in
      let statement = try SQLStatement("EXPLAIN QUERY PLAN " + sql, on: session.connection)
      var steps: [String] = []
      while try statement.step() { steps.append(statement.text(3)) }
      return steps
    }
  }

  /// Asks for all that a desk asks for.
  fileprivate func readEverything() throws(JournalError) -> [OrderNumber] {
    let top = try page(OrderQuery(), anchor: .top, before: 0, after: 20, seat: "S1", effort: .full)
    let numbers = top.rows.map(\.number)
    for effort in [SearchEffort.newest, .full] {
      let filter = TextFilter(words: ["噪声扰民"], digits: "1", places: ["T01"], units: ["U"])
      _ = try page(OrderQuery(filter: filter), anchor: .top, before: 0, after: 20, seat: "S1", effort: effort)
    }
    _ = try head()
    _ = try changeToken()
    _ = try orders(numbers)
    _ = try order(source: .grid, sourceID: "1")
    _ = try row(numbers[0], seat: "S1")
    _ = try board()
    _ = try late(at: Instant(seconds: 1_900_000_000), towns: ["T01"], bound: 9)
    _ = try arrivals(from: 0, to: 1, town: "T01")
    _ = try recent(limit: 20, town: nil)
    _ = try recent(limit: 20, town: "T01")
    _ = try claims(of: "S1", at: Instant(seconds: 1))
    for town in [nil, PlaceCode("T01")] {
      _ = try candidates(
        near: numbers[0], town: town, from: Instant(seconds: 0), to: Instant(seconds: 1_900_000_000), limit: 5)
    }
    _ = try clock()
    let now = Instant(seconds: 1_900_000_000)
    for grouping in [RateQuery.Grouping?.none, .town, .unit] {
      _ = try rates(RateQuery(from: 20_200_101, to: 20_991_231, town: "T01", by: grouping, now: now))
    }
    _ = try orders(
      behind: RateList(.onSchedule, .denominator), in: RateQuery(from: 20_200_101, to: 20_991_231, now: now),
      after: nil, limit: 20)
    _ = try rateFact(numbers[0])
    _ = try raisesDue([RaisingStep(.amber, percent: 75), RaisingStep(.triple, percent: 300)], before: now, limit: 20)
    _ = try limitRun(numbers[0])
    for town in [nil, PlaceCode("T01")] {
      _ = try suspects(LeadSpan(from: 20_200_101, to: 20_991_231, town: town, now: now), after: nil, limit: 20)
    }
    return numbers
  }
}

import Feeds
import Foundation
import Model
import Testing

@Suite struct FixtureTests {
  private func intake(_ feed: String, city: CityTables) throws -> [Intake] {
    var reader = LineReader(try FeedInput(path: Fixture.path(feed)))
    var decoder = ReportDecoder(city: city)
    var all: [Intake] = []
    while let piece = try reader.nextPiece() { all.append(decoder.intake(piece)) }
    return all
  }

  private func isRejected(_ intake: Intake) -> Bool {
    if case .report = intake { false } else { true }
  }

  @Test func `The bad lines of the broken feed, and no others, are rejected`() throws {
    let verdicts = try intake("feeds/broken.jsonl", city: Fixture.city("haimen"))
    let expected = try Fixture.rows("feeds/broken.expected.csv")
    #expect(verdicts.count == expected.count)
    for (verdict, row) in zip(verdicts, expected) {
      #expect(isRejected(verdict) == (row["verdict"] == "rejected"), "\(row)")
    }
  }

  @Test(arguments: ["feeds/day.jsonl", "feeds/typhoon.jsonl"])
  func `The fixture days have no bad line`(feed: String) throws {
    let verdicts = try intake(feed, city: Fixture.city("haimen"))
    #expect(verdicts.count > 700)
    #expect(!verdicts.contains(where: isRejected))
  }

  @Test func `Every one of the 4,999 real requests is accepted as its source has it`() throws {
    let map = try ColumnMap(path: Fixture.path("maps/nyc311.yaml")) { _ in FixtureTests.newYork }
    let input = try FeedInput(path: Fixture.path("nyc311/requests-2023.csv"))
    var reader = try RecordIntake(input, map: map, city: Fixture.city("nyc311"))
    var reports: [Report] = []
    while let next = try reader.next() {
      guard case .report(let incoming, _) = next else {
        Issue.record("\(next)")
        continue
      }
      reports.append(incoming.report)
    }
    let rows = try Fixture.rows("nyc311/requests-2023.csv")
    #expect(reports.count == 4_999 && rows.count == 4_999)
    #expect(Set(reports.map(\.sourceID)).count == 4_999)
    for (report, row) in zip(reports, rows) {
      #expect(report.sourceID == row["Unique Key"] && report.origin?.unit?.rawValue == row["Agency"])
      #expect(report.origin?.status == row["Status"])
      #expect((report.origin?.closedAt != nil) == (row["Status"] == "Closed"))
    }
    let early = reports.count { report in report.origin?.closedAt.map { $0 < report.reportedAt } ?? false }
    #expect(early == 2)
    #expect(reports.first?.reportedAt == Samples.instant("2023-02-28T23:45:00-05:00"))
  }

  /// New York from 2022 to 2024, which is all that the requests need.
  private static let newYork = ZoneOffsets(
    initial: -18_000,
    changes: [
      ("2022-03-13T07:00:00Z", -14_400), ("2022-11-06T06:00:00Z", -18_000), ("2023-03-12T07:00:00Z", -14_400),
      ("2023-11-05T06:00:00Z", -18_000), ("2024-03-10T07:00:00Z", -14_400), ("2024-11-03T06:00:00Z", -18_000),
    ].map { ZoneOffsets.Change(from: Samples.instant($0.0), offset: $0.1) })
}

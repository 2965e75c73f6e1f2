import Foundation
import Testing

@testable import FixtureFeedsCore

/// The repository's folder of fixtures.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "fixtures")

func haimen() throws -> CityTables { try CityTables(folder: fixtures.appending(path: "haimen")) }

func bytes(_ feed: DayFeed) throws -> Data {
  let encoder = LineEncoder()
  return try feed.reports.reduce(into: Data()) { $0.append(try encoder.line($1)) }
}

@Suite struct DayTests {
  static let scenarios: [(String, Scenario, UInt64)] = [("day", .day, 20_200_616), ("typhoon", .typhoon, 20_200_616)]

  @Test func `the same seed gives the same bytes and another seed gives others`() throws {
    let city = try haimen()
    let first = try bytes(DayFeed(.day, city: city, seed: 7))
    #expect(try bytes(DayFeed(.day, city: city, seed: 7)) == first)
    #expect(try bytes(DayFeed(.day, city: city, seed: 8)) != first)
  }

  @Test(arguments: scenarios.map(\.0)) func `the feed in the repository is what the generator makes`(_ name: String)
    throws
  {
    let (_, scenario, seed) = try #require(Self.scenarios.first { $0.0 == name })
    let feed = try DayFeed(scenario, city: try haimen(), seed: seed)
    let kept = fixtures.appending(path: "feeds/\(name).jsonl")
    // A plain comparison of the whole would print megabytes.
    #expect(try Data(contentsOf: kept) == bytes(feed), "rewrite it as fixtures/feeds/README.md says")
    #expect(try Data(contentsOf: fixtures.appending(path: "feeds/\(name).truth.csv")) == Data(feed.truthTable.utf8))
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `an ordinary day has its mix of sources`(_ seed: UInt64) throws {
    let reports = try DayFeed(.day, city: try haimen(), seed: seed).reports
    var counts: [String: Int] = [:]
    for report in reports { counts[report.hotline.map { "hotline " + $0.channel } ?? report.source, default: 0] += 1 }
    #expect(
      counts == [
        "hotline seat": 390, "hotline upstream": 42, "grid": 150, "cityManagement": 45, "enforcement": 22, "police": 28,
        "window": 20, "emergency": 8, "other": 15,
      ])
  }

  @Test func `a typhoon day brings five times the load, most of it round landfall`() throws {
    let reports = try DayFeed(.typhoon, city: try haimen(), seed: 1).reports
    #expect(reports.count == 5 * 720)
    var hours = [Int](repeating: 0, count: 24)
    for report in reports { hours[Int(report.reported.dropFirst(11).prefix(2)) ?? 0] += 1 }
    let busiest = hours.indices.max { hours[$0] < hours[$1] }
    #expect([15, 16].contains(busiest))
  }

  @Test(arguments: scenarios.map(\.0)) func `all reports lie inside the day, in order, each with a number of its own`(
    _ name: String
  ) throws {
    let scenario = try #require(Self.scenarios.first { $0.0 == name }).1
    let reports = try DayFeed(scenario, city: try haimen(), seed: 5).reports
    let date = scenario.midnight.text.prefix(10)
    #expect(reports.allSatisfy { $0.reported.hasPrefix(date) && $0.reported.hasSuffix("+08:00") })
    #expect(reports.map(\.handedOn) == reports.map(\.handedOn).sorted())
    #expect(Set(reports.map(\.id)).count == reports.count)
    #expect(reports.allSatisfy { ($0.occurred ?? "") <= $0.reported })
  }

  @Test func `every place, category, unit and brigade is the city's`() throws {
    let city = try haimen()
    for report in try DayFeed(.typhoon, city: city, seed: 2).reports + DayFeed(.day, city: city, seed: 2).reports {
      #expect(city.places.contains(report.place))
      if let category = report.category { #expect(city.schemes[category] != nil) }
      if let unit = report.origin?.unit { #expect(city.units.contains(unit)) }
      if let brigade = report.enforcement?.brigade { #expect(city.units.contains(brigade)) }
    }
  }

  @Test(arguments: scenarios.map(\.0)) func `titles and texts keep to their lengths and leave no gap unfilled`(
    _ name: String
  ) throws {
    let scenario = try #require(Self.scenarios.first { $0.0 == name }).1
    for report in try DayFeed(scenario, city: try haimen(), seed: 11).reports {
      #expect((1...24).contains(report.title.count), "\(report.title)")
      #expect((20...150).contains(report.text.count), "\(report.text)")
      #expect(!(report.title + report.text).contains { "{}".contains($0) }, "\(report.text)")
    }
  }
}

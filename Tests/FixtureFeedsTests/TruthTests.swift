import Foundation
import Testing

@testable import FixtureFeedsCore

@Suite struct TruthTests {
  private static func events(_ feed: DayFeed) -> [[FeedLine]] {
    let reports = Dictionary(uniqueKeysWithValues: feed.reports.map { ($0.source + " " + $0.id, $0) })
    return Dictionary(grouping: feed.truth, by: \.event).values.map { rows in
      rows.compactMap { reports[$0.source + " " + $0.id] }
    }
  }

  @Test(arguments: [1, 2, 20_200_616] as [UInt64]) func `sixty events or more are told of two to five times`(
    _ seed: UInt64
  ) throws {
    let feed = try DayFeed(.day, city: try haimen(), seed: seed)
    let events = Self.events(feed)
    #expect(events.count >= 60)
    #expect(events.allSatisfy { (2...5).contains($0.count) })
    #expect(events.joined().count == feed.truth.count)
    #expect(events.count { Set($0.map(\.source)).count > 1 } > events.count / 2)
  }

  @Test func `those who tell of one event stand within 150 metres, not on one point, and use other words`() throws {
    for event in Self.events(try DayFeed(.typhoon, city: try haimen(), seed: 3)) {
      let points = event.compactMap { line in line.lat.flatMap { lat in line.lon.map { Point(lat: lat, lon: $0) } } }
      for (index, point) in points.enumerated() {
        for other in points[..<index] {
          #expect(point != other)
          #expect(point.distance(to: other) <= 150)
        }
      }
      #expect(Set(event.map(\.text)).count == event.count)
    }
  }

  @Test func `like things close by that are not one event are there too`() throws {
    let feed = try DayFeed(.day, city: try haimen(), seed: 4)
    let told = Set(feed.truth.map(\.id))
    let alone = feed.reports.filter { !told.contains($0.id) && $0.category != nil }
    let alike = Dictionary(grouping: alone) { "\($0.place.prefix(12)) \($0.category ?? "")" }.values.filter {
      $0.count > 1
    }
    #expect(alike.count >= 5)
  }

  @Test func `a caller who calls again is the same person`() throws {
    let callers = Self.events(try DayFeed(.day, city: try haimen(), seed: 20_200_616)).map { event in
      event.compactMap { $0.reporter?.phone }
    }
    #expect(callers.contains { Set($0).count < $0.count })
  }
}

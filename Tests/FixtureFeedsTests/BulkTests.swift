import Foundation
import Testing

@testable import FixtureFeedsCore

@Suite struct BulkTests {
  private struct Line: Decodable {
    struct Origin: Decodable { let stage: String? }
    let id: String
    let source: String
    let reported: String
    let place: String
    let text: String
    let origin: Origin?
  }

  private static func lines(count: Int, closedShare: Double, seed: UInt64 = 1) throws -> [Line] {
    let first = Scenario.day.midnight.adding(-365 * 86_400)
    let feed = try BulkFeed(count: count, closedShare: closedShare, first: first, city: try haimen(), seed: seed)
    return try (0..<feed.parts).flatMap { part in
      try feed.part(part).split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: $0) }
    }
  }

  @Test func `as many reports as asked for, in order, over the year before the day`() throws {
    let lines = try Self.lines(count: 5_001, closedShare: 0)
    #expect(lines.count == 5_001)
    #expect(Set(lines.map { $0.source + $0.id }).count == 5_001)
    #expect(lines.map(\.reported) == lines.map(\.reported).sorted())
    #expect(lines.first?.reported.hasPrefix("2019-06-17") == true)
    #expect(lines.last?.reported.hasPrefix("2020-06-15") == true)
    #expect(Set(lines.map(\.source)).count == 8)
    #expect(lines.allSatisfy { $0.origin == nil })
  }

  @Test func `the share that is asked for arrives closed`() throws {
    let lines = try Self.lines(count: 6_000, closedShare: 0.85)
    let closed = lines.count { $0.origin?.stage == "closed" }
    #expect((0.82...0.88).contains(Double(closed) / Double(lines.count)))
  }

  @Test func `a part does not depend on the parts before it`() throws {
    let city = try haimen()
    let feed = try BulkFeed(count: 10_000, closedShare: 0, first: Scenario.day.midnight, city: city, seed: 3)
    let last = try feed.part(4)
    _ = try feed.part(0)
    #expect(try feed.part(4) == last)
    #expect(try feed.part(0) != last)
  }

  @Test func `numbers out of range are refused`() throws {
    let city = try haimen()
    #expect(throws: FeedGenerationError(.outOfRange, "count 0")) {
      try BulkFeed(count: 0, closedShare: 0, first: Scenario.day.midnight, city: city, seed: 1)
    }
    #expect(throws: FeedGenerationError(.outOfRange, "closed-share 1.5")) {
      try BulkFeed(count: 1, closedShare: 1.5, first: Scenario.day.midnight, city: city, seed: 1)
    }
  }
}

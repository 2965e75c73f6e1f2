import Foundation
import Testing

@testable import FixtureFeedsCore

@Suite struct BrokenTests {
  private static func feed() throws -> BrokenFeed { try BrokenFeed(city: try haimen(), seed: 20_200_616) }

  @Test func `the feed in the repository is what the generator makes`() throws {
    let feed = try Self.feed()
    #expect(try Data(contentsOf: fixtures.appending(path: "feeds/broken.jsonl")) == feed.data)
    let table = try Data(contentsOf: fixtures.appending(path: "feeds/broken.expected.csv"))
    #expect(table == Data(feed.expectedTable.utf8))
  }

  @Test func `every physical line has one row of what is expected of it`() throws {
    let feed = try Self.feed()
    #expect(feed.data.split(separator: 0x0A, omittingEmptySubsequences: false).count == feed.lines.count)
    #expect(feed.data.last != 0x0A)
    #expect(feed.lines.count { $0.note == "good line" } >= 20)
    #expect(
      Set(feed.lines.filter { $0.note != "good line" }.map(\.note)).count == feed.lines.count { $0.note != "good line" }
    )
  }

  @Test func `what is to be taken is an object in JSON and UTF-8`() throws {
    for line in try Self.feed().lines.dropFirst() where line.verdict != .rejected {
      let object = try? JSONSerialization.jsonObject(with: Data(line.bytes)) as? [String: Any]
      #expect(object?["text"] is String, "\(line.note)")
      #expect(String(validating: line.bytes, as: UTF8.self) != nil, "\(line.note)")
    }
  }
}

import Feeds
import Foundation
import Testing

/// Takes the news of a follower, and lets a test wait for what it expects.
///
/// Unchecked: both variables are only touched under the condition's lock.
final class Inbox: @unchecked Sendable {
  private let condition = NSCondition()
  private var news: [FollowedNews] = []

  func take(_ item: FollowedNews) {
    condition.withLock {
      news.append(item)
      condition.broadcast()
    }
  }

  /// All news so far.
  var all: [FollowedNews] { condition.withLock { news } }

  /// The lines so far, as text; what was given in pieces is left out.
  var lines: [String] { Inbox.lines(all) }

  /// The bookmark given last.
  var bookmark: FeedBookmark? {
    all.compactMap { if case .pieces(_, let bookmark) = $0 { bookmark } else { nil } }.last
  }

  /// Waits until the lines are as expected; a minute without it ends the test.
  func expect(_ expected: [String], _ location: SourceLocation = #_sourceLocation) throws {
    wait { Inbox.lines($0).count >= expected.count }
    try #require(lines == expected, sourceLocation: location)
  }

  /// Waits until something has been told; a minute without it ends the test.
  func expect(_ item: FollowedNews, _ location: SourceLocation = #_sourceLocation) throws {
    wait { $0.contains(item) }
    try #require(all.contains(item), sourceLocation: location)
  }

  private func wait(until isMet: ([FollowedNews]) -> Bool) {
    let deadline = Date(timeIntervalSinceNow: 60)
    condition.withLock {
      while !isMet(news), condition.wait(until: deadline) {}
    }
  }

  private static func lines(_ news: [FollowedNews]) -> [String] {
    news.flatMap { item in
      guard case .pieces(let pieces, _) = item else { return [String]() }
      return pieces.compactMap {
        if case .line(let line) = $0 { String(decoding: line.bytes, as: UTF8.self) } else { nil }
      }
    }
  }
}

import Feeds
import Foundation

/// How far each followed file was taken in, beside the journal, so that a desk that opens again goes on from there.
///
/// Losing it costs time and nothing else: what is read twice is known already.
struct BookmarkFile {
  private let path: String
  private let feed: String

  /// Makes the bookmarks of a journal for one feed.
  init(journal: String, feed: String) {
    path = journal + ".feeds.json"
    self.feed = URL(fileURLWithPath: feed).standardizedFileURL.path
  }

  /// Where to go on; nothing when the feed was never followed, or the bookmarks can't be read.
  func load() -> FeedBookmark? {
    all()[feed]
  }

  /// Keeps how far the feed was taken in.
  func save(_ bookmark: FeedBookmark) {
    var bookmarks = all()
    bookmarks[feed] = bookmark
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(bookmarks) else { return }
    try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private func all() -> [String: FeedBookmark] {
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    return (try? JSONDecoder().decode([String: FeedBookmark].self, from: data)) ?? [:]
  }
}

import Feeds
import Foundation
import Testing

@Suite struct FeedFollowerTests {
  private let folder: TemporaryFolder
  private let inbox = Inbox()

  init() throws {
    folder = try TemporaryFolder()
  }

  private func follow(_ name: String = "feed", from bookmark: FeedBookmark? = nil) throws -> FeedFollower {
    try FeedFollower(path: folder.path(name), from: bookmark) { [inbox] in inbox.take($0) }
  }

  private func rename(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: folder.path(name), toPath: folder.path(other))
  }

  /// Empties a file and writes to it without a moment at which it is seen empty.
  private func refill(_ text: String, _ name: String = "feed") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)), options: [])
  }

  @Test func `Lines come as they are completed, and never by halves`() throws {
    try folder.write("one\ntwo\nthr", to: "feed")
    let follower = try follow()
    try inbox.expect(["one", "two"])
    try folder.append("ee\nfour", to: "feed")
    try inbox.expect(["one", "two", "three"])
    try folder.append("\n", to: "feed")
    try inbox.expect(["one", "two", "three", "four"])
    follower.stop()
  }

  @Test func `A file that is not there yet is waited for, and told of once`() throws {
    let follower = try follow()
    try inbox.expect(.unavailable(try #require(missing())))
    try folder.write("one\n", to: "feed")
    try inbox.expect(["one"])
    follower.stop()
    #expect(inbox.all.count { if case .unavailable = $0 { true } else { false } } == 1)
  }

  private func missing() -> FeedFileError? {
    do throws(FeedFileError) {
      _ = try FeedInput(path: folder.path("feed"))
      return nil
    } catch {
      return error
    }
  }

  @Test func `Nothing comes after it was stopped`() throws {
    try folder.write("one\n", to: "feed")
    let follower = try follow()
    try inbox.expect(["one"])
    follower.stop()
    try folder.append("two\n", to: "feed")
    follower.stop()
    #expect(inbox.lines == ["one"])
  }

  @Test func `An emptied file is read from its beginning again`() throws {
    try folder.write("one\ntwo\n", to: "feed")
    let follower = try follow()
    try inbox.expect(["one", "two"])
    try refill("")
    try inbox.expect(.truncated)
    try folder.append("three\n", to: "feed")
    try inbox.expect(["one", "two", "three"])
    follower.stop()
  }

  @Test func `A file that was emptied and has grown past its old length is known for it`() throws {
    try folder.write("one\n", to: "feed")
    let follower = try follow()
    try inbox.expect(["one"])
    try refill("other one\nother two\n")
    try inbox.expect(["one", "other one", "other two"])
    follower.stop()
  }

  @Test func `What was cut off in the middle of a line is given, not lost`() throws {
    try folder.write("one\nhal", to: "feed")
    let follower = try follow()
    try inbox.expect(["one"])
    try refill("")
    try inbox.expect(["one", "hal"])
    try folder.append("two\n", to: "feed")
    try inbox.expect(["one", "hal", "two"])
    follower.stop()
  }

  @Test func `A renamed file is read to its end before the one that takes its name`() throws {
    try folder.write("one\n", to: "feed")
    let follower = try follow()
    try inbox.expect(["one"])
    try rename("feed", to: "feed.1")
    try folder.append("two\n", to: "feed.1")
    try inbox.expect(["one", "two"])
    try folder.write("", to: "feed")
    try folder.append("three\n", to: "feed.1")
    try inbox.expect(["one", "two", "three"])
    try folder.append("four\n", to: "feed.1")
    try folder.append("five\n", to: "feed")
    try inbox.expect(["one", "two", "three", "four", "five"])
    #expect(inbox.all.contains(.rotated))
    follower.stop()
  }

  @Test func `Many rotations and truncations lose nothing and give nothing twice`() throws {
    try folder.write("", to: "feed")
    let follower = try follow()
    var random = Seeded(5)
    var expected: [String] = []
    for round in 0..<200 {
      let lines = (0..<Int.random(in: 1...20, using: &random)).map { "round \(round) line \($0)" }
      try folder.append(lines.map { $0 + "\n" }.joined(), to: "feed")
      expected += lines
      try inbox.expect(expected)
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        try rename("feed", to: "feed.\(round)")
        try folder.write("", to: "feed")
      case 1: try refill("")
      default: break
      }
    }
    follower.stop()
    #expect(inbox.lines == expected)
  }

  @Test func `It goes on from a bookmark, giving each line once`() throws {
    try folder.write("one\ntwo\nhalf", to: "feed")
    let first = try follow()
    try inbox.expect(["one", "two"])
    first.stop()
    let bookmark = try #require(inbox.bookmark)
    #expect(bookmark.offset == 8 && bookmark.line == 3)
    try folder.append(" a line\n", to: "feed")
    let second = try follow(from: bookmark)
    try inbox.expect(["one", "two", "half a line"])
    second.stop()
    #expect(try JSONDecoder().decode(FeedBookmark.self, from: JSONEncoder().encode(bookmark)) == bookmark)
  }

  @Test func `A bookmark finds its file under the name that it was given meanwhile`() throws {
    try folder.write("one\n", to: "feed")
    let first = try follow()
    try inbox.expect(["one"])
    first.stop()
    try folder.append("two\n", to: "feed")
    try rename("feed", to: "feed.1")
    try folder.write("three\n", to: "feed")
    let second = try follow(from: inbox.bookmark)
    try inbox.expect(["one", "two", "three"])
    second.stop()
  }

  @Test func `A bookmark of a file that was emptied meanwhile begins at the front`() throws {
    try folder.write("one\ntwo\n", to: "feed")
    let first = try follow()
    try inbox.expect(["one", "two"])
    first.stop()
    try refill("another\nand another\n")
    let second = try follow(from: inbox.bookmark)
    try inbox.expect(["one", "two", "another", "and another"])
    second.stop()
    #expect(inbox.all.contains(.truncated))
  }

  @Test func `A line beyond the limit comes in pieces and the next one whole`() throws {
    let long = String(repeating: "x", count: IntakeLimits.line + 10)
    try folder.write(long + "\nshort\n", to: "feed")
    let follower = try follow()
    try inbox.expect(["short"])
    follower.stop()
    let parts = inbox.all.flatMap { item -> [RejectedPart] in
      guard case .pieces(let pieces, _) = item else { return [] }
      return pieces.compactMap { if case .overlong(let part) = $0 { part } else { nil } }
    }
    #expect(parts.reduce(0) { $0 + $1.bytes.count } == long.utf8.count)
    #expect(parts.first?.isFirst == true && parts.last?.isLast == true)
  }
}

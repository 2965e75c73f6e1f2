import ArgumentParser
import FixtureFeedsCore
import Foundation

struct BulkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulk", abstract: "As many reports as asked for, over the year before 16 June 2020.")

  @OptionGroup var options: FeedOptions

  @Option(help: "How many reports.")
  var count: Int

  @Option(help: "The share of reports that arrive settled at their source, 0 to 1.")
  var closedShare = 0.0

  func run() async throws {
    let first = LocalTime(seconds: Scenario.day.midnight.seconds - 365 * 86_400)
    let feed = try BulkFeed(
      count: count, closedShare: closedShare, first: first, city: try options.tables(), seed: options.seed)
    guard FileManager.default.createFile(atPath: options.out, contents: nil),
      let file = FileHandle(forWritingAtPath: options.out)
    else { throw FeedGenerationError(.unwritable, options.out) }
    try await write(feed, to: file)
    try file.close()
  }

  /// Parts are made side by side and written in order; at most one a core is waiting.
  private func write(_ feed: BulkFeed, to file: FileHandle) async throws {
    let width = ProcessInfo.processInfo.activeProcessorCount
    for start in stride(from: 0, to: feed.parts, by: width) {
      let parts = try await withThrowingTaskGroup(of: (Int, Data).self) { group in
        for part in start..<min(start + width, feed.parts) {
          group.addTask { (part, try feed.part(part)) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      for (_, data) in parts.sorted(by: { $0.0 < $1.0 }) { try file.write(contentsOf: data) }
    }
  }
}

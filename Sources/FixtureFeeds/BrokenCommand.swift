import ArgumentParser
import FixtureFeedsCore
import Foundation

struct BrokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broken", abstract: "Every kind of bad line among good ones, and what is expected of each.")

  @OptionGroup var options: FeedOptions

  func run() throws {
    let feed = try BrokenFeed(city: try options.tables(), seed: options.seed)
    try options.write(feed.data, to: options.output)
    try options.write(Data(feed.expectedTable.utf8), to: options.beside("expected.csv"))
  }
}

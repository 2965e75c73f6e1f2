import ArgumentParser
import FixtureFeedsCore
import Foundation

/// Makes the fixture feeds of a city.
@main
struct FixtureFeeds: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixture-feeds",
    abstract: "Makes the fixture feeds of a city: the same seed gives the same bytes.",
    subcommands: [DayCommand.self, TyphoonCommand.self, BrokenCommand.self, BulkCommand.self])
}

/// What every feed needs.
struct FeedOptions: ParsableArguments {
  @Option(help: "The seed of all that is drawn.")
  var seed: UInt64 = 20_200_616

  @Option(help: "The city's folder.", completion: .directory)
  var city: String

  @Option(help: "The feed to write; what belongs to it is written beside it.", completion: .file())
  var out: String

  var output: URL { URL(filePath: out) }

  func tables() throws -> CityTables { try CityTables(folder: URL(filePath: city)) }

  /// The path of what belongs to the feed: day.jsonl has day.truth.csv.
  func beside(_ name: String) -> URL {
    output.deletingPathExtension().appendingPathExtension(name)
  }

  func write(_ data: Data, to file: URL) throws {
    do {
      try data.write(to: file, options: .atomic)
    } catch {
      throw FeedGenerationError(.unwritable, file.path)
    }
  }

  func write(_ feed: DayFeed) throws {
    let encoder = LineEncoder()
    try write(try feed.reports.reduce(into: Data()) { $0.append(try encoder.line($1)) }, to: output)
    try write(Data(feed.truthTable.utf8), to: beside("truth.csv"))
  }
}

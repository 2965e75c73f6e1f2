import ArgumentParser
import FixtureFeedsCore

struct DayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "day", abstract: "An ordinary day, 16 June 2020.")

  @OptionGroup var options: FeedOptions

  func run() throws {
    try options.write(try DayFeed(.day, city: try options.tables(), seed: options.seed))
  }
}

struct TyphoonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "typhoon", abstract: "A day of an invented typhoon, 4 August 2020: five times the load.")

  @OptionGroup var options: FeedOptions

  func run() throws {
    try options.write(try DayFeed(.typhoon, city: try options.tables(), seed: options.seed))
  }
}

import Foundation

/// How often things are repeated: a little in the suite, the full counts in a soak.
enum Scale {
  /// Whether the full counts are asked for.
  static let isSoak = ProcessInfo.processInfo.environment["COMMAND_CENTER_SOAK"] != nil

  static let resizes = isSoak ? 500 : 60
  static let stops = isSoak ? 200 : 30
  /// Kills of one journal's imports: after as many, all of the feed is in.
  static let importKills = 12
  static let killedJournals = isSoak ? 17 : 1
}

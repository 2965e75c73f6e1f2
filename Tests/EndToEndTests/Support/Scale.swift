import Foundation

/// How often things are repeated: a little in the suite, the full counts in a soak.
enum Scale {
  /// Whether the full counts are asked for.
  static let isSoak = ProcessInfo.processInfo.environment["COMMAND_CENTER_SOAK"] != nil

  static let resizes = isSoak ? 500 : 60
  static let stops = isSoak ? 200 : 30
  static let importKills = isSoak ? 200 : 12
}

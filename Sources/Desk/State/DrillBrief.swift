public import Model

/// What a desk knows of the drill that it works.
public struct DrillBrief: Sendable, Equatable {
  /// The title.
  public let title: String
  /// When it begins, UTC.
  public let start: Instant
  /// When it ends, UTC.
  public let end: Instant
  /// The speeds at which it may be run, as a clock has them, the slowest first.
  public let speeds: [Int]

  /// Makes a brief.
  public init(title: String, start: Instant, end: Instant, speeds: [Int]) {
    self.title = title
    self.start = start
    self.end = end
    self.speeds = speeds.sorted()
  }
}

/// Why a drill does not go on from an earlier moment.
public struct DrillRefusal: Error, Equatable {
  /// The reason, in the words of the screen.
  public let reason: String

  /// Makes a refusal.
  public init(_ reason: String) {
    self.reason = reason
  }
}

/// What a drill came to, as the desk shows it.
public struct DrillResult: Sendable, Equatable {
  /// The score sheet, line by line.
  public let lines: [String]
  /// Where the report is written, or why it is not.
  public let report: String

  /// Makes a result.
  public init(lines: [String], report: String) {
    self.lines = lines
    self.report = report
  }
}

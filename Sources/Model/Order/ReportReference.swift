/// A report within an order: its source and the source's own number.
public struct ReportReference: Hashable, Sendable, Codable {
  /// Who reported.
  public var source: Source
  /// The source's own number.
  public var sourceID: String

  /// Makes a reference.
  public init(source: Source, sourceID: String) {
    self.source = source
    self.sourceID = sourceID
  }

  /// Makes a reference to a report.
  public init(_ report: Report) {
    self.init(source: report.source, sourceID: report.sourceID)
  }

  private enum CodingKeys: String, CodingKey {
    case source
    case sourceID = "source_id"
  }
}

/// How an order from above stands with above (回传).
public enum UpstreamState: String, Sendable, Codable, CaseIterable {
  /// 已回传.
  case sent
  /// 上级已认可.
  case accepted
  /// 上级退回.
  case rejected
}

/// What a rule raised, told once however many desks see it.
public struct RaisedByRule: Sendable, Equatable, Codable {
  /// The thresholds.
  public enum Threshold: String, Sendable, Codable, CaseIterable {
    /// The amber share of the time is used.
    case amber
    /// The time is used.
    case red
    /// Three times the time is used.
    case triple
  }

  /// Which threshold was passed.
  public var threshold: Threshold
  /// The instant at which it was passed, UTC.
  public var dueAt: Instant

  /// Makes a rule's mark.
  public init(threshold: Threshold, dueAt: Instant) {
    self.threshold = threshold
    self.dueAt = dueAt
  }

  private enum CodingKeys: String, CodingKey {
    case threshold
    case dueAt = "due_at"
  }
}

public import Model

/// A drill as its folder tells it: read, linked and linted.
public struct DrillPlan: Sendable {
  /// A report of the background.
  public struct Background: Sendable {
    /// When it arrives, UTC.
    public let at: Instant
    /// The report.
    public let incoming: IncomingReport
  }

  /// The drill's own code.
  public let code: String
  /// The title on screen.
  public let title: String
  /// When it begins, UTC.
  public let start: Instant
  /// When it ends, UTC.
  public let end: Instant
  /// What all that looks random is made from.
  public let seed: Int
  /// The speeds at which it may be run, as a clock has them.
  public let speeds: [Int]
  /// The seats that drill.
  public let seats: [SeatCode]
  /// What each objective counts; they come to 100.
  public let weights: [Objective: Int]
  /// The background, in the order of its arrival.
  public let background: [Background]
  /// The master list, in the order of its rows.
  public let injects: [Inject]
  /// What is expected, in the order of its rows.
  public let expectations: [Expectation]
  /// SHA-256 of all that decides the journal: the beginning, the seed, the background and the injects.
  public let digest: String

  /// The inject with an id.
  public func inject(_ id: String) -> Inject? {
    injects.first { $0.id == id }
  }

  /// The objectives that have a weight, in their own order.
  public var objectives: [Objective] {
    Objective.allCases.filter { weights[$0, default: 0] > 0 }
  }

  /// The origin that a journal of this drill bears, and with it every line of its export.
  ///
  /// - Parameter site: the city's own origin.
  public func site(_ site: String) -> String {
    "\(site)-演练-\(code)-\(digest.prefix(8))"
  }
}

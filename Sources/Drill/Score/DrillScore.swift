public import Model

/// What a drill came to: points, and the events that earned each of them.
public struct DrillScore: Sendable, Equatable {
  /// What became of an expectation.
  public struct Mark: Sendable, Equatable {
    /// How it came out.
    public enum State: String, Sendable, Codable, CaseIterable {
      /// Done, in time, by whom it had to be.
      case met
      /// Done, but too late.
      case late
      /// Done, but not as it had to be: another unit, another seat.
      case wrong
      /// Not done.
      case missed
      /// Its inject never arrived.
      case notArrived
    }

    /// The expectation.
    public let expectation: Expectation
    /// How it came out.
    public let state: State
    /// When its inject arrived, UTC.
    public let arrivedAt: Instant?
    /// When it had to be done, UTC.
    public let dueAt: Instant?
    /// When it was done, UTC.
    public let doneAt: Instant?
    /// The order's number.
    public let number: OrderNumber?
    /// The events that speak for it, or against it: what was done, and before it what arrived.
    public let sequences: [Int64]

    /// Whether it counts at all.
    public var counts: Bool { state != .notArrived }
  }

  /// What an objective came to.
  public struct Part: Sendable, Equatable {
    /// The objective.
    public let objective: Objective
    /// What it can bring at the most.
    public let weight: Int
    /// What was earned of its points.
    public let earned: Int
    /// What could be earned; 0 when nothing of it occurred, so that the objective is left out.
    public let possible: Int
    /// What it brings, in hundredths of a point.
    public var hundredths: Int { possible == 0 ? 0 : weight * 100 * earned / possible }
    /// The events that earned it.
    public let sequences: [Int64]
  }

  /// The objectives that have a weight.
  public let parts: [Part]
  /// The expectations, in the order of their table.
  public let marks: [Mark]
  /// How the orders of the injects kept their limits.
  public let limits: [StageMark]
  /// The last sequence of the journal.
  public let sequence: Int64

  /// The whole, in hundredths of a point, of 100 points; objectives that nothing occurred for are left out.
  public var hundredths: Int {
    let weight = parts.reduce(0) { $0 + ($1.possible == 0 ? 0 : $1.weight) }
    return weight == 0 ? 0 : parts.reduce(0) { $0 + $1.hundredths } * 100 / weight
  }

  /// The expectations that were not met, in the order of their table.
  public var unmet: [Mark] {
    marks.filter { $0.counts && $0.state != .met }
  }
}

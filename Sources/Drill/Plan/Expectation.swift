public import Model

/// What must happen to the order of an inject, by whom, within how long.
public struct Expectation: Sendable, Equatable {
  /// Who must do it.
  public enum Doer: Sendable, Equatable {
    /// Anybody.
    case anybody
    /// A seat of a tier.
    case tier(Tier)
    /// One of some seats.
    case seats([SeatCode])
  }

  /// Its own id.
  public let id: String
  /// The objective that it counts for.
  public let objective: Objective
  /// The inject.
  public let inject: String
  /// What must happen.
  public let act: DrillAct
  /// Who must do it.
  public let doer: Doer
  /// For a dispatch: the units that are right; empty for any.
  public let units: [UnitCode]
  /// For a merge: the inject whose order it must come together with.
  public let with: String?
  /// Minutes from the arrival; nothing for the end of the drill.
  public let minutes: Int?
  /// What it counts within its objective.
  public let points: Int
  /// Whether missing it is grave.
  public let isCritical: Bool
  /// What it is about, for the report.
  public let text: String
}

public import Model

/// Which orders behind a rate are listed.
public struct RateList: Sendable, Equatable {
  /// A part of those orders.
  public enum Part: Sendable, Equatable {
    /// Those in the numerator.
    case numerator
    /// Those in the denominator.
    case denominator
    /// Those in the denominator and not in the numerator.
    case missed
    /// Those that were left out, for one reason or for any.
    case leftOut(RateStanding?)
  }

  /// A step of the ladder: what was closed there.
  public struct Step: Sendable, Equatable {
    /// The rung, for what was closed without a unit.
    public var rung: Rung
    /// The units that work on it.
    public var units: Set<UnitCode>

    /// Makes a step.
    public init(rung: Rung, units: Set<UnitCode>) {
      self.rung = rung
      self.units = units
    }
  }

  /// The rate.
  public var rate: Rate
  /// The part.
  public var part: Part
  /// For the numerator of `ladder`: one step of it; nothing for all.
  public var step: Step?

  /// Makes a list.
  public init(_ rate: Rate, _ part: Part, step: Step? = nil) {
    self.rate = rate
    self.part = part
    self.step = step
  }

  /// The ways in which an order of the list may stand in the rate.
  public var standings: [RateStanding] {
    switch part {
    case .numerator: [.numerator]
    case .denominator: [.numerator, .denominator]
    case .missed: [.denominator]
    case .leftOut(let reason?): [reason]
    case .leftOut(nil): RateStanding.allCases.filter { !$0.isCounted }
    }
  }

  /// Whether an order that the query asks for is in the list.
  public func contains(_ fact: RateFact, in query: RateQuery) -> Bool {
    let contribution = fact.contribution
    guard query.rates(of: fact).contains(rate), standings.contains(contribution.standing(rate, at: query.now)) else {
      return false
    }
    guard let step, contribution.standing(.ladder) == .numerator else { return true }
    if let rung = contribution.rung { return rung == step.rung }
    return contribution.unit.map { step.units.contains($0) } ?? false
  }
}

/// A part of the orders behind a rate, by number, the earliest first.
public struct RatePage: Sendable, Equatable {
  /// The orders' rows; nobody has seen them.
  public var rows: [OrderRow]
  /// Whether there are more after the last.
  public var hasMore: Bool

  /// Makes a page.
  public init(rows: [OrderRow], hasMore: Bool) {
    self.rows = rows
    self.hasMore = hasMore
  }
}

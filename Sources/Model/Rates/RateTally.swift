/// Counted contributions: for each rate how many orders stand how, who closed what, and how long things took.
public struct RateTally: Sendable, Equatable {
  /// How many orders stand how: sixteen counts a rate, by `Rate.index` and `RateStanding.rawValue`.
  private var counts = [Int](repeating: 0, count: Rate.allCases.count * 16)
  /// Orders closed without a unit, by the place of the rung in `Rung.allCases`.
  public private(set) var closedAt = [Int](repeating: 0, count: Rung.allCases.count)
  /// Orders closed by their unit, by unit.
  public private(set) var closedBy: [UnitCode: Int] = [:]
  /// How long each span took, by `TimedSpan.index`.
  private var times = [TimeHistogram](repeating: TimeHistogram(), count: TimedSpan.allCases.count)

  /// Makes an empty tally.
  public init() {}

  /// Whether nothing is counted.
  public var isEmpty: Bool {
    counts.allSatisfy { $0 == 0 } && closedAt.allSatisfy { $0 == 0 } && closedBy.isEmpty
      && times.allSatisfy { $0 == TimeHistogram() }
  }

  /// How many orders stand in a rate in one way.
  public func count(_ rate: Rate, _ standing: RateStanding) -> Int { counts[rate.index * 16 + standing.rawValue] }

  /// How long a span took.
  public func time(_ span: TimedSpan) -> TimeHistogram { times[span.index] }

  /// Adds an order's contribution as it stands by its events, or takes it out when `sign` is -1.
  ///
  /// - Parameters:
  ///   - contribution: what the order adds.
  ///   - sign: 1 or -1.
  ///   - rates: the rates in which it counts; its times and its rung count where `returned` does not stand alone.
  public mutating func add(_ contribution: RateContribution, sign: Int = 1, rates: [Rate] = Rate.allCases) {
    for rate in rates { counts[rate.index * 16 + Int(contribution.standings >> rate.shift & 15)] += sign }
    guard rates != [.returned] else { return }
    if contribution.standing(.ladder) == .numerator {
      if let rung = contribution.rung {
        closedAt[rung.index] += sign
      } else if let unit = contribution.unit {
        add(closedBy: unit, count: sign)
      }
    }
    for (span, minutes) in contribution.minutes.ended { times[span.index].add(minutes, count: sign) }
  }

  /// Counts an order that is running and late at a moment in the denominators where it is.
  public mutating func age(_ contribution: RateContribution, at now: Instant, rates: [Rate] = Rate.allCases) {
    for rate in rates where contribution.standing(rate, at: now) != contribution.standing(rate) {
      turnLate(rate, count: 1)
    }
  }

  /// Counts orders that are running in the denominator, because they are late.
  public mutating func turnLate(_ rate: Rate, count: Int) {
    add(rate, .running, count: -count)
    add(rate, .denominator, count: count)
  }

  /// Adds all of another tally.
  public mutating func add(_ other: RateTally) {
    for index in counts.indices { counts[index] += other.counts[index] }
    for index in closedAt.indices { closedAt[index] += other.closedAt[index] }
    for (unit, count) in other.closedBy { add(closedBy: unit, count: count) }
    for index in times.indices { times[index].add(other.times[index]) }
  }

  /// Adds orders that stand in a rate in one way.
  public mutating func add(_ rate: Rate, _ standing: RateStanding, count: Int) {
    counts[rate.index * 16 + standing.rawValue] += count
  }

  /// Adds orders closed without a unit.
  public mutating func add(closedAt rung: Rung, count: Int) { closedAt[rung.index] += count }

  /// Adds orders closed by their unit.
  public mutating func add(closedBy unit: UnitCode, count: Int) {
    let new = (closedBy[unit] ?? 0) + count
    closedBy[unit] = new == 0 ? nil : new
  }

  /// Adds to a bin of a span.
  public mutating func add(_ span: TimedSpan, bin: Int, count: Int) {
    times[span.index].add(bin: bin, count: count)
  }

  /// Adds to the sum of a span.
  public mutating func add(_ span: TimedSpan, sum: Int) { times[span.index].add(sum: sum) }
}

/// A rate in figures.
public struct RateFigure: Sendable, Equatable {
  /// The numerator.
  public let numerator: Int
  /// The denominator.
  public let denominator: Int
  /// What was left out, by reason; reasons that nothing was left out for are missing.
  public let leftOut: [RateStanding: Int]

  /// Numerator and denominator in ten-thousandths, rounded to the nearest; nothing without a denominator.
  public var basisPoints: Int? {
    denominator > 0 ? (numerator * 20_000 + denominator) / (denominator * 2) : nil
  }
}

extension RateTally {
  /// A rate in figures.
  public func figure(_ rate: Rate) -> RateFigure {
    let numerator = count(rate, .numerator)
    var leftOut: [RateStanding: Int] = [:]
    for standing in RateStanding.allCases where !standing.isCounted && count(rate, standing) != 0 {
      leftOut[standing] = count(rate, standing)
    }
    return RateFigure(
      numerator: numerator, denominator: numerator + count(rate, .denominator), leftOut: leftOut)
  }

  /// 小事不出格、大事不出村、难事不出镇: how many orders were closed on each rung.
  ///
  /// - Parameter level: the rung of a unit, by the city's tables.
  public func ladder(_ level: (UnitCode) -> Rung) -> [Rung: Int] {
    var rungs: [Rung: Int] = [:]
    for rung in Rung.allCases where closedAt[rung.index] != 0 { rungs[rung] = closedAt[rung.index] }
    for (unit, count) in closedBy { rungs[level(unit), default: 0] += count }
    return rungs
  }
}

extension Rung {
  /// The place in `allCases`.
  public var index: Int {
    switch self {
    case .grid: 0
    case .village: 1
    case .town: 2
    case .city: 3
    }
  }
}

extension CityTables {
  /// The rung at which a unit works: a grid team in its grid, a village in its village, any other where it belongs.
  public func rung(of unit: UnitCode) -> Rung {
    guard let unit = units[unit] else { return .city }
    switch unit.kind {
    case .gridTeam: return .grid
    case .village: return .village
    default: return places[unit.place].map { Rung($0.kind) } ?? .city
    }
  }
}

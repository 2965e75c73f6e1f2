public import Model

/// Which orders rates are worked out over, and how they are grouped.
public struct RateQuery: Sendable, Equatable {
  /// By what rates are told apart.
  public enum Grouping: String, Sendable, CaseIterable {
    /// 区镇.
    case town
    /// 来源.
    case source
    /// 承办单位.
    case unit
    /// 网格: the finest place known.
    case grid
    /// 人员.
    case officer
  }

  /// The first day of arrival, `YYYYMMDD`.
  public var from: Int
  /// The last day of arrival, `YYYYMMDD`.
  public var to: Int
  /// One town, or nothing for all.
  public var town: PlaceCode?
  /// One source, or nothing for all.
  public var source: Source?
  /// One unit, or nothing for all.
  public var unit: UnitCode?
  /// One finest place, or nothing for all.
  public var grid: PlaceCode?
  /// One officer, or nothing for all.
  public var officer: OfficerCode?
  /// How the rates are grouped; nothing for all orders together.
  public var grouping: Grouping?
  /// The moment at which what is running is judged, UTC.
  public var now: Instant

  /// Makes a query over the orders that arrived between two days, both included.
  public init(
    from: Int, to: Int, town: PlaceCode? = nil, source: Source? = nil, unit: UnitCode? = nil, grid: PlaceCode? = nil,
    officer: OfficerCode? = nil, by grouping: Grouping? = nil, now: Instant
  ) {
    self.from = from
    self.to = to
    self.town = town
    self.source = source
    self.unit = unit
    self.grid = grid
    self.officer = officer
    self.grouping = grouping
    self.now = now
  }

  /// Whether the cells of days, towns and sources answer it, so that no single order is looked at.
  public var isCoarse: Bool {
    guard unit == nil, grid == nil, officer == nil else { return false }
    return grouping == nil || grouping == .town || grouping == .source
  }

  /// The rates in which an order counts here; none when it is not asked for.
  ///
  /// An order counts in all of them or in none, but for `returned`, which counts under the unit that gave it back.
  public func rates(of fact: RateFact) -> [Rate] {
    guard fact.number.day >= from, fact.number.day <= to, town == nil || fact.town == town,
      source == nil || fact.source == source, grid == nil || fact.place == grid,
      officer == nil || fact.contribution.officer == officer
    else { return [] }
    guard let unit else { return Rate.allCases }
    let isOwn = fact.contribution.unit == unit
    guard (fact.contribution.unit(for: .returned) == unit) != isOwn else { return isOwn ? Rate.allCases : [] }
    return isOwn ? Rate.allCases.filter { $0 != .returned } : [.returned]
  }
}

/// The rates of one group.
public struct RateGroup: Sendable, Equatable {
  /// What the group has in common: a code or a source's name; nothing where there is none, or nothing is grouped.
  public let name: String?
  /// What was counted.
  public let tally: RateTally

  /// Makes a group.
  public init(name: String?, tally: RateTally) {
    self.name = name
    self.tally = tally
  }
}

/// Tallies by group, as facts are added one by one.
public struct RateGrouper {
  private let query: RateQuery
  private var tallies: [String?: RateTally] = [:]

  /// Makes one for a query.
  public init(_ query: RateQuery) {
    self.query = query
  }

  /// Adds an order, where it is asked for, as it stands at the query's moment.
  public mutating func add(_ fact: RateFact) {
    let rates = query.rates(of: fact)
    guard !rates.isEmpty else { return }
    let contribution = fact.contribution
    guard query.grouping == .unit, contribution.returnedBy != nil, contribution.returnedBy != contribution.unit else {
      add(contribution, rates, under: name(of: fact))
      return
    }
    if rates.contains(.returned) { add(contribution, [.returned], under: contribution.returnedBy?.rawValue) }
    let others = rates.filter { $0 != .returned }
    if !others.isEmpty { add(contribution, others, under: contribution.unit?.rawValue) }
  }

  /// Adds what a cell has counted.
  public mutating func add(_ tally: RateTally, of cell: RateCell) {
    tallies[name(town: cell.town, source: cell.source), default: RateTally()].add(tally)
  }

  /// Changes the tally of a cell's group.
  public mutating func change<Failure: Error>(
    town: PlaceCode?, source: Source, _ body: (inout RateTally) throws(Failure) -> Void
  ) throws(Failure) {
    try body(&tallies[name(town: town, source: source), default: RateTally()])
  }

  /// The groups, by the bytes of their names, the one without a name first.
  public var groups: [RateGroup] {
    tallies.filter { !$0.value.isEmpty }.map { RateGroup(name: $0.key, tally: $0.value) }
      .sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  private mutating func add(_ contribution: RateContribution, _ rates: [Rate], under name: String?) {
    tallies[name, default: RateTally()].add(contribution, rates: rates)
    tallies[name]?.age(contribution, at: query.now, rates: rates)
  }

  private func name(of fact: RateFact) -> String? {
    switch query.grouping {
    case .unit: fact.contribution.unit?.rawValue
    case .grid: fact.place.rawValue
    case .officer: fact.contribution.officer?.rawValue
    case .town, .source, nil: name(town: fact.town, source: fact.source)
    }
  }

  private func name(town: PlaceCode?, source: Source) -> String? {
    switch query.grouping {
    case .town: town?.rawValue
    case .source: source.rawValue
    default: nil
    }
  }
}

public import Journal
public import Model

/// What groups of rates are called.
public struct RateNaming: Sendable {
  private let city: CityTables

  /// Names groups by a city's tables.
  public init(city: CityTables) {
    self.city = city
  }

  /// Places that are no grids stand together, without a name.
  public func merged(_ groups: [RateGroup], _ query: RateQuery) -> [RateGroup] {
    guard query.grouping == .grid else { return groups }
    var outside = RateTally()
    var grids: [RateGroup] = []
    for group in groups {
      let isGrid = group.name.flatMap { city.places[PlaceCode($0)] }?.kind == .grid
      if isGrid { grids.append(group) } else { outside.add(group.tally) }
    }
    return (outside.isEmpty ? [] : [RateGroup(name: nil, tally: outside)]) + grids
  }

  /// The name on screen.
  public func title(_ group: RateGroup, _ query: RateQuery) -> String {
    guard let grouping = query.grouping else { return city.name }
    guard let name = group.name else {
      switch grouping {
      case .town: return city.name + "（未落区镇）"
      case .grid: return "未落网格"
      case .unit: return "未派单位"
      case .officer, .source: return "—"
      }
    }
    switch grouping {
    case .town: return city.places[PlaceCode(name)]?.name ?? name
    case .grid:
      // Every village has a first grid.
      let grid = city.places[PlaceCode(name)]
      let village = grid?.parent.flatMap { city.places[$0]?.name } ?? ""
      return grid.map { village + $0.name } ?? name
    case .source: return Source(rawValue: name).flatMap { city.sourceNames[$0] } ?? name
    case .unit: return city.units[UnitCode(name)]?.name ?? name
    case .officer: return city.officers.first { $0.code.rawValue == name }?.name ?? name
    }
  }
}

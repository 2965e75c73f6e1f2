import Journal
import Model

/// Which stretches of which indexes make up a list without a text filter.
///
/// The number of lanes is bounded by the kinds of stages and sources, never by how many orders there are.
enum LanePlan {
  private static let open = Stage.allCases.filter(\.isOpen)

  /// The lanes of a list.
  static func lanes(_ query: OrderQuery) -> [Lane] {
    if let unit = query.unit { return lanes(unit, query) }
    if query.sort == .due { return lanesByDue(query) }
    if query.tab == .all, query.town == nil, query.source == nil {
      return [Lane(index: nil, condition: "", values: [])]
    }
    return lanes(query, stages: stages(query.tab), suffix: "")
  }

  /// The lanes of all orders that a unit leads, whatever the rest of the list asks.
  static func lanes(unit: UnitCode, sort: OrderQuery.Sort) -> [Lane] {
    Stage.allCases.map { stage in
      Lane(
        index: sort == .due ? "orders_unit_due" : "orders_unit", condition: "unit = ? AND stage = ?",
        values: [.text(unit.rawValue), .integer(stage.column)])
    }
  }

  /// The stages that a tab takes in.
  static func stages(_ tab: OrderQuery.Tab) -> [Stage] {
    switch tab {
    case .open: open
    case .stage(let stage): [stage]
    case .all: Stage.allCases
    }
  }

  private static func lanesByDue(_ query: OrderQuery) -> [Lane] {
    guard query.source == nil else { return lanes(query, stages: stages(query.tab), suffix: "_due") }
    switch query.tab {
    case .stage(let stage): return lanes(query, stages: [stage], suffix: "_due")
    case .open: return [openLane(query.town)]
    case .all: return [openLane(query.town)] + lanes(query, stages: [.closed], suffix: "_due")
    }
  }

  private static func openLane(_ town: PlaceCode?) -> Lane {
    guard let town else { return Lane(index: "orders_open_due", condition: "stage < 8", values: []) }
    return Lane(
      index: "orders_town_open_due", condition: "stage < 8 AND town = ?", values: [.text(town.rawValue)])
  }

  private static func lanes(_ query: OrderQuery, stages: [Stage], suffix: String) -> [Lane] {
    let sources = query.source.map { [$0] } ?? Source.allCases
    return stages.flatMap { stage in
      sources.map { source in
        let values: [LaneValue] = [.integer(stage.column), .integer(source.column)]
        guard let town = query.town else {
          return Lane(index: "orders_lane" + suffix, condition: "stage = ? AND source = ?", values: values)
        }
        return Lane(
          index: "orders_town_lane" + suffix, condition: "town = ? AND stage = ? AND source = ?",
          values: [.text(town.rawValue)] + values)
      }
    }
  }

  private static func lanes(_ unit: UnitCode, _ query: OrderQuery) -> [Lane] {
    var condition = "unit = ? AND stage = ?"
    var rest: [LaneValue] = []
    if let town = query.town {
      condition += " AND town = ?"
      rest.append(.text(town.rawValue))
    }
    if let source = query.source {
      condition += " AND source = ?"
      rest.append(.integer(source.column))
    }
    return stages(query.tab).map { stage in
      Lane(
        index: query.sort == .due ? "orders_unit_due" : "orders_unit", condition: condition,
        values: [.text(unit.rawValue), .integer(stage.column)] + rest)
    }
  }
}

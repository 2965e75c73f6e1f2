import Journal
import Model

/// Which stretches of which indexes make up a list without a text filter.
///
/// The number of lanes is bounded by the kinds of stages and sources, never by how many orders there are.
enum LanePlan {
  private static let open = Stage.allCases.filter(\.isOpen)

  private static let openCondition = "stage < 8"
  private static let closedCondition = "stage = 8"

  /// Which index is walked for the closed orders of one town and one source; the other is looked at row by row.
  enum Narrower {
    case town, source
  }

  /// The lanes of a list.
  ///
  /// - Parameter narrower: for a list of one town and one source, of which of them fewer orders are closed.
  static func lanes(_ query: OrderQuery, narrower: Narrower = .town) -> [Lane] {
    if let unit = query.unit { return lanes(unit, query) }
    if query.sort != .due, query.tab == .all, query.town == nil, query.source == nil {
      return [Lane(index: nil, condition: "", values: [])]
    }
    let stages = stages(query.tab)
    let isOpenAsOne = query.sort == .due && query.source == nil && stages.starts(with: open)
    let openLanes = isOpenAsOne ? [openLane(query.town)] : self.openLanes(query, stages: stages.filter(\.isOpen))
    return openLanes + (stages.contains(.closed) ? closedLanes(query, narrower) : [])
  }

  /// The lanes of all orders that a unit leads, whatever the rest of the list asks.
  static func lanes(unit: UnitCode, sort: OrderQuery.Sort) -> [Lane] {
    lanes(unit, OrderQuery(tab: .all, sort: sort))
  }

  /// The stages that a tab takes in, the open ones first.
  static func stages(_ tab: OrderQuery.Tab) -> [Stage] {
    switch tab {
    case .open: open
    case .stage(let stage): [stage]
    case .all: open + [.closed]
    }
  }

  private static func openLane(_ town: PlaceCode?) -> Lane {
    guard let town else { return Lane(index: "orders_open_due", condition: openCondition, values: []) }
    return Lane(
      index: "orders_town_open_due", condition: "\(openCondition) AND town = ?", values: [.text(town.rawValue)])
  }

  private static func openLanes(_ query: OrderQuery, stages: [Stage]) -> [Lane] {
    let suffix = query.sort == .due ? "_due" : ""
    let sources = query.source.map { [$0] } ?? Source.allCases
    return stages.flatMap { stage in
      sources.map { source in
        let values: [LaneValue] = [.integer(stage.column), .integer(source.column)]
        let condition = "\(openCondition) AND stage = ? AND source = ?"
        guard let town = query.town else {
          return Lane(index: "orders_lane" + suffix, condition: condition, values: values)
        }
        return Lane(
          index: "orders_town_lane" + suffix, condition: condition + " AND town = ?",
          values: values + [.text(town.rawValue)])
      }
    }
  }

  private static func closedLanes(_ query: OrderQuery, _ narrower: Narrower) -> [Lane] {
    let town = query.town.map { LaneValue.text($0.rawValue) }
    let source = query.source.map { LaneValue.integer($0.column) }
    switch (town, source) {
    case (let town?, let source?):
      return [
        Lane(
          index: narrower == .town ? "orders_closed_town" : "orders_closed",
          condition: "\(closedCondition) AND town = ? AND source = ?", values: [town, source], isClosed: true)
      ]
    case (let town?, nil):
      return [
        Lane(
          index: "orders_closed_town", condition: "\(closedCondition) AND town = ?", values: [town], isClosed: true)
      ]
    case (nil, _):
      return (query.source.map { [$0] } ?? Source.allCases).map { source in
        Lane(
          index: "orders_closed", condition: "\(closedCondition) AND source = ?",
          values: [.integer(source.column)], isClosed: true)
      }
    }
  }

  private static func lanes(_ unit: UnitCode, _ query: OrderQuery) -> [Lane] {
    var condition = " AND unit = ?"
    var values: [LaneValue] = [.text(unit.rawValue)]
    if let town = query.town {
      condition += " AND town = ?"
      values.append(.text(town.rawValue))
    }
    if let source = query.source {
      condition += " AND source = ?"
      values.append(.integer(source.column))
    }
    return stages(query.tab).map { stage in
      stage.isOpen
        ? Lane(
          index: query.sort == .due ? "orders_unit_due" : "orders_unit",
          condition: openCondition + condition + " AND stage = ?", values: values + [.integer(stage.column)])
        : Lane(
          index: "orders_closed_unit", condition: closedCondition + condition, values: values, isClosed: true)
    }
  }
}

import Journal
import Model

/// Which stretches of which indexes make up a list without a text filter.
///
/// The number of lanes is bounded by the kinds of stages and sources, never by how many orders there are.
///
/// A town's lists pass over what they leave out of its open orders, of which a town has hundreds; a tenth of a million takes some
/// milliseconds.
enum LanePlan {
  private static let open = Stage.allCases.filter(\.isOpen)

  private static let openCondition = "stage < 8"
  private static let closedCondition = "stage = 8"

  /// The lanes of a list.
  static func lanes(_ query: OrderQuery) -> [Lane] {
    if let unit = query.unit { return lanes(unit, query) }
    if query.sort != .due, query.tab == .all, query.town == nil, query.source == nil {
      return [Lane(path: .table, condition: "", values: [])]
    }
    let stages = stages(query.tab)
    return openLanes(query, stages: stages.filter(\.isOpen)) + (stages.contains(.closed) ? closedLanes(query) : [])
  }

  /// The lanes of all orders that any of some units leads, whatever the rest of the list asks.
  static func lanes(units: [UnitCode], sort: OrderQuery.Sort) -> [Lane] {
    units.flatMap { lanes($0, OrderQuery(tab: .all, sort: sort)) }
  }

  /// The stages that a tab takes in, the open ones first.
  static func stages(_ tab: OrderQuery.Tab) -> [Stage] {
    switch tab {
    case .open: open
    case .stage(let stage): [stage]
    case .all: open + [.closed]
    }
  }

  private static func openLanes(_ query: OrderQuery, stages: [Stage]) -> [Lane] {
    if stages.isEmpty { return [] }
    if query.town != nil { return [townLane(query, stages)] }
    if query.sort == .due, query.source == nil, stages == open {
      return [Lane(path: .index("orders_open_due"), condition: openCondition, values: [])]
    }
    let index = query.sort == .due ? "orders_lane_due" : "orders_lane"
    let sources = query.source.map { [$0] } ?? Source.allCases
    return stages.flatMap { stage in
      sources.map { source in
        Lane(
          path: .index(index), condition: "\(openCondition) AND stage = ? AND source = ?",
          values: [.integer(stage.column), .integer(source.column)])
      }
    }
  }

  /// What is open in a town, passing over other stages and sources.
  private static func townLane(_ query: OrderQuery, _ stages: [Stage]) -> Lane {
    let conditions = conditions(query)
    var texts = [openCondition] + conditions.map(\.text)
    var values = conditions.map(\.value)
    if stages != open {
      texts.append("stage IN (\(stages.map { _ in "?" }.joined(separator: ", ")))")
      values += stages.map { .integer($0.column) }
    }
    let index = query.sort == .due ? "orders_town_open_due" : "orders_town_open"
    return Lane(path: .index(index), condition: texts.joined(separator: " AND "), values: values)
  }

  private static func closedLanes(_ query: OrderQuery) -> [Lane] {
    let conditions = conditions(query)
    let condition = ([closedCondition] + conditions.map(\.text)).joined(separator: " AND ")
    let tokens =
      conditions.isEmpty ? [SearchTokens.closed(.anyone)] : conditions.map { SearchTokens.closed($0.token) }
    return [Lane.Path.search(tokens), .waiting].map {
      Lane(path: $0, condition: condition, values: conditions.map(\.value))
    }
  }

  /// What a list asks of an order besides its stage, with the token that all closed ones have of whom it holds.
  private static func conditions(_ query: OrderQuery) -> [(
    text: String, value: LaneValue, token: SearchTokens.ClosedBy
  )] {
    var conditions: [(text: String, value: LaneValue, token: SearchTokens.ClosedBy)] = []
    if let unit = query.unit { conditions.append(("unit = ?", .text(unit.rawValue), .unit(unit))) }
    if let town = query.town { conditions.append(("town = ?", .text(town.rawValue), .town(town))) }
    if let source = query.source { conditions.append(("source = ?", .integer(source.column), .source(source))) }
    return conditions
  }

  private static func lanes(_ unit: UnitCode, _ query: OrderQuery) -> [Lane] {
    var query = query
    query.unit = unit
    let conditions = conditions(query)
    let condition = ([openCondition] + conditions.map(\.text)).joined(separator: " AND ")
    let index = query.sort == .due ? "orders_unit_due" : "orders_unit"
    return stages(query.tab).flatMap { stage in
      stage.isOpen
        ? [
          Lane(
            path: .index(index), condition: condition + " AND stage = ?",
            values: conditions.map(\.value) + [.integer(stage.column)])
        ] : closedLanes(query)
    }
  }
}

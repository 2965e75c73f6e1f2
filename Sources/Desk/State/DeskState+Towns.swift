import Journal
public import Model

extension DeskState {
  /// The towns that the seat sees, in the table's order; a town seat sees its own.
  public var visibleTowns: [Place] {
    context.authority.tier == .city
      ? city.places.towns : city.places.towns.filter { $0.code == context.authority.place }
  }

  /// The rows of the town pane: the whole city and its towns, or the one town of a town seat.
  var townItems: [PlaceCode?] {
    (context.authority.tier == .city ? [nil] : []) + visibleTowns.map(\.code)
  }

  /// The town of a row of the town pane; nothing for the whole city.
  func town(atRow row: Int) -> PlaceCode? {
    let items = townItems
    return items.indices.contains(row) ? items[row] : nil
  }

  /// Late orders in a town, or in the whole city.
  public func lateCount(_ town: PlaceCode?) -> (value: Int, isMore: Bool) {
    if let town { return late[town].map { ($0.value, $0.isMore) } ?? (0, false) }
    return late.values.reduce((0, false)) { ($0.0 + $1.value, $0.1 || $1.isMore) }
  }
}

import Journal
import Model

/// The orders in which units have a share, by unit and town.
struct ShareTable {
  let session: Session

  /// Puts an order's shares in the place of those that it had.
  func put(_ row: OrderRow, before: OrderRow?) throws(JournalError) {
    if let before {
      guard before.shares != row.shares || before.town != row.town else { return }
      try write("DELETE FROM share WHERE unit = ? AND town = ? AND key = ?", before)
    }
    try write("INSERT OR IGNORE INTO share VALUES (?, ?, ?)", row)
  }

  private func write(_ sql: StaticString, _ row: OrderRow) throws(JournalError) {
    guard !row.shares.isEmpty else { return }
    let statement = try session.literal(sql)
    for unit in row.shares {
      statement.bind(unit.rawValue, 1)
      statement.bind(row.town?.rawValue ?? "", 2)
      statement.bind(row.number.key, 3)
      try statement.run()
    }
  }

  /// The keys of the orders outside of a town in which units have a share; of all towns where none is given.
  ///
  /// A unit helps far more in its own town than elsewhere, so its own is jumped over and not looked through.
  func keys(_ units: Set<UnitCode>, outside town: PlaceCode?) throws(JournalError) -> Set<Int64> {
    let statement =
      town == nil
      ? try session.literal("SELECT key FROM share WHERE unit = ?")
      : try session.literal(
        """
        SELECT key FROM share WHERE unit = ?1 AND town < ?2 UNION ALL
        SELECT key FROM share WHERE unit = ?1 AND town > ?2
        """)
    defer { statement.reset() }
    var keys: Set<Int64> = []
    for unit in units {
      statement.reset()
      statement.bind(unit.rawValue, 1)
      if let town { statement.bind(town.rawValue, 2) }
      while try statement.step() { keys.insert(statement.integer(0)) }
    }
    return keys
  }

  /// Where the orders of a list stand that lie outside of its town, in the list's order.
  ///
  /// There are few, since a unit seldom works in another town, so they are read and sorted.
  func abroad(_ query: OrderQuery) throws(JournalError) -> [Standing] {
    guard let town = query.town, !query.abroad.isEmpty else { return [] }
    let row = try session.literal("SELECT sort_at, stage, source, unit FROM orders WHERE key = ?")
    defer { row.reset() }
    let stages = Set(LanePlan.stages(query.tab).map(\.column))
    var standings: [Standing] = []
    for key in try keys(query.abroad, outside: town) {
      row.reset()
      row.bind(key, 1)
      guard try row.step(), stages.contains(row.integer(1)) else { continue }
      if let source = query.source, row.integer(2) != source.column { continue }
      if let unit = query.unit, row.optionalText(3) != unit.rawValue { continue }
      standings.append(Standing(instant: row.integer(0), key: key))
    }
    return standings.sorted { $0.isBefore($1, in: query.sort) }
  }
}

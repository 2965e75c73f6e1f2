/// How a field is made from the columns of a record.
struct FieldRule: Sendable {
  /// Where its text comes from.
  enum Origin: Sendable {
    /// A column.
    case column(ColumnName)
    /// Several columns, those that are empty left out.
    case join([ColumnName], separator: String)
    /// The same on every record.
    case constant(String)
  }

  /// The tables of the city in which a word can be looked up.
  enum Table: String, Sendable, CaseIterable {
    case places, catalogue, units
  }

  let origin: Origin
  /// What a word of the source's means; a word that is not listed is looked up in `table`, or is unknown.
  let values: [String: String]?
  /// The table whose names, and codes, are looked through.
  let table: Table?
  /// What is read instead where there is nothing, or an unknown word; at most one.
  let fallback: [FieldRule]

  /// The columns it reads, its fallback's included.
  var columns: [ColumnName] {
    let own: [ColumnName] =
      switch origin {
      case .column(let name): [name]
      case .join(let names, _): names
      case .constant: []
      }
    return own + fallback.flatMap(\.columns)
  }
}

/// The name of a column as a map writes it, and where it stands in the map.
struct ColumnName: Sendable {
  let name: String
  let line: Int
  let column: Int
}

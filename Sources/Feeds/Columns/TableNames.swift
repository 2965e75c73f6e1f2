import Model

/// The codes of a city's tables by name, for columns that hold names.
struct TableNames: Sendable {
  private let codes: [FieldRule.Table: [String: String]]

  init(city: CityTables) {
    codes = [
      .places: TableNames.index(city.places.all.map { ($0.code.rawValue, $0.name) }),
      .catalogue: TableNames.index(city.categories.map { ($0.code.rawValue, $0.name) }),
      .units: TableNames.index(city.units.all.map { ($0.code.rawValue, $0.name) }),
    ]
  }

  /// The code that a word means: the word itself where it is a code, else that of the only row with that name.
  func code(of word: String, in table: FieldRule.Table) -> String? {
    codes[table]?[word]
  }

  /// A name that several rows bear means none of them.
  private static func index(_ rows: [(code: String, name: String)]) -> [String: String] {
    var seen: [String: Int] = [:]
    for row in rows { seen[row.name, default: 0] += 1 }
    var index: [String: String] = [:]
    for row in rows where seen[row.name] == 1 { index[row.name] = row.code }
    for row in rows { index[row.code] = row.code }
    return index
  }
}

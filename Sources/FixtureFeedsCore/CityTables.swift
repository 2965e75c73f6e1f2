package import Foundation

/// What the feeds need of a city's folder.
package struct CityTables: Sendable {
  package let towns: [Town]
  package let villages: [Village]
  /// Every place code of the city.
  package let places: Set<String>
  /// Category code → scheme.
  package let schemes: [String: String]
  /// Category code → unit code or role.
  let leads: [String: String]
  let units: Set<String>
  private let brigades: [String: String]

  /// - Parameter folder: the city's folder, with places.csv, units.csv and catalogue.csv.
  /// - Throws: `FeedGenerationError` when a table or a column of it is missing.
  package init(folder: URL) throws {
    let places = try CommaTable(contentsOf: folder.appending(path: "places.csv"))
    let (code, name) = (try places.column("code"), try places.column("name"))
    let (kind, parent) = (try places.column("kind"), try places.column("parent"))
    let townRows = places.rows.filter { kind($0) == "town" }
    let towns = townRows.enumerated().map { index, row in
      Town(code: code(row), name: name(row), point: Self.townPoint(index, of: townRows.count, code: code(row)))
    }
    let byCode = Dictionary(towns.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var grids: [String: [String]] = [:]
    for row in places.rows where kind(row) == "grid" {
      grids[parent(row), default: []].append(code(row))
    }
    villages = places.rows.compactMap { row in
      guard kind(row) == "village", let town = byCode[parent(row)] else { return nil }
      let point = town.point.moved(by: StableHash.of(code(row)), radius: 300...3_800)
      return Village(
        code: code(row), name: name(row), town: town, grids: grids[code(row)] ?? [], point: point,
        root: Self.root(of: name(row)))
    }
    self.towns = towns
    self.places = Set(places.rows.map(code))
    if villages.isEmpty { throw FeedGenerationError(.emptyTable, "places.csv: village") }

    let units = try CommaTable(contentsOf: folder.appending(path: "units.csv"))
    let (unit, actsFor) = (try units.column("code"), try units.column("actsFor"))
    self.units = Set(units.rows.map(unit))
    brigades = Dictionary(
      units.rows.filter { !actsFor($0).isEmpty }.map { (actsFor($0), unit($0)) },
      uniquingKeysWith: { first, _ in first })

    let catalogue = try CommaTable(contentsOf: folder.appending(path: "catalogue.csv"))
    let (category, scheme, lead) = (
      try catalogue.column("code"), try catalogue.column("scheme"), try catalogue.column("lead")
    )
    schemes = Dictionary(catalogue.rows.map { (category($0), scheme($0)) }, uniquingKeysWith: { first, _ in first })
    leads = Dictionary(catalogue.rows.map { (category($0), lead($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The enforcement bureau that acts in the town's name.
  func brigade(of town: Town) -> String? { brigades[town.code] }

  /// The unit that leads a category in a village, with the roles of the catalogue resolved.
  func lead(of category: String, in village: Village) -> String? {
    guard let lead = leads[category] else { return nil }
    let code: String? =
      switch lead {
      case "@townCentre": "C-\(village.town.code)"
      case "@enforcement": brigade(of: village.town)
      case "@serviceCentre": "S-\(village.town.code)"
      case "@village": "V-\(village.code)"
      case "@gridTeam": village.grids.first.map { "G-\($0)" }
      case let role where role.hasPrefix("@window:"): "W-\(village.town.code)-\(role.dropFirst(8))"
      default: lead
      }
    return code.flatMap { units.contains($0) ? $0 : nil }
  }

  private static func root(of name: String) -> String {
    for ending in ["居民委员会", "村民委员会", "社区", "居委会", "村"] where name.hasSuffix(ending) && name.count > ending.count {
      let root = name.dropLast(ending.count)
      return String(root.hasSuffix("路") && root.count > 2 ? root.dropLast() : root)
    }
    return name
  }

  /// Towns lie in cells of a raster over Haimen's box (31.77–32.15 N, 121.0–121.6 E), so that none lies on another.
  private static func townPoint(_ index: Int, of count: Int, code: String) -> Point {
    let across = Int(Double(count).squareRoot().rounded(.up))
    let down = (count + across - 1) / across
    let hash = StableHash.of(code)
    let sway = (Double(hash & 0xFF) / 255 - 0.5, Double((hash >> 8) & 0xFF) / 255 - 0.5)
    let column = (Double(index % across) + 0.5 + sway.0 * 0.3) / Double(across)
    let row = (Double(index / across) + 0.5 + sway.1 * 0.3) / Double(down)
    return Point(lat: 31.80 + (1 - row) * 0.32, lon: 121.05 + column * 0.5)
  }
}

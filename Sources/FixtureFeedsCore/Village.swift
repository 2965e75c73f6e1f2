/// A town or street of the city.
package final class Town: Sendable {
  package let code: String
  package let name: String
  let point: Point

  init(code: String, name: String, point: Point) {
    self.code = code
    self.name = name
    self.point = point
  }
}

/// A village or community.
package final class Village: Sendable {
  package let code: String
  package let name: String
  let town: Town
  /// The village's own grids, codes.
  let grids: [String]
  let point: Point

  /// The name without what kind of village it is: 凤城社区 → 凤城.
  let root: String

  init(code: String, name: String, town: Town, grids: [String], point: Point, root: String) {
    self.code = code
    self.name = name
    self.town = town
    self.grids = grids
    self.point = point
    self.root = root
  }
}

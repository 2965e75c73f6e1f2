/// What a seat sees: a city's seat everything, a town's seat its own town and what its units have a share in elsewhere.
public struct Sight: Sendable, Equatable {
  /// The town; nothing for the whole city.
  public let town: PlaceCode?
  /// The units whose orders it sees wherever they lie.
  public let units: Set<UnitCode>
  /// Whether it sees who reported a confidential order, and what would give him away.
  public let seesConfidential: Bool

  /// What stands in the place of a text that a seat may not see.
  public static let mark = "〔密〕"

  /// What an authority sees by the city's tables.
  public init(_ authority: Authority, in city: CityTables) {
    let town = authority.tier == .town ? city.places.town(of: authority.place) ?? authority.place : nil
    self.town = town
    seesConfidential = city.authority.grants(.confidential, to: authority.role, at: authority.tier)
    guard let town else {
      units = []
      return
    }
    units =
      authority.unit.map { [$0] }
      ?? Set(city.units.all.filter { city.places.contains($0.place, in: town) || $0.actsFor == town }.map(\.code))
  }

  /// Whether it sees an order.
  ///
  /// - Parameters:
  ///   - town: the town that the order lies in.
  ///   - shares: the units that have a share in it.
  public func shows(town: PlaceCode?, shares: [UnitCode]) -> Bool {
    guard let own = self.town else { return true }
    return town == own || shares.contains(where: units.contains)
  }
}

extension WorkOrder {
  /// The units that have a share in the order: the one that it was sent to, and those that help.
  public var shares: [UnitCode] {
    core.dispatchedAt == nil ? [] : (core.unit.map { [$0] } ?? []) + core.coUnits
  }
}

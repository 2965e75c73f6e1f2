extension CityTables {
  /// The part that a unit plays in its own place, so that what was learned of it in one town serves the others.
  ///
  /// - Returns: the unit itself where it plays none; nothing when the table does not have it.
  public func part(of code: UnitCode) -> UnitReference? {
    guard let unit = units[code] else { return nil }
    let reference: UnitReference
    switch unit.kind {
    case .townCentre: reference = .townCentre
    case .enforcementBureau: reference = .enforcement
    case .serviceCentre: reference = .serviceCentre
    case .village: reference = .village
    case .gridTeam: reference = .gridTeam
    case .window: reference = .window(String(code.rawValue.split(separator: "-").last ?? ""))
    case .cityCentre, .department, .parkOffice, .partner: return .unit(code)
    }
    // An enforcement bureau may act for a town that it does not lie in.
    return resolve(reference, at: unit.actsFor ?? unit.place) == code ? reference : .unit(code)
  }

  /// The unit that plays, at a place, the part that another plays in its own.
  public func counterpart(of code: UnitCode, at place: PlaceCode) -> UnitCode? {
    part(of: code).flatMap { resolve($0, at: place) }
  }
}

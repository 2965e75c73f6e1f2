import Model

/// The columns of `seats.csv`.
enum SeatColumn: Int, SheetColumn {
  case code, name, tier, place, role, unit

  static let file = "seats.csv"
  static let optional: Set<Int> = [SeatColumn.unit.rawValue]
}

extension SheetRow<SeatColumn> {
  /// The seat of this row.
  var seat: Seat? {
    let code = code(.code)
    let name = required(.name)
    let tier = word(.tier, Tier.self)
    let place = self.code(.place)
    let role = word(.role, Role.self)
    guard let code, let name, let tier, let place, let role else { return nil }
    return Seat(
      code: SeatCode(code), name: name, tier: tier, place: PlaceCode(place), role: role,
      unit: optionalCode(.unit).map { UnitCode($0) })
  }
}

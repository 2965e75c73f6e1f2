import Model

/// The columns of `units.csv`.
enum UnitColumn: Int, SheetColumn {
  case code, name, short, kind, place, parent, stationed, phone, pinyin, actsFor, hours

  static let file = "units.csv"
  static let optional = ordinals(.parent, .stationed, .phone, .pinyin, .actsFor, .hours)
}

extension SheetRow<UnitColumn> {
  /// The unit of this row.
  var unit: HandlingUnit? {
    let code = code(.code)
    let name = required(.name)
    let short = required(.short)
    let kind = word(.kind, HandlingUnit.Kind.self)
    let place = self.code(.place)
    let parent = optionalCode(.parent)
    let actsFor = optionalCode(.actsFor)
    let stationed = flag(.stationed)
    let hours = hours(.hours)
    guard let code, let name, let short, let kind, let place else { return nil }
    return HandlingUnit(
      code: UnitCode(code), name: name, short: short, kind: kind, place: PlaceCode(place),
      parent: parent.map { UnitCode($0) }, stationed: stationed, phone: text(.phone), pinyin: text(.pinyin),
      actsFor: actsFor.map { PlaceCode($0) }, hours: hours)
  }
}

import Model

/// The columns of `places.csv`.
enum PlaceColumn: Int, SheetColumn {
  case code, name, kind, parent, adcode, pinyin, zone

  static let file = "places.csv"
  static let optional = ordinals(.adcode, .pinyin, .zone)
}

extension SheetRow<PlaceColumn> {
  /// The place of this row.
  var place: Place? {
    let code = code(.code)
    let name = required(.name)
    let kind = word(.kind, Place.Kind.self)
    let parent = optionalCode(.parent)
    guard let code, let name, let kind else { return nil }
    return Place(
      code: PlaceCode(code), name: name, kind: kind, parent: parent.map { PlaceCode($0) }, adcode: text(.adcode),
      pinyin: text(.pinyin), zone: text(.zone))
  }
}

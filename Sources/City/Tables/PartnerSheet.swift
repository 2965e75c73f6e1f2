import Model

/// The columns of `partners.csv`.
enum PartnerColumn: Int, SheetColumn {
  case code, name, kind, place, contact, phone, offers

  static let file = "partners.csv"
  static let optional = ordinals(.contact, .phone, .offers)
}

/// What sort of body a partner is.
enum PartnerKind: String, CaseIterable {
  case enterprise, school, hospital, association, government
}

extension SheetRow<PartnerColumn> {
  /// The partner of this row.
  var partner: Partner? {
    let code = code(.code)
    let name = required(.name)
    let kind = word(.kind, PartnerKind.self)
    let place = self.code(.place)
    guard let code, let name, let kind, let place else { return nil }
    return Partner(
      code: code, name: name, kind: kind.rawValue, place: PlaceCode(place), contact: text(.contact),
      phone: text(.phone), offers: text(.offers))
  }
}

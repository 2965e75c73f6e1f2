import Model

/// The columns of `officers.csv`.
enum OfficerColumn: Int, SheetColumn {
  case code, name, phone, seats, accounts, duty

  static let file = "officers.csv"
  static let optional = ordinals(.phone, .accounts, .duty)
}

extension SheetRow<OfficerColumn> {
  /// The officer of this row.
  var officer: Officer? {
    let code = code(.code)
    let name = required(.name)
    guard let code, let name else { return nil }
    return Officer(
      code: OfficerCode(code), name: name, phone: text(.phone), seats: list(.seats).map { SeatCode($0) },
      accounts: list(.accounts), duty: text(.duty))
  }
}

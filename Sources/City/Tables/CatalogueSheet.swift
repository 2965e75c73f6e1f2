import Model

/// The columns of `catalogue.csv`.
enum CatalogueColumn: Int, SheetColumn {
  case code, scheme, `class`, name, lead, co, level, guide, photo, keywords

  static let file = "catalogue.csv"
  static let optional = ordinals(.co, .guide, .photo, .keywords)
}

extension SheetRow<CatalogueColumn> {
  /// The sub-category of this row.
  var category: Category? {
    let code = code(.code)
    let scheme = word(.scheme, Category.Scheme.self)
    let className = required(.class)
    let name = required(.name)
    let lead = required(.lead).flatMap { reference($0, .lead) }
    let coUnits = list(.co).map { reference($0, .co) }
    let level = self.code(.level)
    let photo = flag(.photo)
    guard let code, let scheme, let className, let name, let lead, let level, !coUnits.contains(nil) else { return nil }
    return Category(
      code: CategoryCode(code), scheme: scheme, className: className, name: name, lead: lead,
      coUnits: coUnits.compactMap { $0 }, level: LevelCode(level), guide: steps(text(.guide)), photoRequired: photo,
      keywords: list(.keywords))
  }

  private func reference(_ text: String, _ column: CatalogueColumn) -> UnitReference? {
    if let reference = UnitReference(text) { return reference }
    log.add(
      .wordUnknown, at: cell(column),
      "“\(shown(text))”不是单位编码，也不是 @townCentre、@enforcement、@serviceCentre、@village、@gridTeam 或 @window:名称。")
    return nil
  }

  /// The steps between ` / `; a stroke without blanks belongs to the text.
  private func steps(_ guide: String) -> [String] {
    if guide.isEmpty { return [] }
    let bytes = Array(guide.utf8)
    var steps: [String] = []
    var start = 0
    for index in bytes.indices.dropFirst().dropLast() where bytes[index] == UInt8(ascii: "/") {
      guard index > start, bytes[index - 1] == UInt8(ascii: " "), bytes[index + 1] == UInt8(ascii: " ") else {
        continue
      }
      steps.append(String(decoding: bytes[start..<(index - 1)], as: UTF8.self))
      start = index + 2
    }
    return steps + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}

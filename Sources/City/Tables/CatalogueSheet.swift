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
    guard guide.utf8.contains(UInt8(ascii: "/")) else { return guide.isEmpty ? [] : [guide] }
    var steps: [String] = []
    var rest = guide[...]
    while let separator = rest.firstRange(of: " / ") {
      steps.append(String(rest[..<separator.lowerBound]))
      rest = rest[separator.upperBound...]
    }
    return steps + [String(rest)]
  }
}

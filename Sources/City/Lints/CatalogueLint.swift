import Model

/// Looks whether a unit takes every sub-category, wherever in the city the order lies.
struct CatalogueLint {
  let draft: CityDraft
  let log: FindingLog

  private var sheet: Sheet<CatalogueColumn, Category> { draft.catalogue }

  func run() {
    sheet.reportRepeats(of: .code, log: log) { $0.code.rawValue }
    // Hundreds of sub-categories share a few references.
    var gaps: [UnitReference: [String]] = [:]
    func gap(_ reference: UnitReference) -> [String] {
      if let known = gaps[reference] { return known }
      let found = unresolved(reference)
      gaps[reference] = found
      return found
    }
    for row in sheet.rows {
      let category = row.value
      check(category.lead, gap(category.lead), as: .leadUnresolved, at: sheet.cell(.lead, line: row.line))
      let cell = sheet.cell(.co, line: row.line)
      var seen: Set<UnitReference> = [category.lead]
      for reference in category.coUnits {
        check(reference, gap(reference), as: .coUnitUnresolved, at: cell)
        if !seen.insert(reference).inserted {
          log.add(.coUnitRepeated, at: cell, "协办“\(reference.written)”与主办或前面的协办重复。")
        }
      }
    }
  }

  private func check(_ reference: UnitReference, _ gaps: [String], as code: FindingCode, at cell: Cell) {
    if case .unit(let unit) = reference { return draft.reportUnknownUnit(unit, at: cell, log: log) }
    guard !gaps.isEmpty, draft.units.isWhole, draft.places.isWhole else { return }
    let named = gaps.prefix(3).map { shown($0) }.joined(separator: "、") + (gaps.count > 3 ? " 等 \(gaps.count) 处" : "")
    let part = code == .leadUnresolved ? "主办" : "协办"
    log.add(code, at: cell, "\(part)“\(reference.written)”在\(named)找不到单位。")
  }

  /// The names of the towns, villages or grids where a reference finds no unit, as `town` or `town·village`.
  private func unresolved(_ reference: UnitReference) -> [String] {
    let kind: Place.Kind
    switch reference {
    case .unit: return []
    case .village: kind = .village
    case .gridTeam: kind = .grid
    case .townCentre, .enforcement, .serviceCentre, .window: kind = .town
    }
    let tables = draft.tables
    return tables.places.all.filter { $0.kind == kind && tables.resolve(reference, at: $0.code) == nil }.map { place in
      tables.places.path(to: place.code).map(\.name).joined(separator: "·")
    }
  }
}

extension UnitReference {
  /// The reference as the catalogue writes it, fit for a message.
  fileprivate var written: String {
    switch self {
    case .unit(let code): shown(code.rawValue)
    case .townCentre: "@townCentre"
    case .enforcement: "@enforcement"
    case .serviceCentre: "@serviceCentre"
    case .village: "@village"
    case .gridTeam: "@gridTeam"
    case .window(let name): "@window:" + shown(name)
    }
  }
}

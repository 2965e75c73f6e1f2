import Model
import SafeText

/// Looks at the units and where they belong.
struct UnitLint {
  private static let shortColumns = 12

  let draft: CityDraft
  let log: FindingLog

  private var sheet: Sheet<UnitColumn, HandlingUnit> { draft.units }

  func run() {
    let index = sheet.reportRepeats(of: .code, log: log) { $0.code.rawValue }
    sheet.reportRepeats(of: .name, as: .nameRepeated, log: log) { unit in
      SiblingName(parent: unit.parent?.rawValue ?? "", place: unit.place.rawValue, name: unit.name)
    } text: {
      $0.name
    }
    sheet.reportRepeats(of: .actsFor, as: .actsForRepeated, log: log) { $0.actsFor?.rawValue }
    sheet.reportCycles(of: .parent, index: index, log: log, code: \.code.rawValue, parent: \.parent?.rawValue)
    for row in sheet.rows { check(row.value, line: row.line) }
  }

  private func check(_ unit: HandlingUnit, line: Int) {
    draft.reportUnknownPlace(unit.place, at: sheet.cell(.place, line: line), log: log)
    if let parent = unit.parent, draft.tables.units[parent] == nil, !sheet.mayHold(parent.rawValue) {
      log.add(.parentUnknown, at: sheet.cell(.parent, line: line), "没有上级单位“\(shown(parent.rawValue))”。")
    }
    let columns = unit.short.columns
    if columns > UnitLint.shortColumns {
      log.add(
        .shortNameWide, at: sheet.cell(.short, line: line),
        "简称“\(shown(unit.short))”占 \(columns) 列，最多 \(UnitLint.shortColumns) 列（一个汉字两列）。")
    }
    guard let town = unit.actsFor else { return }
    let cell = sheet.cell(.actsFor, line: line)
    guard draft.reportUnknownPlace(town, at: cell, log: log) else { return }
    if draft.tables.places[town]?.kind != .town {
      log.add(.actsForNoTown, at: cell, "“\(shown(town.rawValue))”不是区镇，不能以其名义执法。")
    }
  }
}

import Model

/// Looks whether every grid has a team, and every team a grid.
struct GridLint {
  let draft: CityDraft
  let log: FindingLog

  func run() {
    let sheet = draft.grids
    sheet.reportRepeats(of: .place, log: log) { $0.place.rawValue }
    for row in sheet.rows {
      let cell = sheet.cell(.place, line: row.line)
      guard draft.reportUnknownPlace(row.value.place, at: cell, log: log) else { continue }
      if draft.tables.places[row.value.place]?.kind != .grid {
        log.add(.gridTeamWithoutGrid, at: cell, "“\(shown(row.value.place.rawValue))”不是网格，不能有网格队伍。")
      }
    }
    for row in draft.places.rows where row.value.kind == .grid {
      let code = row.value.code
      if draft.tables.grids[code] != nil || sheet.mayHold(code.rawValue) { continue }
      log.add(
        .gridTeamMissing, at: draft.places.cell(.code, line: row.line),
        "网格“\(shown(code.rawValue))”在 grids.csv 里没有队伍。")
    }
  }
}

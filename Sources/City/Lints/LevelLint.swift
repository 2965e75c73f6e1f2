import Model

/// Looks whether every service level has all its limits.
struct LevelLint {
  let draft: CityDraft
  let log: FindingLog

  func run() {
    let sheet = draft.limits
    sheet.reportRepeats(of: .code, log: log) { row in
      "\(row.level) \(row.key.urgency.rawValue) \(row.key.stage.rawValue)"
    }
    for level in draft.levels {
      guard let first = sheet.rows.first(where: { $0.value.level == level.code }),
        !sheet.mayHold(level.code.rawValue)
      else { continue }
      for urgency in Urgency.allCases {
        for stage in LimitedStage.required where level.limits[.init(urgency: urgency, stage: stage)] == nil {
          log.add(
            .limitMissing, at: sheet.cell(.code, line: first.line),
            "时限“\(shown(level.code.rawValue))”缺少 \(urgency.rawValue) 的 \(stage.rawValue)。")
        }
      }
    }
    if let code = draft.settings.defaultLevel {
      reportUnknownLevel(code, at: draft.settings.defaultLevelCell)
    }
    for row in draft.catalogue.rows {
      reportUnknownLevel(row.value.level, at: draft.catalogue.cell(.level, line: row.line))
    }
  }

  private func reportUnknownLevel(_ code: LevelCode, at cell: Cell) {
    if draft.levels.contains(where: { $0.code == code }) || draft.limits.mayHold(code.rawValue) { return }
    log.add(.levelUnknown, at: cell, "service-levels.csv 里没有时限“\(shown(code.rawValue))”。")
  }
}

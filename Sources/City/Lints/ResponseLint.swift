import Model

/// Looks whether the tables of the emergency responses fit the others, and each other.
struct ResponseLint {
  let draft: CityDraft
  let log: FindingLog

  func run() {
    let kinds = draft.responseKinds
    kinds.reportRepeats(of: .code, log: log) { $0.code }
    for row in kinds.rows {
      guard let ground = row.value.ground, draft.tables.policy.ground(ground) == nil,
        !draft.suspensions.mayHold(ground)
      else { continue }
      log.add(
        .groundUnknown, at: kinds.cell(.ground, line: row.line),
        "suspension-grounds.csv 里没有挂账事由“\(shown(ground))”。")
    }
    let rules = draft.responseRules
    rules.reportRepeats(of: .kind, log: log) { rule in
      [rule.kind, rule.level.rawValue, rule.category?.rawValue ?? "", rule.urgency?.rawValue ?? ""].joined(
        separator: " ")
    }
    for row in rules.rows { check(row.value, line: row.line) }
  }

  private func check(_ rule: ResponsePolicy.Rule, line: Int) {
    let sheet = draft.responseRules
    let kind = draft.tables.policy.responses.kind(rule.kind)
    if kind == nil, !(draft.responseKinds.unread.contains(rule.kind)) {
      log.add(
        .responseKindUnknown, at: sheet.cell(.kind, line: line),
        "response-kinds.csv 里没有响应“\(shown(rule.kind))”。")
    }
    if let category = rule.category, draft.tables.category(category) == nil,
      !draft.catalogue.mayHold(category.rawValue)
    {
      log.add(
        .categoryUnknown, at: sheet.cell(.category, line: line),
        "catalogue.csv 里没有类别“\(shown(category.rawValue))”。")
    }
    if let level = rule.serviceLevel, !draft.levels.contains(where: { $0.code == level }),
      !draft.limits.mayHold(level.rawValue)
    {
      log.add(
        .levelUnknown, at: sheet.cell(.serviceLevel, line: line),
        "service-levels.csv 里没有时限“\(shown(level.rawValue))”。")
    }
    if rule.serviceLevel == nil, rule.raiseTo == nil, !rule.waits {
      log.add(.responseRuleIdle, at: sheet.cell(.kind, line: line), "这一行什么也不改，请填 serviceLevel、raiseTo 或 waits。")
    }
    if rule.waits, let kind, kind.ground == nil {
      log.add(
        .groundMissing, at: sheet.cell(.waits, line: line),
        "响应“\(shown(rule.kind))”没有写挂账事由，不能让工单等候；请在 response-kinds.csv 填 ground。")
    }
  }
}

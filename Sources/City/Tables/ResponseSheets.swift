import Model

/// The columns of `response-kinds.csv`: what an emergency response can be against.
enum ResponseKindColumn: Int, SheetColumn {
  case code, name, ground, wording

  static let file = "response-kinds.csv"
  static let optional: Set<Int> = []
}

/// The columns of `response-rules.csv`: what changes for which orders from which level up.
enum ResponseRuleColumn: Int, SheetColumn {
  case kind, level, category, urgency, serviceLevel, raiseTo, waits

  static let file = "response-rules.csv"
  static let optional: Set<Int> = []
}

extension SheetRow<ResponseKindColumn> {
  /// The kind of this row.
  var kind: ResponsePolicy.Kind? {
    let code = code(.code)
    let name = required(.name)
    guard let code, let name else { return nil }
    return ResponsePolicy.Kind(code: code, name: name, ground: optionalCode(.ground), wording: text(.wording))
  }
}

extension SheetRow<ResponseRuleColumn> {
  /// The rule of this row; an empty category or urgency stands for all.
  var rule: ResponsePolicy.Rule? {
    let kind = code(.kind)
    let level = word(.level, ResponseLevel.self)
    let category = optionalCode(.category).map { CategoryCode($0) }
    let urgency = text(.urgency).isEmpty ? nil : word(.urgency, Urgency.self)
    let serviceLevel = optionalCode(.serviceLevel).map { LevelCode($0) }
    let raiseTo = text(.raiseTo).isEmpty ? nil : word(.raiseTo, Urgency.self)
    let waits = flag(.waits)
    guard let kind, let level else { return nil }
    return ResponsePolicy.Rule(
      kind: kind, level: level, category: category, urgency: urgency, serviceLevel: serviceLevel, raiseTo: raiseTo,
      waits: waits)
  }
}

import Model

/// The columns of `service-levels.csv`.
enum LimitColumn: Int, SheetColumn {
  case code, urgency, stage, limit, clock

  static let file = "service-levels.csv"
  static let optional: Set<Int> = []
}

/// One limit of one service level.
struct LimitRow {
  let level: LevelCode
  let key: ServiceLevel.Key
  let limit: Limit
}

extension SheetRow<LimitColumn> {
  /// Ten years, in the unit that each clock counts.
  private static func longest(_ clock: LimitClock) -> Int {
    clock == .workingDays ? 3_650 : 3_650 * 1_440
  }

  /// The limit of this row.
  var limitRow: LimitRow? {
    let level = code(.code)
    let urgency = word(.urgency, Urgency.self)
    let stage = word(.stage, LimitedStage.self)
    let clock = word(.clock, LimitClock.self)
    let amount = required(.limit).flatMap { whole($0) }
    guard let level, let urgency, let stage, let clock, let amount else { return nil }
    if amount <= 0 || amount > Self.longest(clock) {
      log.add(.limitOutOfRange, at: cell(.limit), "时限 \(amount) 不行，必须大于 0 且不超过十年。")
    }
    if urgency != .normal, clock != .clockMinutes {
      log.add(.urgentOnWorkingTime, at: cell(.clock), "紧急和特急工单按自然时间计时，这里应为 clockMinutes。")
    }
    return LimitRow(
      level: LevelCode(level), key: .init(urgency: urgency, stage: stage), limit: Limit(amount: amount, clock: clock))
  }

  private func whole(_ text: String) -> Int? {
    if let amount = Int(text) { return amount }
    log.add(.limitNotWhole, at: cell(.limit), "时限“\(shown(text))”不是整数。")
    return nil
  }
}

extension Sheet<LimitColumn, LimitRow> {
  /// The levels in the order of their first rows.
  var levels: [ServiceLevel] {
    var order: [LevelCode] = []
    var limits: [LevelCode: [ServiceLevel.Key: Limit]] = [:]
    for row in values {
      if limits[row.level] == nil { order.append(row.level) }
      limits[row.level, default: [:]][row.key] = row.limit
    }
    return order.map { ServiceLevel(code: $0, limits: limits[$0] ?? [:]) }
  }
}

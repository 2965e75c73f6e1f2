import Journal
import Model
import Terminal

/// Limits as the desk writes them.
enum LimitWords {
  /// How much time a limit gives, and on which clock: `10分钟`, `2工作时`, `3工作日`.
  static func span(_ limit: Limit) -> String {
    let isHours = limit.amount >= 60 && limit.amount % 60 == 0
    return switch limit.clock {
    case .workingMinutes: isHours ? "\(limit.amount / 60)工作时" : "\(limit.amount)工作分钟"
    case .workingDays: "\(limit.amount)工作日"
    case .clockMinutes: isHours ? "\(limit.amount / 60)小时" : "\(limit.amount)分钟"
    }
  }
}

/// The clock of the stage an order waits in, as lists and the detail show it.
struct StageClock {
  /// How far it is.
  enum Mark {
    case calm
    /// The share of the time is used from which the city counts an order as amber.
    case soon
    case late
    /// Nothing is waited for.
    case none
  }

  let mark: Mark
  let left: String
  let due: String

  init(stage: Stage, category: CategoryCode?, urgency: Urgency, entered: Instant, due: Instant?, _ state: DeskState) {
    guard let due, stage != .closed else {
      mark = .none
      left = "—"
      self.due = ""
      return
    }
    let now = state.now
    // What waits for an approval goes on in its stage, most often in the handling.
    let limit = state.city.limit(stage.limitedBy ?? .handle, category: category, urgency: urgency)
    let isAmber = now.since(entered) * 100 >= due.since(entered) * Int64(state.city.policy.amberPercent)
    mark = due < now ? .late : isAmber ? .soon : .calm
    left = TimeWords.left(
      until: due, now: now, calendar: state.city.calendar, isWorking: limit?.clock != .clockMinutes)
    self.due = TimeWords.due(due, now: now, in: state.city.calendar.zone)
  }

  init(_ row: OrderRow, _ state: DeskState) {
    self.init(
      stage: row.stage, category: row.category, urgency: row.urgency, entered: row.enteredAt, due: row.stageDue, state)
  }

  var style: Style {
    switch mark {
    case .late: Style(.late)
    case .soon: Style(.soon)
    case .calm: .normal
    case .none: Style(.dim)
    }
  }
}

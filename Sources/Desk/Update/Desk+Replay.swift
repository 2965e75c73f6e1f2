import Journal
import Model
import SafeText
import Terminal

extension Desk {
  /// How many minutes a key goes back or forward in a replay.
  static let stepMinutes = 5

  /// Whether an action is refused, and says so, because what is shown is past.
  static func isRefusedInReplay(_ action: Action, _ state: inout DeskState) -> Bool {
    guard state.context.replay != nil, !worksInReplay(action) else { return false }
    switch action {
    case .rates, .points: say(.refusal, "回放里没有这一项：指标、积分只按现在的算，请打开指挥台看", &state)
    case .stepDrill: say(.refusal, "回放不演练：] 前进，[ 后退，T 跳到别的时刻", &state)
    default: say(.refusal, "回放只读：看的是当时的情形，办不了；要办理请打开指挥台", &state)
    }
    return true
  }

  /// Whether an action is of use where nothing can be changed, and only orders are shown as they were.
  static func worksInReplay(_ action: Action) -> Bool {
    switch action {
    case .order, .approval, .merge, .mark, .clearMarks, .response, .shift, .rates, .points, .stepDrill: false
    default: true
    }
  }

  /// The clock was set, here or elsewhere; what a replay shows is read anew.
  static func adopt(_ setting: ClockSetting?, _ state: inout DeskState) -> [DeskEffect] {
    guard state.context.replay != nil else {
      state.clock = setting
      if setting?.paused == true { state.breakIn.hasStopped = true }
      return []
    }
    // A jump takes its time; a key that was pressed meanwhile has set the clock since.
    if let setting, setting.wall >= state.clock?.wall ?? setting.wall { state.clock = setting }
    state.proposals.isStale = true
    return reload(&state) + loadBoard(&state)
  }

  static func step(minutes: Int, _ state: inout DeskState) -> [DeskEffect] {
    guard state.context.replay != nil else {
      let inDrill = "演练只往前走：看先前的用 replay，退回去另演用 drill branch"
      say(.refusal, state.context.drill == nil ? "只有回放可以后退、前进" : inDrill, &state)
      return []
    }
    return show(state.now.adding(minutes: minutes), &state)
  }

  static func beginJump(_ state: inout DeskState) -> [DeskEffect] {
    if state.context.replay == nil {
      say(.refusal, "只有回放可以跳到别的时刻", &state)
    } else {
      state.dialog = .jump(InputField())
    }
    return []
  }

  static func pressJump(_ key: Key, _ field: InputField, _ state: inout DeskState) -> [DeskEffect] {
    var field = field
    switch key {
    case .escape:
      state.dialog = nil
      return []
    case .enter:
      state.dialog = nil
      return field.text.allSatisfy(\.isWhitespace) ? [] : jump(to: field.text, &state)
    default:
      _ = field.apply(key)
      state.dialog = .jump(field)
      return []
    }
  }

  /// Shows the moment that a text names.
  static func jump(to text: String, _ state: inout DeskState) -> [DeskEffect] {
    guard let span = state.context.replay else { return beginJump(&state) }
    let zone = state.city.calendar.zone
    guard let instant = MomentText.instant(text, near: state.now, zone: zone) else {
      say(.refusal, "「\(SafeText(text).string)」不是时刻，写成 09:12、06-16 09:12 或 2020-06-16 09:12:30", &state)
      return []
    }
    guard span.nearest(instant) == instant else {
      let ends = [span.from, span.to].map { TimeWords.full($0, in: zone) }
      say(.refusal, "这次回放从 \(ends[0]) 到 \(ends[1])，没有那个时刻", &state)
      return []
    }
    return show(instant, &state)
  }

  /// Shows another moment; the clock goes on from there, or stands there, as it did.
  private static func show(_ instant: Instant, _ state: inout DeskState) -> [DeskEffect] {
    guard let span = state.context.replay, let clock = state.clock else { return [] }
    let setting = ClockSetting(
      feed: span.nearest(instant), wall: state.wall, speed: clock.speed, paused: clock.paused)
    state.clock = setting
    return [.setClock(setting)]
  }
}

import Journal
import Model
import SafeText
import Terminal

extension Desk {
  /// How many minutes a key goes back or forward in a replay, or on a drill's desk.
  static let stepMinutes = 5

  /// Whether an action is refused, and says so, because what is shown is past.
  static func isRefusedInPast(_ action: Action, _ state: inout DeskState) -> Bool {
    guard state.isPast, !worksInPast(action, state) else { return false }
    let isReplay = state.lookBack == nil
    switch action {
    case .rates, .points:
      let way = isReplay ? "请打开指挥台看" : "Esc 回到现在看"
      say(.refusal, "\(isReplay ? "回放" : "回看")里没有这一项：指标、积分只按现在的算，\(way)", &state)
    case .stepDrill where isReplay: say(.refusal, "回放不演练：] 前进，[ 后退，T 跳到别的时刻", &state)
    case .stepDrill, .pause, .faster, .slower:
      say(.refusal, "回看时不动演练的钟：] 前进，[ 后退；Esc 回到现在，再按空格接着演", &state)
    default:
      let way = isReplay ? "看的是当时的情形，办不了；要办理请打开指挥台" : "Esc 回到现在再办；按 Enter 从所示的一刻另起一本接着演"
      say(.refusal, (isReplay ? "回放只读：" : "回看只读：") + way, &state)
    }
    return true
  }

  /// Whether an action is of use where nothing can be changed, and only orders are shown as they were.
  static func worksInPast(_ action: Action, _ state: DeskState) -> Bool {
    switch action {
    case .order, .approval, .merge, .mark, .clearMarks, .response, .shift, .rates, .points, .stepDrill: false
    case .pause, .faster, .slower: state.lookBack == nil
    default: true
    }
  }

  /// The clock was set, here or elsewhere; what a replay shows is read anew.
  static func adopt(_ setting: ClockSetting?, _ state: inout DeskState) -> [DeskEffect] {
    guard state.context.replay != nil else {
      state.clock = setting
      if setting?.paused == true { state.breakIn.hasStopped = true }
      tellGoing(setting, &state)
      return []
    }
    // A jump takes its time; a key that was pressed meanwhile has set the clock since.
    if let setting, setting.wall >= state.clock?.wall ?? setting.wall { state.clock = setting }
    state.proposals.isStale = true
    return reload(&state) + loadBoard(&state)
  }

  static func step(minutes: Int, _ state: inout DeskState) -> [DeskEffect] {
    guard state.span != nil else {
      say(.refusal, "只有回放、演练可以后退、前进", &state)
      return []
    }
    return show(state.now.adding(minutes: minutes), &state)
  }

  static func beginJump(_ state: inout DeskState) -> [DeskEffect] {
    if state.span == nil {
      say(.refusal, "只有回放、演练可以跳到别的时刻", &state)
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
    guard let span = state.span else { return beginJump(&state) }
    let zone = state.city.calendar.zone
    guard let instant = MomentText.instant(text, near: state.now, zone: zone) else {
      say(.refusal, "「\(SafeText(text).string)」不是时刻，写成 09:12、06-16 09:12 或 2020-06-16 09:12:30", &state)
      return []
    }
    guard span.nearest(instant) == instant else {
      let ends = [span.from, span.to].map { TimeWords.full($0, in: zone) }
      let what = state.context.replay == nil ? "演练演过的是" : "这次回放从"
      say(.refusal, "\(what) \(ends[0]) 到 \(ends[1])，没有那个时刻", &state)
      return []
    }
    // Of a drill the whole second is meant: its clock hardly ever stands at the beginning of one.
    return show(state.context.replay == nil ? LookBack.last(of: instant) : instant, &state)
  }

  /// Shows another moment; the clock goes on from there, or stands there, as it did.
  private static func show(_ instant: Instant, _ state: inout DeskState) -> [DeskEffect] {
    if state.context.replay == nil { return lookBack(to: instant, &state) }
    guard let span = state.context.replay, let clock = state.clock else { return [] }
    let setting = ClockSetting(
      feed: span.nearest(instant), wall: state.wall, speed: clock.speed, paused: clock.paused)
    state.clock = setting
    return [.setClock(setting)]
  }
}

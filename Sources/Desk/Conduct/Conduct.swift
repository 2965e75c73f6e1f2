import Journal
public import Model
import Terminal

/// The conductor's one rule: state and event give state and effects.
public enum Conduct {
  /// Takes an event in.
  ///
  /// - Parameters:
  ///   - state: what the view shows and remembers.
  ///   - event: what happened.
  ///   - wall: what the wall clock shows, UTC.
  public static func update(_ state: inout ConductState, _ event: ConductEvent, at wall: Instant) -> [ConductEffect] {
    state.wall = max(state.wall, wall)
    if let message = state.message, message.until <= state.wall { state.message = nil }
    switch event {
    case .key(let key): return press(key, &state)
    case .resized(let width, let height):
      state.width = width
      state.height = height
    case .reading(let reading, let clock):
      state.reading = reading
      state.clock = clock
      state.trouble = nil
      // Who has chosen nothing looks at what comes next.
      if state.inject == nil, case .arrived? = state.selected?.standing { state.inject = reading.script.first?.id }
    case .done(let command, let refusal):
      say(refusal == nil ? .done : .refusal, refusal ?? ConductWords.done(command), &state)
    case .trouble(let reason): state.trouble = reason
    case .tick: break
    }
    return []
  }

  private static func press(_ key: Key, _ state: inout ConductState) -> [ConductEffect] {
    switch key {
    case .ctrl("z"): return [.suspend]
    case .ctrl("l"): return [.repaint]
    default: break
    }
    if state.dialog != nil { return pressDialog(key, &state) }
    guard let action = ConductKeymap.action(for: key) else {
      say(.refusal, "这个键在此处没有用处，按 ? 看可用的键", &state)
      return []
    }
    switch action {
    case .down: move(1, &state)
    case .up: move(-1, &state)
    case .nextPane: state.pane = state.pane == .script ? .expectations : .script
    case .fire, .skip: return ask(action, &state)
    case .delay: beginDelay(&state)
    case .add: state.dialog = .form(ConductForms.adding(state))
    case .remark: state.dialog = .form(ConductForm(subject: .remark, fields: [.text("所见")]))
    case .pause, .faster, .slower: return turnClock(action, &state)
    case .step: return [.step]
    case .help: state.dialog = .help
    case .quit: return [.quit]
    }
    return []
  }

  private static func move(_ step: Int, _ state: inout ConductState) {
    switch state.pane {
    case .script:
      guard let script = state.reading?.script, let index = state.injectIndex else { return }
      state.inject = script[max(0, min(script.count - 1, index + step))].id
    case .expectations:
      guard let followed = state.reading?.followed, let index = state.expectationIndex else { return }
      state.expectation = followed[max(0, min(followed.count - 1, index + step))].id
    }
  }

  private static func ask(_ action: ConductAction, _ state: inout ConductState) -> [ConductEffect] {
    guard let line = state.selected else {
      say(.refusal, state.reading == nil ? "正在读取，请稍候" : "脚本是空的，没有可调的来件", &state)
      return []
    }
    if case .arrived = line.standing {
      say(.refusal, "来件 \(line.id) 已经到了，不能再调", &state)
      return []
    }
    state.dialog = .confirm(action == .fire ? .fire(inject: line.id) : .skip(inject: line.id))
    return []
  }

  private static func beginDelay(_ state: inout ConductState) {
    guard let line = state.selected else { return }
    state.dialog = .form(ConductForm(subject: .delay(inject: line.id), fields: [.text("推迟几分钟")]))
  }

  private static func pressDialog(_ key: Key, _ state: inout ConductState) -> [ConductEffect] {
    if key == .ctrl("c") {
      state.dialog = nil
      return []
    }
    switch state.dialog {
    case .confirm(let command):
      switch key.folded {
      case .char("y"), .char("Y"), .enter:
        state.dialog = nil
        return [.conduct(command)]
      case .char("n"), .char("N"), .escape, .char("q"): state.dialog = nil
      default: break
      }
    case .form(var form):
      switch form.press(key) {
      case .left: state.dialog = nil
      case .edited: state.dialog = .form(form)
      case .entered: return give(form, &state)
      }
    case .help, nil: state.dialog = nil
    }
    return []
  }

  private static func give(_ form: ConductForm, _ state: inout ConductState) -> [ConductEffect] {
    var form = form
    if let blank = form.blank {
      form.current = blank
      state.dialog = .form(form)
      say(.refusal, "\(form.fields[blank].label)不能空着", &state)
      return []
    }
    guard let command = ConductForms.command(form, state) else {
      state.dialog = .form(form)
      say(.refusal, "分钟数应是整数，地点应是地点编码或区镇名称", &state)
      return []
    }
    state.dialog = nil
    return [.conduct(command)]
  }

  private static func turnClock(_ action: ConductAction, _ state: inout ConductState) -> [ConductEffect] {
    guard let clock = state.clock, !state.isOver else {
      say(.refusal, "演练已结束", &state)
      return []
    }
    let speeds = ClockSpeeds(state.drill)
    let setting: ClockSetting =
      switch action {
      case .faster: clock.changed(at: state.wall, speed: speeds.faster(than: clock.speed))
      case .slower: clock.changed(at: state.wall, speed: speeds.slower(than: clock.speed))
      default: clock.changed(at: state.wall, paused: !clock.paused)
      }
    state.clock = setting
    return [.setClock(setting)]
  }

  private static func say(_ kind: Message.Kind, _ text: String, _ state: inout ConductState) {
    state.message = Message(
      kind: kind, text: text, until: state.wall.adding(milliseconds: kind == .refusal ? 8_000 : 5_000))
  }
}

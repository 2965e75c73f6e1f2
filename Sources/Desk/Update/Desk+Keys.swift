import Journal
import Model
import Terminal

extension Desk {
  /// A key goes to what lies over the work, or to the work.
  static func press(_ key: Key, _ state: inout DeskState) -> [DeskEffect] {
    // What is about the terminal works over everything.
    if key == .ctrl("z") || key == .ctrl("l") { return Keymap.action(for: key).map { act($0, &state) } ?? [] }
    if state.breakIn.shown != nil { return pressBreakIn(key, &state) }
    if key == .ctrl("c") { state.heldKeys = [] }
    // Keys that are typed ahead of a list wait for it, in their order.
    if !state.heldKeys.isEmpty || state.dialog == nil && waitsForList(key, state) {
      if state.heldKeys.count < DeskState.mostHeldKeys { state.heldKeys.append(key) }
      return []
    }
    if state.dialog != nil { return pressDialog(key, &state) }
    if case .mouse(let mouse) = key { return point(mouse, &state) }
    guard let action = Keymap.action(for: key) else {
      tellUnknown(key, &state)
      return []
    }
    return act(action, &state)
  }

  /// Whether a key is about an order of a list that is still being read.
  private static func waitsForList(_ key: Key, _ state: DeskState) -> Bool {
    guard !state.queue.isLoaded, state.store.canKeep, let action = Keymap.action(for: key) else { return false }
    switch action {
    case .order, .approval, .merge, .mark, .phoneCard: return true
    case .open: return state.focus != .towns
    case .down, .up, .pageDown, .pageUp, .halfDown, .halfUp, .top, .bottom: return state.focus == .queue
    default: return false
    }
  }

  /// Presses the keys that waited for the list.
  static func releaseKeys(_ state: inout DeskState) -> [DeskEffect] {
    let keys = state.heldKeys
    state.heldKeys = []
    return keys.flatMap { press($0, &state) }
  }

  /// A key that means nothing here says so; one that an input method turned into a character is told.
  static func tellUnknown(_ key: Key, _ state: inout DeskState) {
    switch key {
    case .char(let scalar) where isComposed(scalar):
      say(.refusal, "输入法开着，收到「\(Character(scalar))」：请切换到英文再按键", &state)
    case .char(let scalar):
      say(.refusal, "「\(Character(scalar))」在此处没有用处，按 ? 看可用的键", &state)
    case .paste:
      say(.refusal, "粘贴的文字没有去处：请先按 / 筛选或 : 命令", &state)
    default:
      say(.refusal, "这个键在此处没有用处，按 ? 看可用的键", &state)
    }
  }

  /// Whether a character comes from an input method and from no key.
  static func isComposed(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 }

  static func act(_ action: Action, _ state: inout DeskState) -> [DeskEffect] {
    if isRefusedInPast(action, &state) { return [] }
    switch action {
    case .down, .up, .pageDown, .pageUp, .halfDown, .halfUp, .top, .bottom: return move(action, &state)
    case .nextPane: return focus(step: 1, &state)
    case .previousPane: return focus(step: -1, &state)
    case .nextTab, .previousTab: return shiftTab(action == .nextTab ? 1 : -1, &state)
    case .tab(let number): return choose(Tabs.all[number - 1], &state)
    case .open:
      if let look = state.lookBack, state.focus != .towns { return askToGoOn(look, &state) }
      return open(&state)
    case .back: return state.lookBack == nil ? back(&state) : returnToPresent(&state)
    case .filter:
      state.dialog = .filter(InputField(state.filterText))
      return state.pinyin == nil ? [.loadPinyin] : []
    case .sort: return nextSort(&state)
    case .tier: return switchTier(&state)
    case .nextSource: return shiftSource(1, &state)
    case .previousSource: return shiftSource(-1, &state)
    case .mark: return toggleMark(&state)
    case .clearMarks:
      state.marks = []
      return []
    case .order(let kind): return begin(kind, &state)
    case .approval: return beginApproval(&state)
    case .merge: return beginMerge(&state)
    case .leads: return beginLeads(&state)
    case .grids: return beginGrids(&state)
    case .rates: return beginRates(&state)
    case .points: return beginPoints(&state)
    case .phoneCard:
      guard let number = state.queue.selected else { return refuseEmpty(&state) }
      state.dialog = .phoneCard(number)
      return []
    case .response: return beginResponse(&state)
    case .shift: return beginShift(&state)
    case .pause, .faster, .slower: return turnClock(action, &state)
    case .stepDrill: return stepDrill(&state)
    case .stepBack: return step(minutes: -stepMinutes, &state)
    case .stepForward: return step(minutes: stepMinutes, &state)
    case .jump: return beginJump(&state)
    case .commandLine:
      state.dialog = .command(CommandLine())
      return state.pinyin == nil ? [.loadPinyin] : []
    case .help:
      state.dialog = .help(scroll: 0)
      return []
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .quit: return quit(&state)
    }
  }

  static func refuseEmpty(_ state: inout DeskState) -> [DeskEffect] {
    say(.refusal, state.queue.isLoaded ? "列表是空的，没有选中的工单" : "正在读取，请稍候", &state)
    return []
  }

  private static func focus(step: Int, _ state: inout DeskState) -> [DeskEffect] {
    let panes = Focus.allCases.filter { $0 != .towns || state.layout.towns != nil }
    let index = panes.firstIndex(of: state.focus) ?? 0
    state.focus = panes[(index + step + panes.count) % panes.count]
    return []
  }

  static func open(_ state: inout DeskState) -> [DeskEffect] {
    if state.focus == .towns { return setTown(state.town(atRow: state.townRow), &state) }
    guard let row = state.selectedRow else { return refuseEmpty(&state) }
    markSeen(row, &state)
    state.dialog = .file(scroll: 0)
    return []
  }

  private static func back(_ state: inout DeskState) -> [DeskEffect] {
    if state.message?.kind == .refusal { state.message = nil }
    if state.focus != .queue {
      state.focus = .queue
      return []
    }
    if state.query.filter != nil { return setFilter("", &state) }
    if !state.marks.isEmpty { state.marks = [] }
    return []
  }

  private static func quit(_ state: inout DeskState) -> [DeskEffect] {
    let held = (state.lookBack?.held ?? state.claims).count { $0.claim.map { $0.until > state.present } ?? false }
    if held == 0 { return [.quit] }
    state.dialog = .confirm(Confirmation(question: .quit(held: held)))
    return []
  }
}

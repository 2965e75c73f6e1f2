import Journal
import Model
import SafeText
import Terminal

extension Desk {
  /// A key goes to what lies over the work.
  static func pressDialog(_ key: Key, _ state: inout DeskState) -> [DeskEffect] {
    guard let dialog = state.dialog else { return [] }
    if key == .ctrl("c") {
      state.dialog = nil
      return []
    }
    switch dialog {
    case .help(let scroll): return pressReader(key, scroll, DialogPane.helpExtent(state), &state) { .help(scroll: $0) }
    case .file(let scroll): return pressReader(key, scroll, DialogPane.fileExtent(state), &state) { .file(scroll: $0) }
    case .phoneCard:
      state.dialog = nil
      return key.folded == .char("P") ? begin(.unmask, &state) : closeOnKey(key, &state)
    case .filter(let field): return pressFilter(key, field, &state)
    case .command(let line): return pressCommand(key, line, &state)
    case .jump(let field): return pressJump(key, field, &state)
    case .confirm(let confirmation): return answer(key, confirmation, &state)
    case .book(let form): return pressBook(key, form, &state)
    case .prompt(let prompt): return pressPrompt(key, prompt, &state)
    case .dispatch(let form): return pressDispatch(key, form, &state)
    case .inspection(let form): return pressInspection(key, form, &state)
    case .merge(let form): return pressMerge(key, form, &state)
    case .closing(let form): return pressClosing(key, form, &state)
    case .leads(let view): return pressLeads(key, view, &state)
    // Who steps through to the end presses it once more than needed.
    case .drillResult where Keymap.action(for: key) == .stepDrill: return []
    case .drillResult(let result, let scroll):
      return pressReader(key, scroll, DrillResultPane.extent(result, state), &state) {
        .drillResult(result, scroll: $0)
      }
    case .grids(let view): return pressGrids(key, view, &state)
    case .rates(let view): return pressRates(key, view, &state)
    case .points(let view): return pressPoints(key, view, &state)
    }
  }

  private static func pressReader(
    _ key: Key, _ line: Int, _ extent: TextExtent, _ state: inout DeskState, _ make: (Int) -> Dialog
  ) -> [DeskEffect] {
    let action = Keymap.action(for: key)
    switch action {
    case .down?, .up?, .pageDown?, .pageUp?, .halfDown?, .halfUp?, .top?, .bottom?:
      guard let action else { return [] }
      state.dialog = make(scrolled(line, action, extent))
      return []
    case .order(let kind)? where make(0) == .file(scroll: 0):
      state.dialog = nil
      return begin(kind, &state)
    case .approval? where make(0) == .file(scroll: 0):
      state.dialog = nil
      return beginApproval(&state)
    default: break
    }
    if case .mouse(let mouse) = key, mouse.action == .wheelDown || mouse.action == .wheelUp {
      let action: Action = mouse.action == .wheelDown ? .down : .up
      state.dialog = make((0..<3).reduce(line) { line, _ in scrolled(line, action, extent) })
      return []
    }
    return closeOnKey(key, &state)
  }

  private static func closeOnKey(_ key: Key, _ state: inout DeskState) -> [DeskEffect] {
    if case .mouse(let mouse) = key, mouse.action == .release { return [] }
    state.dialog = nil
    return []
  }

  private static func pressFilter(_ key: Key, _ field: InputField, _ state: inout DeskState) -> [DeskEffect] {
    var field = field
    switch key {
    case .enter:
      state.dialog = nil
      return []
    case .escape:
      state.dialog = nil
      return setFilter("", &state)
    case .down, .up:
      // The list can be walked while its filter is being typed.
      return move(key == .down ? .down : .up, &state)
    default:
      _ = field.apply(key)
      state.dialog = .filter(field)
      return setFilter(field.text, &state)
    }
  }

  private static func answer(
    _ key: Key, _ confirmation: Confirmation, _ state: inout DeskState
  ) -> [DeskEffect] {
    // The key that asks does not answer: pressed once too often it would leave this journal.
    if key == .enter, case .goOn = confirmation.question { return [] }
    switch key.folded {
    case .char("y"), .char("Y"), .enter:
      state.dialog = nil
      switch confirmation.question {
      case .quit: return [.quit]
      case .takeOver(let number, _): return give(.takeOver, [number], &state)
      case .bulk(let command, let orders): return give(command, orders, &state)
      case .goOn(let instant): return goOn(from: instant, &state)
      }
    case .char("n"), .char("N"), .escape, .char("q"):
      state.dialog = nil
      return []
    default:
      if case .char(let scalar) = key, isComposed(scalar) { tellUnknown(key, &state) }
      return []
    }
  }

  /// Gives a command on one order at once, and asks before it is given on several.
  static func confirmBulk(
    _ command: OrderCommand, _ orders: [OrderNumber], _ state: inout DeskState
  ) -> [DeskEffect] {
    state.dialog = nil
    if orders.count > 1 {
      state.dialog = .confirm(Confirmation(question: .bulk(command, orders)))
      return []
    }
    return give(command, orders, &state)
  }

  private static func pressInspection(
    _ key: Key, _ form: InspectionForm, _ state: inout DeskState
  ) -> [DeskEffect] {
    var form = form
    switch key {
    case .escape:
      state.dialog = nil
      return []
    case .tab, .backTab, .up, .down: form.passed.toggle()
    case .enter:
      if !form.passed, form.text.text.allSatisfy(\.isWhitespace) {
        say(.refusal, "核查未通过，请写明看到的情况", &state)
      } else {
        return confirmBulk(
          .inspect(Inspecting(passed: form.passed, text: form.text.text)), form.orders, &state)
      }
    default: _ = form.text.apply(key)
    }
    state.dialog = .inspection(form)
    return []
  }

  private static func pressClosing(_ key: Key, _ form: ClosingForm, _ state: inout DeskState) -> [DeskEffect] {
    var form = form
    let all = Outcome.allCases
    let index = all.firstIndex(of: form.outcome) ?? 0
    switch key {
    case .escape:
      state.dialog = nil
      return []
    case .tab, .down: form.outcome = all[(index + 1) % all.count]
    case .backTab, .up: form.outcome = all[(index + all.count - 1) % all.count]
    case .enter:
      if form.outcome == .notAccepted, form.text.text.allSatisfy(\.isWhitespace) {
        say(.refusal, "不予受理，请写明法律依据", &state)
      } else {
        return confirmBulk(
          .close(Closing(outcome: form.outcome, text: form.text.text)), form.orders, &state)
      }
    default: _ = form.text.apply(key)
    }
    state.dialog = .closing(form)
    return []
  }
}

import Model
import Terminal

extension Desk {
  static func pressDispatch(_ key: Key, _ form: DispatchForm, _ state: inout DeskState) -> [DeskEffect] {
    var form = form
    switch key {
    case .escape:
      state.dialog = nil
      return []
    case .enter:
      guard let lead = form.lead else {
        // Of a confidential order it is still being read whom it complains of.
        let isReading =
          form.search.text.isEmpty && form.orders.first.map { state.suggestionsLoading[$0] != nil } ?? false
        say(.refusal, isReading ? "正在核对这件密件不能派给谁，请稍候再按" : "没有这样的单位，请改一改再找", &state)
        return []
      }
      return confirmBulk(command(form, lead), form.orders, &state)
    case .tab: form.part = next(form)
    case .backTab: form.part = previous(form)
    default:
      switch form.part {
      case .unit: pressUnit(key, &form, state)
      case .coUnits: pressCoUnits(key, &form)
      case .note: _ = form.note.apply(key)
      }
    }
    state.dialog = .dispatch(form)
    return []
  }

  private static func command(_ form: DispatchForm, _ lead: UnitCode) -> OrderCommand {
    let dispatching = Dispatching(
      unit: lead, coUnits: form.offeredCoUnits.map(\.unit).filter(form.chosenCoUnits.contains), note: form.note.text)
    return form.isRedispatch ? .redispatch(dispatching) : .dispatch(dispatching)
  }

  private static func pressUnit(_ key: Key, _ form: inout DispatchForm, _ state: DeskState) {
    let last = max(0, form.candidates.count - 1)
    switch key {
    case .down, .ctrl("n"): form.selected = min(last, form.selected + 1)
    case .up, .ctrl("p"): form.selected = max(0, form.selected - 1)
    case .char(let scalar) where form.search.text.isEmpty && digit(scalar, form) != nil:
      // A digit picks from the list as long as nothing was typed; units are not found by one digit.
      form.selected = digit(scalar, form) ?? 0
    default:
      _ = form.search.apply(key)
      form.candidates = DispatchChoice.candidates(form, state)
      form.selected = 0
    }
  }

  private static func digit(_ scalar: Unicode.Scalar, _ form: DispatchForm) -> Int? {
    guard case .char(let folded) = Key.char(scalar).folded, folded.value >= 0x31, folded.value <= 0x39 else {
      return nil
    }
    let index = Int(folded.value) - 0x31
    return index < form.candidates.count ? index : nil
  }

  private static func pressCoUnits(_ key: Key, _ form: inout DispatchForm) {
    let offered = form.offeredCoUnits
    let last = max(0, offered.count - 1)
    switch key.folded {
    case .right, .down, .char("l"), .char("j"): form.coSelected = min(last, form.coSelected + 1)
    case .left, .up, .char("h"), .char("k"): form.coSelected = max(0, form.coSelected - 1)
    case .char(" "), .char("x"):
      guard !offered.isEmpty else { return }
      let unit = offered[min(form.coSelected, last)].unit
      if form.chosenCoUnits.remove(unit) == nil { form.chosenCoUnits.insert(unit) }
    default: break
    }
  }

  private static func next(_ form: DispatchForm) -> DispatchForm.Part {
    switch form.part {
    case .unit: form.offeredCoUnits.isEmpty ? .note : .coUnits
    case .coUnits: .note
    case .note: .unit
    }
  }

  private static func previous(_ form: DispatchForm) -> DispatchForm.Part {
    switch form.part {
    case .unit: .note
    case .coUnits: .unit
    case .note: form.offeredCoUnits.isEmpty ? .unit : .coUnits
    }
  }
}

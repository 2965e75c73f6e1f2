import Journal
import Model
import Terminal

extension Desk {
  static func move(_ action: Action, _ state: inout DeskState) -> [DeskEffect] {
    switch state.focus {
    case .towns: return moveTown(action, &state)
    case .detail: return scrollDetail(action, &state)
    case .queue: return moveSelection(action, &state)
    }
  }

  private static func moveSelection(_ action: Action, _ state: inout DeskState) -> [DeskEffect] {
    let height = state.layout.queueRows
    guard let index = state.queue.selectedIndex else {
      if state.queue.rows.isEmpty || !state.queue.isLoaded { return refuseEmpty(&state) }
      state.queue.select(index: state.queue.top, height: height)
      return neededFiles(&state)
    }
    state.detailScroll = 0
    // Beyond the loaded rows the list's own ends are read; within them a step is enough.
    switch action {
    case .top where state.queue.hasBefore: return list(&state)
    case .bottom where state.queue.hasAfter: return list(&state, at: .bottom)
    default: break
    }
    let target =
      switch action {
      case .down: index + 1
      case .up: index - 1
      case .pageDown: index + height
      case .pageUp: index - height
      case .halfDown: index + height / 2
      case .halfUp: index - height / 2
      case .top: 0
      default: state.queue.rows.count - 1
      }
    state.queue.select(index: target, height: height)
    return extendWindow(&state) + neededFiles(&state)
  }

  private static func moveTown(_ action: Action, _ state: inout DeskState) -> [DeskEffect] {
    let last = state.townItems.count - 1
    switch action {
    case .down: state.townRow = min(last, state.townRow + 1)
    case .up: state.townRow = max(0, state.townRow - 1)
    case .top, .pageUp, .halfUp: state.townRow = 0
    default: state.townRow = last
    }
    return []
  }

  private static func scrollDetail(_ action: Action, _ state: inout DeskState) -> [DeskEffect] {
    state.detailScroll = scrolled(state.detailScroll, action, DetailPane.extent(state))
    return []
  }

  /// Where a text stands after a key that scrolls: never past its end, so that the way back is no longer than it looks.
  static func scrolled(_ line: Int, _ action: Action, _ extent: TextExtent) -> Int {
    let page = max(1, extent.page)
    let target =
      switch action {
      case .down: line + 1
      case .up: line - 1
      case .pageDown: line + page
      case .pageUp: line - page
      case .halfDown: line + page / 2
      case .halfUp: line - page / 2
      case .top: 0
      default: extent.lines
      }
    return max(0, min(target, extent.lines - page))
  }

  static func choose(_ tab: OrderQuery.Tab, _ state: inout DeskState) -> [DeskEffect] {
    guard tab != state.query.tab else { return [] }
    state.query.tab = tab
    return list(&state)
  }

  static func shiftTab(_ step: Int, _ state: inout DeskState) -> [DeskEffect] {
    let index = Tabs.all.firstIndex(of: state.query.tab) ?? 0
    return choose(Tabs.all[(index + step + Tabs.all.count) % Tabs.all.count], &state)
  }

  static func shiftSource(_ step: Int, _ state: inout DeskState) -> [DeskEffect] {
    let all: [Source?] = [nil] + Source.allCases.map { $0 }
    let index = all.firstIndex(of: state.query.source) ?? 0
    return choose(source: all[(index + step + all.count) % all.count], &state)
  }

  static func choose(source: Source?, _ state: inout DeskState) -> [DeskEffect] {
    guard source != state.query.source else { return [] }
    state.query.source = source
    return list(&state)
  }

  static func nextSort(_ state: inout DeskState) -> [DeskEffect] {
    let all = OrderQuery.Sort.allCases
    let index = all.firstIndex(of: state.query.sort) ?? 0
    state.query.sort = all[(index + 1) % all.count]
    return list(&state)
  }

  /// 换层级: from the whole city to the town of the cursor or of the selected order, and back.
  static func switchTier(_ state: inout DeskState) -> [DeskEffect] {
    guard state.context.authority.tier == .city else {
      say(.refusal, "镇级台只看本镇", &state)
      return []
    }
    if state.query.town != nil { return setTown(nil, &state) }
    let pointed = state.focus == .towns ? state.town(atRow: state.townRow) : nil
    guard let town = pointed ?? state.selectedRow?.town else {
      say(.refusal, "先选中一个区镇，或一件有区镇的工单", &state)
      return []
    }
    return setTown(town, &state)
  }

  static func setTown(_ town: PlaceCode?, _ state: inout DeskState) -> [DeskEffect] {
    guard state.context.authority.tier == .city else {
      say(.refusal, "镇级台只看本镇", &state)
      return []
    }
    state.townRow = state.townItems.firstIndex(of: town) ?? 0
    guard town != state.query.town else { return [] }
    state.query.town = town
    return list(&state) + loadBoard(&state)
  }

  static func toggleMark(_ state: inout DeskState) -> [DeskEffect] {
    guard let number = state.queue.selected else { return refuseEmpty(&state) }
    if state.marks.remove(number) == nil { state.marks.insert(number) }
    return move(.down, &state)
  }

  /// Lists what matches a text, at once; an empty text lists all.
  static func setFilter(_ text: String, _ state: inout DeskState) -> [DeskEffect] {
    state.filterText = text
    let filter = FilterReading.filter(text, pinyin: state.pinyin, places: state.city.places)
    guard filter != state.query.filter else { return [] }
    state.query.filter = filter
    // A number is looked for among all orders; without one the tabs are where one was.
    if filter == nil, state.query.tab == .all { state.query.tab = .open }
    return list(&state)
  }

  /// Reads the filter's text again, now that names can be looked up in pinyin.
  static func refilter(_ state: inout DeskState) -> [DeskEffect] {
    if case .dispatch(var form) = state.dialog {
      form.candidates = DispatchChoice.candidates(form, state)
      state.dialog = .dispatch(form)
    }
    return state.filterText.isEmpty ? [] : setFilter(state.filterText, &state)
  }

  static func point(_ mouse: Key.Mouse, _ state: inout DeskState) -> [DeskEffect] {
    let layout = state.layout
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let action: Action = mouse.action == .wheelUp ? .up : .down
      if layout.detail.contains(row: mouse.row, col: mouse.col) { return scrollDetail(action, &state) }
      var effects: [DeskEffect] = []
      for _ in 0..<3 { effects += moveSelection(action, &state) }
      return effects
    case .press(.left): return click(mouse, layout, &state)
    default: return []
    }
  }

  private static func click(_ mouse: Key.Mouse, _ layout: DeskLayout, _ state: inout DeskState) -> [DeskEffect] {
    if let towns = layout.towns, towns.contains(row: mouse.row, col: mouse.col) {
      guard let row = TownPane.item(at: mouse.row, in: towns, state) else { return [] }
      state.focus = .towns
      return setTown(state.town(atRow: row), &state)
    }
    if layout.detail.contains(row: mouse.row, col: mouse.col) {
      state.focus = .detail
      return []
    }
    guard layout.queue.contains(row: mouse.row, col: mouse.col) else { return [] }
    state.focus = .queue
    if mouse.row == layout.queue.row || mouse.row == layout.queue.endRow - 1 {
      // The pane itself says where it puts its tabs.
      var scratch = Surface(width: state.width, height: state.height)
      let hits = QueuePane.draw(state, layout.queue, &scratch)
      if let tab = hits.tabs.first(where: { $0.contains(row: mouse.row, col: mouse.col) }) {
        return choose(Tabs.all[tab.index], &state)
      }
      if let source = hits.sources.first(where: { $0.contains(row: mouse.row, col: mouse.col) }) {
        return choose(source: QueuePane.sources[source.index], &state)
      }
      return []
    }
    let index = state.queue.top + mouse.row - layout.queue.row - 2
    guard state.queue.isLoaded, mouse.row >= layout.queue.row + 2, state.queue.rows.indices.contains(index) else {
      return []
    }
    if state.queue.selected == state.queue.rows[index].number { return open(&state) }
    state.queue.select(index: index, height: layout.queueRows)
    state.detailScroll = 0
    return extendWindow(&state) + neededFiles(&state)
  }
}

import Journal
import Model
import SafeText
import Terminal

/// The dispatch picker.
enum DispatchPane {
  static func draw(_ form: DispatchForm, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let verb = form.isRedispatch ? "改派" : "派单"
    let listHeight = max(3, min(form.candidates.count, area.height - 8, 9))
    let inner = surface.popUp(
      width: min(area.width - 4, 78), height: listHeight + 6, in: area,
      title: DialogPane.title(verb, form.orders, state),
      footer: "Enter \(verb)  Tab 下一项  Esc 返回 （签收前 u 可撤）")
    let body = inner.inset(rows: 0, columns: 1)
    let list = Rect(row: body.row + 1, col: body.col, width: body.width, height: listHeight)
    drawList(form, state, list, &surface)
    surface.put(limits(form, state), at: list.endRow, body.col, maxColumns: body.width)
    drawCoUnits(form, state, list.endRow + 1, body, &surface)
    draw(form.note, "附言 ", at: list.endRow + 2, body, &surface)
    draw(form.search, "承办 ", at: body.row, body, &surface)
    if form.search.text.isEmpty {
      surface.put("拼音首字母、汉字、编号都可以", at: body.row, body.col + 8, style: Style(.dim))
    }
    // The cursor belongs to what has the keyboard.
    switch form.part {
    case .unit: break
    case .note: draw(form.note, "附言 ", at: list.endRow + 2, body, &surface)
    case .coUnits: surface.caret = nil
    }
  }

  private static func draw(_ field: InputField, _ label: String, at row: Int, _ rect: Rect, _ surface: inout Surface) {
    surface.inputLine(field, prompt: label, at: row, rect.col, width: rect.width)
  }

  private static func drawList(_ form: DispatchForm, _ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let first = max(0, min(form.selected - rect.height + 1, form.candidates.count - rect.height))
    if form.candidates.isEmpty {
      let row = form.orders.first.flatMap { Desk.row($0, state) }
      let isWaiting = row.map { !DispatchChoice.maySuggest($0, state) } ?? false
      let text = isWaiting && form.search.text.isEmpty ? "保密件，正在核对被反映单位" : "没有这样的单位"
      surface.put(text, at: rect.row, rect.col + 3, style: Style(.error))
    }
    for (offset, candidate) in form.candidates.dropFirst(first).prefix(rect.height).enumerated() {
      let index = first + offset
      let unit = state.city.units[candidate.unit]
      let isSelected = index == form.selected
      let digit = index < 9 ? "\(index + 1) " : "  "
      let row = rect.row + offset
      surface.put(isSelected ? "▌" : " ", at: row, rect.col, style: Style(.focus))
      surface.put(digit, at: row, rect.col + 1, style: Style(.key))
      let used = surface.put(
        unit?.name ?? candidate.unit.rawValue, at: row, rect.col + 3, maxColumns: rect.width - 24)
      let place = unit.flatMap { state.city.places[$0.place] }?.name ?? ""
      let why = [reason(candidate.reason), candidate.likeness.map(Words.likeness) ?? ""].filter { !$0.isEmpty }
        .joined(separator: " ")
      surface.put(
        [
          Span(why.isEmpty ? "" : why + "  ", Style(.title)), Span(place, Style(.dim)),
          Span(unit?.stationed == true ? " 进驻" : "", Style(.dim)),
        ],
        at: row, rect.col + 3 + max(used + 2, 30), maxColumns: rect.width - max(used + 5, 33))
      if isSelected { surface.add(.selected, in: Rect(row: row, col: rect.col, width: rect.width, height: 1)) }
    }
  }

  private static func reason(_ reason: UnitCandidate.Reason) -> String {
    switch reason {
    case .lead: "目录主办"
    case .helper: "协办"
    case .atSource: "来源处"
    case .local, .found, .learned: ""
    }
  }

  /// The limits that the order gets with the dispatch, as instants.
  private static func limits(_ form: DispatchForm, _ state: DeskState) -> [Span] {
    guard let row = form.orders.first.flatMap({ Desk.row($0, state) }) else { return [] }
    func due(_ stage: LimitedStage) -> String {
      guard let limit = state.city.limit(stage, category: row.category, urgency: row.urgency) else { return "—" }
      let end = state.city.calendar(of: form.lead).due(from: state.now, limit: limit)
      return "\(LimitWords.span(limit))（\(TimeWords.due(end, now: state.now, in: state.city.calendar.zone)) 前）"
    }
    return [Span("时限 ", Style(.title)), Span("签收 \(due(.sign))  处置 \(due(.handle))")]
  }

  private static func drawCoUnits(
    _ form: DispatchForm, _ state: DeskState, _ row: Int, _ rect: Rect, _ surface: inout Surface
  ) {
    var col = rect.col + surface.put("协办 ", at: row, rect.col, style: Style(.title))
    let offered = form.offeredCoUnits
    if offered.isEmpty { surface.put("目录没有协办单位", at: row, col, style: Style(.dim)) }
    let current = min(form.coSelected, offered.count - 1)
    for (index, candidate) in offered.enumerated() where col < rect.endCol - 6 {
      let isChosen = form.chosenCoUnits.contains(candidate.unit)
      let name = state.city.units[candidate.unit]?.short ?? candidate.unit.rawValue
      let isCurrent = form.part == .coUnits && index == current
      let style = Style(isChosen ? .mine : .normal, isCurrent ? .reverse : [])
      col +=
        surface.put("[\(isChosen ? "x" : " ")] \(name)", at: row, col, style: style, maxColumns: rect.endCol - col) + 2
    }
  }
}

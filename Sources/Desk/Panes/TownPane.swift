import Journal
import Model
import SafeText
import Terminal

/// The towns with what is open, waits for dispatch, is late.
enum TownPane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let isFocused = state.focus == .towns
    surface.box(rect, title: "区镇", style: Style(isFocused ? .focus : .border))
    let inner = rect.inset()
    let layout = TableLayout(
      [
        TableColumn("区镇", .flexible(minimum: 8), priority: 9),
        TableColumn("未结", .fixed(inner.width >= 30 ? 6 : 4), alignment: .trailing, priority: 3),
        TableColumn("待派", .fixed(4), alignment: .trailing, priority: 2),
        TableColumn("超期", .fixed(4), alignment: .trailing, priority: 4),
      ], width: inner.width - 1)
    surface.tableHeader(layout, in: Rect(row: inner.row, col: inner.col, width: inner.width, height: 1))
    let body = Rect(row: inner.row + 1, col: inner.col, width: inner.width, height: inner.height - 1)
    let towns = state.townItems
    let selected = selected(state)
    let first = first(selected, body.height, of: towns.count)
    surface.tableRows(layout, in: body, rows: first..<towns.count, selected: selected) { index, column in
      cell(state, towns[index], column)
    }
  }

  /// The item that is drawn on a row of the screen: 0 is the whole city.
  static func item(at row: Int, in rect: Rect, _ state: DeskState) -> Int? {
    let height = rect.height - 3
    let line = row - rect.row - 2
    guard line >= 0, line < height else { return nil }
    let count = state.townItems.count
    let item = first(selected(state), height, of: count) + line
    return item < count ? item : nil
  }

  /// The item that bears the mark: the cursor where the pane has the keyboard, else the one that is listed.
  private static func selected(_ state: DeskState) -> Int {
    if state.focus == .towns { return state.townRow }
    return state.townItems.firstIndex(of: state.query.town) ?? 0
  }

  private static func first(_ selected: Int, _ height: Int, of count: Int) -> Int {
    max(0, min(selected - height + 1, count - height))
  }

  private static func cell(_ state: DeskState, _ town: PlaceCode?, _ column: Int) -> Span {
    switch column {
    case 0: return Span(name(town, state), town == state.query.town ? Style(.title) : .normal)
    case 1: return number(state.board.count(town: town, tab: .open))
    case 2: return number(state.board.count(town: town, tab: .stage(.filed)))
    default:
      let late = state.lateCount(town)
      let text = late.value == 0 ? "·" : "\(late.value)\(late.isMore ? "+" : "")"
      return Span(text, Style(late.value == 0 ? .dim : .late))
    }
  }

  private static func number(_ value: Int) -> Span {
    value == 0 ? Span("·", Style(.dim)) : Span(String(value))
  }

  private static func name(_ town: PlaceCode?, _ state: DeskState) -> String {
    town.map { state.city.places[$0]?.name ?? $0.rawValue } ?? "全市"
  }

  /// The same in one line, for a narrow terminal: the one that is listed, then those with most that is late.
  static func drawLine(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let listed = state.query.town
    let others = state.townItems.filter { $0 != nil && $0 != listed }.sorted { order($0, state) > order($1, state) }
    let towns = [listed] + state.townItems.filter { $0 == nil && $0 != listed } + others
    let hint = state.context.authority.tier == .city ? "t 选区镇 " : ""
    var col = rect.col + 1
    surface.put("▌", at: rect.row, rect.col, style: Style(.focus))
    let end = rect.endCol - hint.columns - 1
    for (index, town) in towns.enumerated() {
      let late = state.lateCount(town)
      let text =
        "\(name(town, state)) \(state.board.count(town: town, tab: .open))/"
        + "\(dotted(state.board.count(town: town, tab: .stage(.filed))))/"
        + "\(dotted(late.value))\(late.isMore ? "+" : "")"
      guard col + text.columns <= end else { break }
      let style = index == 0 ? Style(.title) : late.value > 0 ? Style(.late) : .normal
      col += surface.put(text, at: rect.row, col, style: style) + 2
    }
    surface.put(hint, at: rect.row, rect.endCol - hint.columns, style: Style(.dim))
  }

  private static func order(_ town: PlaceCode?, _ state: DeskState) -> (Int, Int) {
    (state.lateCount(town).value, state.board.count(town: town, tab: .open))
  }

  private static func dotted(_ value: Int) -> String { value == 0 ? "·" : String(value) }
}

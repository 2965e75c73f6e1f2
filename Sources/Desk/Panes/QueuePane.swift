import Journal
import Model
import SafeText
import Terminal

/// The list: orders by what they wait for.
enum QueuePane {
  /// Where tabs and sources were drawn, for the mouse.
  struct Hits {
    var tabs: [HitRange] = []
    var sources: [HitRange] = []
  }

  static let sources: [Source?] = [nil] + Source.allCases.map { $0 }

  @discardableResult
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) -> Hits {
    let isFocused = state.focus == .queue
    surface.box(rect, style: Style(isFocused ? .focus : .border))
    var hits = Hits()
    let tabs = Tabs.all.map { tab in
      let count = state.board.count(town: state.query.town, tab: tab, source: state.query.source)
      return Tabs.name(tab) + String(count)
    }
    hits.tabs = surface.tabLine(
      tabs, selected: Tabs.all.firstIndex(of: state.query.tab), at: rect.row, rect.col + 2,
      maxColumns: rect.width - 4 - room(for: choice(state), rect))
    hits.sources = drawSources(state, rect, &surface)
    drawTrailing(state, rect, hits, &surface)
    drawRows(state, rect.inset(), &surface)
    return hits
  }

  /// Marks, filter and sorting: at the right of the tabs, or else of the sources.
  private static func drawTrailing(_ state: DeskState, _ rect: Rect, _ hits: Hits, _ surface: inout Surface) {
    let choice = choice(state)
    // The sorting gives way before the marks and the filter do.
    for text in [choice + sorting(state), choice] where !text.isEmpty {
      let text = " " + text + (text.hasSuffix(" ") ? "" : " ")
      for (row, tabs) in [(rect.row, hits.tabs), (rect.endRow - 1, hits.sources)] {
        let used = tabs.last.map { $0.columns.upperBound } ?? rect.col
        guard used + text.columns + 2 <= rect.endCol else { continue }
        surface.put(text, at: row, rect.endCol - 1 - text.columns, style: Style(.dim))
        return
      }
    }
  }

  /// What the tabs leave free for marks and filter, which must be seen; where names stand without counts, the sources do.
  private static func room(for choice: String, _ rect: Rect) -> Int {
    choice.isEmpty || !hasCounts(rect) ? 0 : choice.columns + 2
  }

  /// Whether the sources show their counts.
  private static func hasCounts(_ rect: Rect) -> Bool { rect.width >= 90 }

  private static func sorting(_ state: DeskState) -> String {
    switch state.query.sort {
    case .due: "时限↑"
    case .newest: "最新↓"
    case .oldest: "最早↑"
    }
  }

  /// How many are marked, and what the filter found.
  private static func choice(_ state: DeskState) -> String {
    let marks = state.marks.isEmpty ? "" : "标记\(state.marks.count) "
    guard let filter = state.query.filter, !filter.words.isEmpty else { return marks }
    let more = state.queue.isPartial || state.queue.hasAfter || state.queue.hasBefore ? "+" : ""
    return marks + "筛「\(state.filterText.truncated(toColumns: 20))」\(state.queue.rows.count)\(more) "
  }

  private static func drawSources(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) -> [HitRange] {
    let isWide = hasCounts(rect)
    let names = sources.map { source in
      let name = source.map { state.city.sourceNames[$0] ?? $0.rawValue } ?? "全部"
      guard isWide else { return name }
      let count = state.board.count(town: state.query.town, tab: state.query.tab, source: source)
      // A name that ends in a digit needs something between it and the count.
      return name + (name.last?.isNumber ?? false ? "·" : "") + String(count)
    }
    let start = rect.col + 2 + surface.put("来源 ", at: rect.endRow - 1, rect.col + 2, style: Style(.dim))
    return surface.tabLine(
      names, selected: sources.firstIndex(of: state.query.source), at: rect.endRow - 1, start,
      maxColumns: rect.endCol - 2 - start)
  }

  private static func drawRows(_ state: DeskState, _ inner: Rect, _ surface: inout Surface) {
    let layout = QueueColumns.layout(width: inner.width - 1, city: state.city)
    surface.tableHeader(layout, in: Rect(row: inner.row, col: inner.col, width: inner.width, height: 1))
    let body = Rect(row: inner.row + 1, col: inner.col, width: inner.width, height: inner.height - 1)
    let queue = state.queue
    guard !queue.rows.isEmpty else {
      let room = body.width - 4
      surface.put(
        emptyText(state, maxColumns: room), at: body.row + min(1, max(0, body.height - 1)), body.col + 2,
        style: Style(.dim), maxColumns: room)
      return
    }
    let end = min(queue.rows.count, queue.top + body.height)
    guard queue.top < end else { return }
    let cells = (queue.top..<end).map { QueueColumns.Cells(queue.rows[$0], state) }
    surface.tableRows(
      layout, in: body, rows: queue.top..<end, selected: queue.selectedIndex,
      highlighted: [QueueColumns.Column.matter.rawValue]
    ) { index, column in
      cells[index - queue.top].span(column)
    }
  }

  private static func emptyText(_ state: DeskState, maxColumns: Int) -> String {
    if !state.queue.isLoaded { return "正在读取 …" }
    if state.query.filter != nil {
      // A filter may be as long as what was pasted into it; what to do about it must stay in sight.
      let (before, after) = ("没有与「", "」相符的工单，Esc 清除筛选")
      return before + state.filterText.truncated(toColumns: maxColumns - before.columns - after.columns) + after
    }
    let source = state.query.source.flatMap { state.city.sourceNames[$0] }.map { "来自\($0)、" } ?? ""
    let what = state.query.tab == .open ? "未结" : Tabs.name(state.query.tab)
    return "没有\(source)\(what)的工单"
  }
}

import Model
import SafeText
import Terminal

/// 导调来件: what is to come, and what has.
enum ConductScriptPane {
  static func draw(_ state: ConductState, _ rect: Rect, _ surface: inout Surface) {
    let script = state.reading?.script ?? []
    let coming = script.count { if case .coming = $0.standing { true } else { false } }
    surface.box(rect, title: "导调来件 待到\(coming)／\(script.count)")
    let inner = rect.inset(rows: 1, columns: 1)
    guard state.reading != nil else {
      surface.put(" 正在读取 …", at: inner.row, inner.col, style: Style(.dim))
      return
    }
    let layout = TableLayout(
      [
        TableColumn("时间", .fixed(13), priority: 20), TableColumn("编号", .fixed(5), priority: 20),
        TableColumn("来源", .fixed(6), priority: 10), TableColumn("地点", .fixed(8), priority: 10),
        TableColumn("事项", .flexible(minimum: 16), priority: 20), TableColumn("条件", .flexible(minimum: 12), priority: 5),
      ], width: inner.width - 1)
    surface.tableHeader(layout, in: Rect(row: inner.row, col: inner.col, width: inner.width, height: 1))
    let body = Rect(row: inner.row + 1, col: inner.col, width: inner.width, height: max(0, inner.height - 1))
    let selected = state.injectIndex ?? 0
    let rows = ConductScriptPane.rows(script.count, selected, body.height)
    surface.tableRows(layout, in: body, rows: rows, selected: state.pane == .script ? selected : nil) { index, column in
      cell(script[index], column, state)
    }
  }

  private static func cell(_ line: ConductReading.InjectLine, _ column: Int, _ state: ConductState) -> Span {
    let style: Style =
      switch line.standing {
      case .coming(let at): at.since(state.now) <= 60_000 ? Style(.soon) : Style(.normal)
      case .waiting: Style(.normal)
      case .arrived, .skipped, .passed: Style(.dim)
      }
    switch column {
    case 0: return Span(ConductWords.standing(line.standing, in: state.city.calendar.zone), style)
    case 1: return Span(line.id, style)
    case 2: return Span(state.city.sourceNames[line.report.source] ?? "", style)
    case 3:
      let town = state.city.places.town(of: line.report.place).flatMap { state.city.places[$0] }
      return Span(town?.name ?? state.city.name, style)
    case 4: return Span(SafeText(line.report.title).string, style)
    default: return Span(line.condition, style)
    }
  }

  /// What the script tells of the selected inject.
  static func drawNote(_ state: ConductState, _ rect: Rect, _ surface: inout Surface) {
    surface.box(rect, title: "导调提示" + (state.selected.map { " \($0.id)" } ?? ""))
    guard let line = state.selected else { return }
    let inner = rect.inset(rows: 1, columns: 2)
    let words = [
      line.note, line.audience.isEmpty ? "" : "给 \(line.audience)",
      line.condition.isEmpty ? "" : "条件 \(line.condition)",
      line.report.text,
    ].filter { !$0.isEmpty }.joined(separator: "　")
    for (offset, text) in SafeText(words).string.wrapped(toColumns: inner.width).prefix(inner.height).enumerated() {
      surface.put(text, at: inner.row + offset, inner.col, maxColumns: inner.width)
    }
  }

  /// The rows that are seen, so that the selected one is among them.
  static func rows(_ count: Int, _ selected: Int, _ height: Int) -> Range<Int> {
    let top = max(0, min(selected - height / 2, count - height))
    return top..<min(count, top + max(0, height))
  }
}

/// 期望: what must be done, with the time that is left.
enum ConductExpectationPane {
  static func draw(_ state: ConductState, _ rect: Rect, _ surface: inout Surface) {
    let followed = state.reading?.followed ?? []
    func count(_ wanted: ConductReading.ExpectationLine.State) -> Int { followed.count { $0.state == wanted } }
    surface.box(
      rect,
      title: "期望 待办\(count(.open)) 达到\(count(.met)) 迟\(count(.late)) 不对\(count(.wrong)) 漏\(count(.missed))")
    let inner = rect.inset(rows: 1, columns: 1)
    let layout = TableLayout(
      [
        TableColumn("剩余", .fixed(6), priority: 20), TableColumn("情况", .fixed(13), priority: 20),
        TableColumn("编号", .fixed(5), priority: 10), TableColumn("来件", .fixed(5), priority: 10),
        TableColumn("期望", .flexible(minimum: 16), priority: 20),
      ], width: inner.width - 1)
    surface.tableHeader(layout, in: Rect(row: inner.row, col: inner.col, width: inner.width, height: 1))
    let body = Rect(row: inner.row + 1, col: inner.col, width: inner.width, height: max(0, inner.height - 1))
    let selected = state.expectationIndex ?? 0
    let rows = ConductScriptPane.rows(followed.count, selected, body.height)
    surface.tableRows(layout, in: body, rows: rows, selected: state.pane == .expectations ? selected : nil) {
      index, column in
      cell(followed[index], column, state)
    }
  }

  private static func cell(_ line: ConductReading.ExpectationLine, _ column: Int, _ state: ConductState) -> Span {
    let zone = state.city.calendar.zone
    let style: Style =
      switch line.state {
      case .open: (line.due?.since(state.now) ?? .max) <= 60_000 ? Style(.soon) : Style(.normal)
      case .missed, .wrong: Style(.late)
      case .late: Style(.soon)
      case .met: Style(.normal)
      case .notArrived: Style(.dim)
      }
    switch column {
    case 0:
      guard line.state == .open, let due = line.due else { return Span("", style) }
      return Span(ConductWords.left(due.since(state.now)), style)
    case 1:
      let done = line.done.map { " " + TimeWords.second($0, in: zone) } ?? ""
      return Span(ConductWords.state(line.state) + done, style)
    case 2: return Span(line.id, style)
    case 3: return Span(line.inject, style)
    default: return Span((line.isCritical ? "【要害】" : "") + SafeText(line.text).string, style)
    }
  }
}

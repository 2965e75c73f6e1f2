import Journal
import Model
import Operations
import SafeText
import Terminal

/// 督查线索: what the rules find, sorted by kind, with the evidence of the selected one.
enum LeadsPane {
  /// Lines for the evidence below the list.
  private static let evidenceHeight = 6

  static func draw(_ view: LeadView, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let inner = surface.popUp(
      width: min(area.width - 4, 120), height: area.height - 2, in: area, title: "督查线索（疑似，未经核实）",
      footer: "←→ 换类别  j k 上下  Enter 调出工单  Esc 返回")
    let kinds = Lead.Kind.allCases.map { kind in
      LeadWords.kind(kind) + (view.book.map { String($0.tally.all[kind]) } ?? "")
    }
    surface.tabLine(
      kinds, selected: Lead.Kind.allCases.firstIndex(of: view.kind), at: inner.row, inner.col + 1,
      maxColumns: inner.width - 2)
    guard let book = view.book else {
      surface.put("正在查找 …", at: inner.row + 2, inner.col + 2, style: Style(.dim))
      return
    }
    drawSummary(view.kind, book, state, inner, &surface)
    let body = Rect(
      row: inner.row + 3, col: inner.col, width: inner.width, height: max(1, inner.height - 4 - evidenceHeight))
    drawList(view, state, body, &surface)
    let rest = Rect(
      row: body.endRow, col: inner.col + 1, width: inner.width - 2, height: max(0, inner.endRow - body.endRow))
    drawEvidence(view, state, rest, &surface)
  }

  /// How many leads are seen at once.
  static func page(_ state: DeskState) -> Int { max(1, state.height - 8 - evidenceHeight) }

  /// The towns and the units with the most of a kind.
  private static func drawSummary(
    _ kind: Lead.Kind, _ book: LeadBook, _ state: DeskState, _ inner: Rect, _ surface: inout Surface
  ) {
    var towns: [(name: String, count: Int)] = []
    for town in state.city.places.towns {
      if let count = book.tally.towns[town.code]?[kind] { towns.append((town.name, count)) }
    }
    var units: [(name: String, count: Int)] = []
    for (unit, counts) in book.tally.foremostUnits(.max) {
      units.append((LeadWords.unit(unit, in: state.city), counts[kind]))
    }
    for (offset, part) in [("区镇 ", towns), ("单位 ", units)].enumerated() {
      let most = part.1.filter { $0.count > 0 }.sorted { $0.count > $1.count }.prefix(12)
      let text = most.map { "\($0.name)\($0.count)" }.joined(separator: "  ")
      surface.put(
        [Span(part.0, Style(.title)), Span(text.isEmpty ? "—" : text, Style(.dim))], at: inner.row + 1 + offset,
        inner.col + 1, maxColumns: inner.width - 2)
    }
  }

  private static func drawList(_ view: LeadView, _ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let list = view.list
    guard !list.isEmpty else {
      surface.put("近 \(Desk.leadDays) 日没有这类线索", at: rect.row + 1, rect.col + 2, style: Style(.dim))
      return
    }
    let layout = TableLayout(
      [
        TableColumn("编号", .fixed(9), priority: 20), TableColumn("区镇", .fixed(8), priority: 10),
        TableColumn("单位", .fixed(10), priority: 15), TableColumn("线索", .flexible(minimum: 20), priority: 20),
      ], width: rect.width - 1)
    ListWindow.draw(layout, rect, count: list.count, selected: view.selected, &surface) { index, column in
      let entry = list[index]
      return switch column {
      case 0: Span(entry.number.short)
      case 1: Span(entry.town.flatMap { state.city.places[$0]?.name } ?? state.city.name)
      case 2: Span(LeadWords.unit(entry.lead.unit, in: state.city))
      default: Span(LeadWords.line(entry.lead, in: state.city))
      }
    }
  }

  private static func drawEvidence(_ view: LeadView, _ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    guard rect.height > 0, let entry = view.entry else { return }
    surface.put(
      [Span("依据 ", Style(.title)), Span(String(repeating: "─", count: max(0, rect.width - 5)), Style(.border))],
      at: rect.row, rect.col)
    guard let file = state.files[entry.number] else {
      surface.put("正在读取 …", at: rect.row + 1, rect.col, style: Style(.dim))
      return
    }
    let title = file.order.reports.first.map { Masking.freeText($0.title) } ?? ""
    let lines = [title] + LeadWords.evidence(entry.lead, file, in: state.city)
    for (offset, line) in lines.prefix(rect.height - 1).enumerated() {
      surface.put(SafeText(line).string, at: rect.row + 1 + offset, rect.col, maxColumns: rect.width)
    }
  }
}

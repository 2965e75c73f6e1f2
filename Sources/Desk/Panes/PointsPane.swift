import Journal
import Model
import SafeText
import Terminal

/// 志愿积分: the volunteers with what they have, or one's ledger.
enum PointsPane {
  static func draw(_ view: PointsView, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let title = view.page.map { "志愿积分 \(SafeText($0.volunteer).string)" } ?? "志愿积分"
    let inner = surface.popUp(
      width: min(area.width - 4, 110), height: area.height - 2, in: area, title: title,
      footer: view.page == nil ? "a 记分  d 兑换  Enter 看账  Esc 返回" : "a 记分  d 兑换  u 冲正这一笔  Esc 返回")
    let body = Rect(row: inner.row + 1, col: inner.col, width: inner.width, height: max(1, inner.height - 1))
    if let page = view.page {
      drawLedger(page, state, inner, body, &surface)
    } else {
      drawVolunteers(view, inner, body, &surface)
    }
  }

  /// How many lines are seen at once.
  static func page(_ state: DeskState) -> Int { max(1, state.height - 6) }

  private static func drawVolunteers(_ view: PointsView, _ inner: Rect, _ body: Rect, _ surface: inout Surface) {
    guard let volunteers = view.volunteers else {
      surface.put("正在读取 …", at: inner.row, inner.col + 1, style: Style(.dim))
      return
    }
    let count = "有账的志愿者 \(volunteers.count) 人" + (view.hasMore ? "，往下还有" : "")
    surface.put(
      volunteers.isEmpty ? "还没有人有账，按 a 记第一笔" : count, at: inner.row, inner.col + 1, style: Style(.dim),
      maxColumns: inner.width - 2)
    guard !volunteers.isEmpty else { return }
    let layout = TableLayout(
      [
        TableColumn("志愿者", .flexible(minimum: 20), priority: 20),
        TableColumn("笔数", .fixed(6), alignment: .trailing, priority: 10),
        TableColumn("现有", .fixed(9), alignment: .trailing, priority: 20),
      ], width: body.width - 1)
    ListWindow.draw(layout, body, count: volunteers.count, selected: view.selected, &surface) { index, column in
      let one = volunteers[index]
      return switch column {
      case 0: Span(one.volunteer)
      case 1: Span(String(one.entries))
      default: Span(String(one.balance), Style(.title))
      }
    }
  }

  private static func drawLedger(
    _ page: PointsView.Page, _ state: DeskState, _ inner: Rect, _ body: Rect, _ surface: inout Surface
  ) {
    guard let ledger = page.ledger else {
      surface.put("正在读取 …", at: inner.row, inner.col + 1, style: Style(.dim))
      return
    }
    surface.put(
      "现有 \(ledger.balance) 分，共 \(ledger.entries.count) 笔", at: inner.row, inner.col + 1, style: Style(.title),
      maxColumns: inner.width - 2)
    let entries = page.entries
    let layout = TableLayout(
      [
        TableColumn("笔", .fixed(4), alignment: .trailing, priority: 20), TableColumn("时刻", .fixed(16), priority: 10),
        TableColumn("分", .fixed(8), alignment: .trailing, priority: 20),
        TableColumn("事由", .flexible(minimum: 16), priority: 20),
        TableColumn("余", .fixed(8), alignment: .trailing, priority: 15), TableColumn("经办", .fixed(8), priority: 5),
      ], width: body.width - 1)
    ListWindow.draw(layout, body, count: entries.count, selected: page.selected, &surface) { index, column in
      let entry = entries[index]
      switch column {
      case 0: return Span(String(entry.version))
      case 1: return Span(TimeWords.full(entry.signature.at, in: state.city.calendar.zone), Style(.dim))
      case 2: return Span((entry.change > 0 ? "+" : "") + String(entry.change))
      case 3: return Span(BookWords.what(entry, ledger, city: state.city))
      case 4: return Span(String(entry.balance))
      default: return Span(HandOverWords.officer(entry.signature.officer, city: state.city))
      }
    }
  }
}

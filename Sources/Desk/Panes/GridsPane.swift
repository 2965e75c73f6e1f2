import Model
import Operations
import SafeText
import Terminal

/// 网格: what each found of the five sorts, open and in all, and who holds which role in the selected one.
enum GridsPane {
  /// Lines for the people below the list.
  private static let peopleHeight = 4

  static func draw(_ view: GridView, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let isOrders = view.orders != nil
    let place = view.book.span.town.flatMap { state.city.places[$0]?.name } ?? "全市"
    let title =
      isOrders
      ? "网格 " + name(view.grid, state.city)
      : "网格 \(place) \(TimeWords.days(from: view.book.span.from, to: view.book.span.to))"
    let inner = surface.popUp(
      width: min(area.width - 4, 130), height: area.height - 2, in: area, title: title,
      footer: isOrders ? "j k 上下  Enter 调出工单  Esc 返回" : "←→ 换时段  [ ] 前后  j k 上下  Enter 看工单  Esc 返回")
    surface.tabLine(
      ReviewSpan.allCases.map(\.title), selected: ReviewSpan.allCases.firstIndex(of: view.period.span), at: inner.row,
      inner.col + 1, maxColumns: inner.width - 2)
    let body = Rect(row: inner.row + 2, col: inner.col, width: inner.width, height: max(1, inner.height - 2))
    if let orders = view.orders {
      drawCount(orders, view, state, inner, &surface)
      ListedOrdersPane.draw(orders, selected: view.selectedOrder, note: "类别", state, body, &surface)
      return
    }
    drawTotal(view, state, inner, &surface)
    let list = Rect(row: body.row, col: body.col, width: body.width, height: max(1, body.height - peopleHeight))
    drawGrids(view, state, list, &surface)
    let rest = Rect(
      row: list.endRow, col: inner.col + 1, width: inner.width - 2, height: max(0, inner.endRow - list.endRow))
    drawPeople(view, state, rest, &surface)
  }

  /// How many grids are seen at once.
  static func page(_ state: DeskState) -> Int { max(1, state.height - 7 - peopleHeight) }

  /// Every village has a first grid, so it is named with its village.
  private static func name(_ grid: Place?, _ city: CityTables) -> String {
    guard let grid else { return "" }
    return (grid.parent.flatMap { city.places[$0]?.name } ?? "") + grid.name
  }

  private static func drawTotal(_ view: GridView, _ state: DeskState, _ inner: Rect, _ surface: inout Surface) {
    let total = view.book.total
    let progress = view.book.next.map { "正在统计，已到 \(TimeWords.day(compact: $0.day)) …  " } ?? ""
    let sorts = GridAlert.Kind.allCases.map { kind in "\(Words.gridFinding(kind)) \(count(total.count(kind)))" }
    surface.put(
      [
        Span(progress, Style(.soon)), Span("未结/全部 \(count(total.total))  ", Style(.title)),
        Span(sorts.joined(separator: "  "), Style(.dim)),
      ], at: inner.row + 1, inner.col + 1, maxColumns: inner.width - 2)
  }

  private static func drawCount(
    _ orders: [ListedOrder], _ view: GridView, _ state: DeskState, _ inner: Rect, _ surface: inout Surface
  ) {
    let all = view.grid.flatMap { view.book.findings[$0.code]?.total.all } ?? 0
    let text = orders.isEmpty ? "这个时段没有发现" : all > orders.count ? "共 \(all) 件，列最近 \(orders.count) 件" : "共 \(all) 件"
    surface.put(text, at: inner.row + 1, inner.col + 1, style: Style(.dim), maxColumns: inner.width - 2)
  }

  private static func count(_ count: GridFindings.Count) -> String {
    count.all == 0 ? "·" : "\(count.open)/\(count.all)"
  }

  private static func drawGrids(_ view: GridView, _ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let isWide = rect.width >= 100
    let kinds = GridAlert.Kind.allCases.map { kind in
      TableColumn(
        isWide ? Words.gridFinding(kind) : Words.gridFindingShort(kind), .fixed(isWide ? 12 : 7), alignment: .trailing,
        priority: 15)
    }
    let layout = TableLayout(
      [
        TableColumn("区镇", .fixed(8), priority: 8), TableColumn("网格", .flexible(minimum: 18), priority: 20),
        TableColumn("网格长", .fixed(8), priority: 10),
      ] + kinds
        + [TableColumn("合计", .fixed(8), alignment: .trailing, priority: 18)], width: rect.width - 1)
    ListWindow.draw(layout, rect, count: view.grids.count, selected: view.selected, &surface) { index, column in
      let grid = view.grids[index]
      let found = view.book.findings[grid.code] ?? GridFindings()
      switch column {
      case 0: return Span(state.city.places.town(of: grid.code).flatMap { state.city.places[$0]?.name } ?? "")
      case 1: return Span(name(grid, state.city))
      case 2: return Span(state.city.grids[grid.code].map { Masking.name($0.head) } ?? "—")
      case 3..<(3 + kinds.count):
        let one = found.count(GridAlert.Kind.allCases[column - 3])
        return Span(count(one), Style(one.open > 0 ? .normal : .dim))
      default: return Span(count(found.total), Style(found.total.open > 0 ? .title : .dim))
      }
    }
  }

  private static func drawPeople(_ view: GridView, _ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    guard rect.height > 0, let grid = view.grid else { return }
    let path = state.city.places.path(to: grid.code).map(\.name).joined(separator: "·")
    surface.put(
      [Span(path + " ", Style(.title)), Span(String(repeating: "─", count: rect.width), Style(.border))],
      at: rect.row, rect.col, maxColumns: rect.width)
    guard let team = state.city.grids[grid.code] else {
      surface.put("grids.csv 里没有登记人员", at: rect.row + 1, rect.col, style: Style(.dim), maxColumns: rect.width)
      return
    }
    let roles = zip(Words.gridRoles, team.roles).map { "\($0) \(Masking.name($1))" }.joined(separator: "  ")
    let head = "网格长 \(Masking.name(team.head))（\(team.headTitle)）  \(team.partyBranch)  "
    for (offset, line) in (head + roles).wrapped(toColumns: rect.width).prefix(rect.height - 1).enumerated() {
      surface.put(line, at: rect.row + 1 + offset, rect.col, maxColumns: rect.width)
    }
  }
}

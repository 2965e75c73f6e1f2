import Journal
import Model
import SafeText
import Terminal

/// 考核指标: a rate with its numerator, its denominator, and what was left out and why.
enum RatesPane {
  /// Lines for the times below the list.
  private static let timesHeight = 4
  /// The line below the list that says in full what was left out of the selected line.
  private static let leftOutHeight = 1

  static func draw(_ view: RateView, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let inner = surface.popUp(
      width: min(area.width - 4, 130), height: area.height - 2, in: area, title: title(view, state),
      footer: footer(view))
    if let orders = view.orders {
      drawOrders(orders, state, inner, &surface)
      return
    }
    surface.tabLine(
      RateView.groupings.map(Words.grouping), selected: RateView.groupings.firstIndex(of: view.grouping), at: inner.row,
      inner.col + 1, maxColumns: inner.width - 2)
    surface.put(scope(view), at: inner.row + 1, inner.col + 1, style: Style(.dim), maxColumns: inner.width - 2)
    let body = Rect(row: inner.row + 2, col: inner.col, width: inner.width, height: max(1, inner.height - 2))
    guard let groups = view.groups else {
      surface.put("正在统计 …", at: body.row, inner.col + 2, style: Style(.dim))
      return
    }
    guard !groups.isEmpty else {
      surface.put("这个时段没有来件", at: body.row, inner.col + 2, style: Style(.dim))
      return
    }
    if view.isWhole {
      drawWhole(view, state, body, &surface)
    } else {
      drawGroups(groups, view, state, body, &surface)
    }
  }

  /// How many lines are seen at once.
  static func page(_ state: DeskState) -> Int { max(1, state.height - 7) }

  private static func title(_ view: RateView, _ state: DeskState) -> String {
    let place = view.within?.title ?? view.query.town.flatMap { state.city.places[$0]?.name } ?? "全市"
    return "考核指标 " + SafeText(place).string + (view.orders.map { " " + $0.title } ?? "")
  }

  private static func footer(_ view: RateView) -> String {
    if let orders = view.orders {
      return (orders.list.step == nil ? "←→ 换部分  " : "") + "j k 上下  Enter 调出工单  Esc 返回"
    }
    return view.isWhole
      ? "←→ 换分组  t 换时段  [ ] 前后  Enter 看工单  Esc 返回"
      : "←→ 换分组  t 换时段  [ ] 前后  f 换指标  Enter 展开  Esc 返回"
  }

  private static func scope(_ view: RateView) -> String {
    let days = "\(view.period.title) \(TimeWords.days(from: view.query.from, to: view.query.to)) 来件"
    return view.isWhole ? days : "\(Words.rate(view.rate))  " + days
  }

  private static func figure(_ figure: RateFigure, _ column: Int) -> Span {
    switch column {
    case 1: Span(Words.percent(figure.basisPoints), Style(figure.denominator > 0 ? .title : .dim))
    case 2: Span(String(figure.numerator))
    case 3: Span(String(figure.denominator))
    default: Span(Words.leftOut(figure), Style(.dim))
    }
  }

  private static func layout(_ first: TableColumn, width: Int) -> TableLayout {
    TableLayout(
      [
        first, TableColumn("率", .fixed(7), alignment: .trailing, priority: 20),
        TableColumn("分子", .fixed(7), alignment: .trailing, priority: 18),
        TableColumn("分母", .fixed(7), alignment: .trailing, priority: 18),
        TableColumn("不计及原因", .flexible(minimum: 20), priority: 10),
      ], width: width - 1)
  }

  private static func drawWhole(_ view: RateView, _ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let tally = view.tally
    let closed = tally.figure(.ladder).numerator
    let ladder = tally.ladder(state.city.rung(of:))
    let height = min(rect.height, max(6, min(RateView.lines.count + 1, rect.height - timesHeight - leftOutHeight)))
    let list = Rect(row: rect.row, col: rect.col, width: rect.width, height: height)
    let layout = layout(TableColumn("指标", .fixed(14), priority: 20), width: rect.width)
    ListWindow.draw(layout, list, count: RateView.lines.count, selected: view.selected, &surface) { index, column in
      switch RateView.lines[index] {
      case .rate(let rate): return column == 0 ? Span(Words.rate(rate)) : figure(tally.figure(rate), column)
      case .rung(let rung):
        let count = ladder[rung] ?? 0
        return switch column {
        case 0: Span("  在" + Words.rung(rung))
        case 1: Span(Words.percent(Words.share(count, of: closed)), Style(closed > 0 ? .title : .dim))
        case 2: Span(String(count))
        case 3: Span(String(closed))
        default: Span("")
        }
      }
    }
    if case .rate(let rate)? = view.line { drawLeftOut(tally.figure(rate), below: list, &surface) }
    let rest = Rect(
      row: list.endRow + leftOutHeight, col: rect.col + 1, width: rect.width - 2,
      height: max(0, rect.endRow - list.endRow - leftOutHeight))
    drawTimes(tally, rest, &surface)
  }

  /// What was left out of a rate and why, since the table cuts it where room is short.
  private static func drawLeftOut(_ figure: RateFigure, below list: Rect, _ surface: inout Surface) {
    let text = Words.leftOut(figure)
    surface.put(
      [Span("不计 ", Style(.title)), Span(text.isEmpty ? "没有" : text)], at: list.endRow, list.col + 1,
      maxColumns: list.width - 2)
  }

  /// How long each stage took: the mean, and what nine in ten stay below.
  private static func drawTimes(_ tally: RateTally, _ rect: Rect, _ surface: inout Surface) {
    guard rect.height > 1 else { return }
    surface.put(
      [Span("用时 平均/九成在内 ", Style(.title)), Span(String(repeating: "─", count: rect.width), Style(.border))],
      at: rect.row, rect.col, maxColumns: rect.width)
    let times = TimedSpan.allCases.compactMap { span -> String? in
      let time = tally.time(span)
      guard let mean = time.mean, let most = time.percentile(90) else { return nil }
      return "\(Words.span(span)) \(Words.minutes(mean))/\(Words.minutes(most))"
    }
    let text = times.isEmpty ? "还没有走完的环节" : times.joined(separator: "  ")
    for (offset, line) in text.wrapped(toColumns: rect.width).prefix(rect.height - 1).enumerated() {
      surface.put(line, at: rect.row + 1 + offset, rect.col, style: Style(.dim), maxColumns: rect.width)
    }
  }

  private static func drawGroups(
    _ groups: [RateGroup], _ view: RateView, _ state: DeskState, _ rect: Rect, _ surface: inout Surface
  ) {
    let naming = RateNaming(city: state.city)
    let first = TableColumn(Words.grouping(view.grouping), .flexible(minimum: 18), priority: 20)
    let list = Rect(
      row: rect.row, col: rect.col, width: rect.width, height: max(1, rect.height - leftOutHeight))
    if let group = view.group { drawLeftOut(group.tally.figure(view.rate), below: list, &surface) }
    ListWindow.draw(layout(first, width: rect.width), list, count: groups.count, selected: view.selected, &surface) {
      index, column in
      let group = groups[index]
      return column == 0
        ? Span(naming.title(group, view.query), Style(group.name == nil ? .dim : .normal))
        : figure(group.tally.figure(view.rate), column)
    }
  }

  private static func drawOrders(
    _ orders: RateOrders, _ state: DeskState, _ inner: Rect, _ surface: inout Surface
  ) {
    if orders.list.step == nil {
      surface.tabLine(
        ["分子", "只在分母", "不计"], selected: RateOrders.parts.firstIndex(of: orders.list.part), at: inner.row,
        inner.col + 1, maxColumns: inner.width - 2)
    }
    let count = orders.hasMore ? "已列 \(orders.orders.count) 件，往下还有" : "共 \(orders.orders.count) 件"
    let text = orders.isLoading && orders.orders.isEmpty ? "正在读取 …" : count
    surface.put(text, at: inner.row + 1, inner.col + 1, style: Style(.dim), maxColumns: inner.width - 2)
    let body = Rect(row: inner.row + 2, col: inner.col, width: inner.width, height: max(1, inner.height - 2))
    ListedOrdersPane.draw(orders.orders, selected: orders.selected, note: "承办", state, body, &surface)
  }
}

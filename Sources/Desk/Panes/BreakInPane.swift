import Model
import SafeText
import Terminal

/// 真实来件，演练暂停: a live order of top urgency, over the whole screen below the head line.
enum BreakInPane {
  private static let title = "真实来件，演练暂停"

  static func draw(_ order: LiveOrder, _ state: DeskState, _ surface: inout Surface) {
    let rect = Rect(row: 1, col: 0, width: state.width, height: state.height - 1)
    surface.caret = nil
    surface.fill(rect)
    surface.box(rect, title: title, footer: footer(state), style: Style(.critical), titleStyle: Style(.critical, .bold))
    let lines = text(order, state)
    let room = rect.inset(rows: 1, columns: 2)
    let shown = lines.flatMap { span in
      span.text.wrapped(toColumns: room.width).map { Span($0, span.style) }
    }
    let top = room.row + max(0, (room.height - shown.count) / 3)
    for (offset, span) in shown.prefix(room.height).enumerated() {
      surface.put([span], at: top + offset, room.col, maxColumns: room.width)
    }
  }

  /// What is said where the window is too small for a banner; nothing without an order.
  static func shortLines(_ state: DeskState) -> [String] {
    guard let order = state.breakIn.shown else { return [] }
    return [title, order.number.short + " " + matter(order), footer(state)]
  }

  private static func text(_ order: LiveOrder, _ state: DeskState) -> [Span] {
    let city = state.city
    let zone = city.calendar.zone
    let path = city.places.path(to: order.place).map(\.name).joined(separator: "·")
    let urgency = city.urgencyNames[.critical] ?? ""
    let rest = state.breakIn.waiting.count - 1
    var lines = [
      Span("【\(title)】这不是演练，请到真实指挥台办理", Style(.critical, [.bold, .reverse])), Span(""),
      Span("工单  \(order.number.text)  \(urgency)", Style(.critical, .bold)), Span(""),
      Span("地点  \(path.isEmpty ? city.name : path)"), Span("事项  \(matter(order))", Style(.normal, .bold)),
      Span("来源  \(city.sourceNames[order.source] ?? order.source.rawValue)"),
      Span("到达  \(TimeWords.full(order.arrivedAt, in: zone))"),
    ]
    if rest > 0 { lines += [Span(""), Span("后面还有 \(rest) 件", Style(.critical))] }
    return lines
  }

  private static func matter(_ order: LiveOrder) -> String {
    SafeText(Masking.freeText(order.title)).string
  }

  private static func footer(_ state: DeskState) -> String {
    state.breakIn.isReadable(at: state.wall) ? "Enter 已知悉（演练仍停着，按空格接着演）" : "请看清是哪一件"
  }
}

import Journal
import Model
import Operations
import SafeText
import Terminal

/// 并单比对: two orders side by side.
enum MergePane {
  static func draw(_ form: MergeForm, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    guard let other = form.current else { return }
    let width = min(area.width - 4, 100)
    let column = (width - 8) / 2
    let left = side(form.order, state, width: column)
    let right = side(other.number, state, width: column)
    let height = max(left.count, right.count)
    let count = form.proposals.count > 1 ? "  \(form.index + 1)/\(form.proposals.count)" : ""
    let inner = surface.popUp(
      width: width, height: min(area.height, height + 5), in: area,
      title: "并单比对  \(form.order.short) ↔ \(other.number.short)\(count)",
      footer: "y 并为一件  n 不是一件  s 以后再说  Esc 返回 （可随时拆单）")
    for index in 0..<height where index < inner.height - 2 {
      let row = inner.row + index
      if index < left.count {
        surface.put(left[index].0, at: row, inner.col + 1, style: Style(.title))
        surface.put(left[index].1, at: row, inner.col + 6, maxColumns: column - 1)
      }
      if index < right.count {
        surface.put(right[index].1, at: row, inner.col + 6 + column, maxColumns: column - 1)
      }
    }
    let evidence = other.evidence.isEmpty ? "由席位标记比对" : other.evidence
    surface.put(
      [Span("依据 ", Style(.title)), Span(evidence)], at: inner.endRow - 2, inner.col + 1, maxColumns: inner.width - 2)
    surface.put(
      [Span("并后 ", Style(.title)), Span(after(form.order, other.number, state))], at: inner.endRow - 1, inner.col + 1,
      maxColumns: inner.width - 2)
  }

  /// One order's lines: what they are called, and what they say.
  private static func side(_ number: OrderNumber, _ state: DeskState, width: Int) -> [(String, String)] {
    guard let order = state.files[number]?.order, let report = order.reports.first else {
      return [("来源", "正在读取…")]
    }
    let city = state.city
    let zone = city.calendar.zone
    let path = city.places.path(to: order.core.place).map(\.name).joined(separator: "·")
    let address = report.location.map { Masking.freeText($0.address) } ?? ""
    var lines = [
      (
        "来源",
        "\(number.short) \(city.sourceNames[report.source] ?? "") \(TimeWords.happened(order.arrivedAt, now: state.now, in: zone))"
      ),
      ("环节", Words.stage(order.stage) + (order.reports.count > 1 ? " 并\(order.reports.count)" : "")),
      ("地点", path.isEmpty ? city.name : path), ("位置", address.isEmpty ? "—" : address),
    ]
    let matter = SafeText(Masking.freeText(report.title) + "。" + Masking.freeText(report.text)).string
    for (index, line) in matter.wrapped(toColumns: max(10, width - 1)).prefix(4).enumerated() {
      lines.append((index == 0 ? "事项" : "", line))
    }
    return lines
  }

  /// What the order will be like.
  private static func after(_ one: OrderNumber, _ other: OrderNumber, _ state: DeskState) -> String {
    guard let first = state.files[one], let second = state.files[other] else { return "" }
    let callers = Operations.callers(first, second)
    let before = max(first.order.core.urgency, second.order.core.urgency)
    let urgency = max(before, state.city.policy.urgency(callers: callers))
    let names = state.city.urgencyNames
    let raised = urgency > before ? "\(names[before] ?? "")→\(names[urgency] ?? "")" : names[urgency] ?? ""
    return "\(raised)（\(callers) 人反映）  各来件人都要答复"
  }
}

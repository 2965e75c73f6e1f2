import Model
import Journal
import Terminal

/// The selected order.
enum DetailPane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let inner = rect.inset().inset(rows: 0, columns: 1)
    let isColumn = state.layout.activity != nil
    let row = state.selectedRow
    let number = isColumn ? row.map { " " + $0.number.short } ?? "" : ""
    let isFocused = state.focus == .detail
    surface.box(rect, title: "详情" + number, style: Style(isFocused ? .focus : .border))
    guard let row else { return }
    let lines = OrderText.lines(
      row, state.selectedFile, state, width: inner.width, form: isColumn ? .column : .compact)
    draw(lines, from: state.detailScroll, in: inner, &surface)
  }

  /// Draws lines from one on, never past the end; what is below is told at the lower right.
  static func draw(_ lines: [[Span]], from first: Int, in rect: Rect, _ surface: inout Surface) {
    let first = max(0, min(first, lines.count - rect.height))
    surface.clipped(to: rect) { surface in
      for (offset, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
        surface.put(line, at: rect.row + offset, rect.col, maxColumns: rect.width)
      }
    }
    let below = lines.count - first - rect.height
    if below > 0 {
      let text = "↓\(below)"
      surface.put(text, at: rect.endRow, rect.endCol - text.count - 1, style: Style(.dim))
    }
  }
}

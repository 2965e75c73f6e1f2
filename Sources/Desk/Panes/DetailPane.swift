import Model
import Journal
import Terminal

/// The selected order.
enum DetailPane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let isFocused = state.focus == .detail
    surface.box(rect, title: "详情", style: Style(isFocused ? .focus : .border))
    draw(lines(state, rect), from: state.detailScroll, in: inner(rect), &surface)
  }

  /// How much there is to read.
  static func extent(_ state: DeskState) -> TextExtent {
    let rect = state.layout.detail
    return TextExtent(lines: lines(state, rect).count, page: inner(rect).height)
  }

  private static func inner(_ rect: Rect) -> Rect { rect.inset().inset(rows: 0, columns: 1) }

  private static func lines(_ state: DeskState, _ rect: Rect) -> [[Span]] {
    guard let row = state.selectedRow else { return [] }
    let form: OrderText.Form = state.layout.activity == nil ? .compact : .pane
    return OrderText.lines(row, state.selectedFile, state, width: inner(rect).width, form: form)
  }

  /// Draws lines from one on, never past the end; what is below is told at the lower right.
  static func draw(_ lines: [[Span]], from first: Int, in rect: Rect, _ surface: inout Surface) {
    let first = max(0, min(first, lines.count - rect.height))
    surface.clipped(to: rect) { surface in
      for (offset, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
        surface.put(line, at: rect.row + offset, rect.col, maxColumns: rect.width)
      }
    }
    tellMore(lines.count - first - rect.height, in: rect, &surface)
  }

  /// Tells on the lower border how many lines are below.
  static func tellMore(_ below: Int, in rect: Rect, _ surface: inout Surface) {
    if below > 0 {
      let text = "↓\(below)"
      surface.put(text, at: rect.endRow, rect.endCol - text.count - 1, style: Style(.dim))
    }
  }
}

import SafeText
import Terminal

/// 得分单: what a drill came to, and where its report is.
enum DrillResultPane {
  static func draw(
    _ result: DrillResult, _ scroll: Int, _ state: DeskState, _ area: Rect, _ surface: inout Surface
  ) {
    let inner = surface.popUp(
      width: width(state), height: height(result, state), in: area, title: "演练得分单",
      footer: "j k 滚动  其他键返回，按 . 再看")
    let text = inner.inset(rows: 0, columns: 1)
    let lines = wrapped(result, state)
    for (offset, line) in lines.dropFirst(scroll).prefix(text.height).enumerated() {
      surface.put(line, at: text.row + offset, text.col, maxColumns: text.width)
    }
    DetailPane.tellMore(lines.count - scroll - text.height, in: text, &surface)
  }

  /// How much there is to read.
  static func extent(_ result: DrillResult, _ state: DeskState) -> TextExtent {
    TextExtent(lines: wrapped(result, state).count, page: height(result, state) - 2)
  }

  private static func width(_ state: DeskState) -> Int { min(state.width - 4, 110) }

  private static func height(_ result: DrillResult, _ state: DeskState) -> Int {
    min(state.height - 4, wrapped(result, state).count + 2)
  }

  private static func wrapped(_ result: DrillResult, _ state: DeskState) -> [String] {
    (result.lines + [result.report]).flatMap { line in
      SafeText(line).string.wrapped(toColumns: width(state) - 4)
    }
  }
}

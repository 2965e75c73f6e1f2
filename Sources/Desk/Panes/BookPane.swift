import Model
import SafeText
import Terminal

/// The pop-up in which a page of a book is written: what stands there, and the fields.
enum BookPane {
  static func draw(_ form: BookForm, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let width = min(area.width - 4, 100)
    let room = area.height - 4 - form.fields.count
    let lines = standing(form, state, room: room, width: width - 4)
    let inner = surface.popUp(
      width: width, height: lines.count + form.fields.count + 2, in: area, title: title(form),
      footer: DialogPane.footer(form, "（记入日志，不能删改）"))
    for (offset, line) in lines.enumerated() {
      surface.put(line, at: inner.row + offset, inner.col + 1, style: Style(.dim), maxColumns: inner.width - 2)
    }
    let rest = Rect(
      row: inner.row + lines.count, col: inner.col, width: inner.width, height: inner.height - lines.count)
    DialogPane.drawFields(form, rest, &surface)
  }

  private static func title(_ form: BookForm) -> String {
    switch form.subject {
    case .response: "应急响应"
    case .handOver: "交班"
    case .takeOver: "接班"
    case .points(.earn): "志愿积分 记分"
    case .points(.spend): "志愿积分 兑换"
    case .points(.correct(let entry)): "志愿积分 冲正第 \(entry) 笔"
    }
  }

  /// What stands in the book already, or goes into it; an order a line where there is room.
  private static func standing(_ form: BookForm, _ state: DeskState, room: Int, width: Int) -> [String] {
    let lines: [String]
    switch form.subject {
    case .response:
      let standing = state.responses.standing.map { BookWords.line($0, city: state.city, now: state.now) }
      lines = wrapped(standing.isEmpty ? ["现在没有应急响应"] : standing, width)
    case .points: lines = []
    case .handOver(let reading), .takeOver(let reading):
      let long = wrapped(HandOverWords.lines(reading, city: state.city, now: state.now), width)
      lines =
        long.count <= room ? long : wrapped(HandOverWords.compact(reading, city: state.city, now: state.now), width)
    }
    if lines.count <= room { return lines }
    return lines.prefix(max(0, room - 1)) + ["…全部看 command-center handover show --all"]
  }

  private static func wrapped(_ lines: [String], _ width: Int) -> [String] {
    lines.flatMap { SafeText($0).string.wrapped(toColumns: width) }
  }
}

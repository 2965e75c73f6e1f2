import Model
import SafeText
import Terminal

/// The pop-up in which a page of a book is written: what stands there, and the fields.
enum BookPane {
  static func draw(_ form: BookForm, _ state: DeskState, _ area: Rect, _ surface: inout Surface) {
    let width = min(area.width - 4, 100)
    let lines = Array(
      standing(form, state).flatMap { $0.wrapped(toColumns: width - 4) }.prefix(area.height - 4 - form.fields.count))
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
    }
  }

  /// What stands in the book already.
  private static func standing(_ form: BookForm, _ state: DeskState) -> [String] {
    switch form.subject {
    case .response:
      let lines = state.responses.standing.map { SafeText(BookWords.line($0, city: state.city, now: state.now)).string }
      return lines.isEmpty ? ["现在没有应急响应"] : lines
    }
  }
}

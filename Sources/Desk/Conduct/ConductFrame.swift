import Journal
import Model
import SafeText
public import Terminal

/// The conductor's frame: a function of the state.
public enum ConductFrame {
  /// Draws the whole frame.
  public static func draw(_ state: ConductState) -> Surface {
    var surface = Surface(width: state.width, height: state.height)
    if DeskLayout.isTooSmall(width: state.width, height: state.height) {
      surface.put("【演练】窗口太小，至少要 \(DeskLayout.leastWidth)×\(DeskLayout.leastHeight)；q 退出", at: 0, 0)
      return surface
    }
    let screen = surface.bounds
    let parts = screen.rows([.fixed(1), .flexible(weight: 1, minimum: 0), .fixed(1), .fixed(1)])
    drawHead(state, parts[0], &surface)
    drawBody(state, parts[1], &surface)
    drawMessage(state, parts[2], &surface)
    surface.keyLine(
      ConductKeymap.bindings.filter { !$0.short.isEmpty }.map { KeyHint($0.label, $0.short) }, at: parts[3].row,
      parts[3].col + 1, maxColumns: parts[3].width - 1)
    drawDialog(state, screen, &surface)
    return surface
  }

  private static func drawBody(_ state: ConductState, _ body: Rect, _ surface: inout Surface) {
    let isWide = state.width >= 160
    let noteHeight = state.height >= 30 ? 6 : 4
    let halves = body.rows([.flexible(weight: 1, minimum: 0), .fixed(noteHeight)])
    let lists =
      isWide
      ? halves[0].columns([.flexible(weight: 1, minimum: 0), .flexible(weight: 1, minimum: 0)])
      : halves[0].rows([.flexible(weight: 1, minimum: 0), .flexible(weight: 1, minimum: 0)])
    ConductScriptPane.draw(state, lists[0], &surface)
    ConductExpectationPane.draw(state, lists[1], &surface)
    ConductScriptPane.drawNote(state, halves[1], &surface)
  }

  private static func drawHead(_ state: ConductState, _ rect: Rect, _ surface: inout Surface) {
    let base = Style(.exercise)
    surface.fill(rect, style: base)
    let zone = state.city.calendar.zone
    let pace: String
    if let clock = state.clock {
      pace = state.isOver ? "已结束" : clock.paused ? "已暂停" : TimeWords.speed(clock)
    } else {
      pace = "没有开始"
    }
    let day = TimeWords.day(zone.civil(state.now).day)
    let right = "\(day) \(TimeWords.second(state.now, in: zone)) 至 \(TimeWords.minute(state.drill.end, in: zone)) "
    let room = max(0, rect.width - right.columns - 1)
    let left = " 导调员 · 演练 \(pace)  " + SafeText(state.drill.title).string
    surface.put(left.truncated(toColumns: room), at: rect.row, rect.col, style: base.adding(.bold))
    surface.put(right, at: rect.row, max(rect.col, rect.endCol - right.columns), style: base)
  }

  private static func drawMessage(_ state: ConductState, _ rect: Rect, _ surface: inout Surface) {
    if let trouble = state.trouble {
      surface.put(" ✕ " + trouble, at: rect.row, rect.col, style: Style(.error), maxColumns: rect.width)
    } else if let message = state.message {
      let style: Style =
        switch message.kind {
        case .refusal: Style(.error)
        case .done, .note: Style(.normal)
        }
      surface.put(
        " " + SafeText(message.text).string, at: rect.row, rect.col, style: style, maxColumns: rect.width)
    } else if let remark = state.reading?.lastRemark, !remark.isEmpty {
      surface.put(
        " 记录 " + SafeText(remark).string, at: rect.row, rect.col, style: Style(.dim), maxColumns: rect.width)
    }
  }

  private static func drawDialog(_ state: ConductState, _ screen: Rect, _ surface: inout Surface) {
    switch state.dialog {
    case nil: return
    case .help:
      let inner = surface.popUp(
        width: min(screen.width - 4, 60), height: ConductKeymap.bindings.count + 2, in: screen, title: "导调员可用的键",
        footer: "任意键返回")
      for (offset, binding) in ConductKeymap.bindings.enumerated() {
        surface.put(
          " " + binding.label.padded(toColumns: 6) + binding.help, at: inner.row + offset, inner.col,
          maxColumns: inner.width)
      }
    case .confirm(let command):
      let width = min(screen.width - 4, 60)
      let title = SafeText(state.selected?.report.title ?? "").string
      let lines = ConductWords.question(command, title).wrapped(toColumns: width - 4)
      let inner = surface.popUp(
        width: width, height: lines.count + 2, in: screen, title: "请确认", footer: "y 确定  n 不")
      for (offset, line) in lines.enumerated() {
        surface.put(line, at: inner.row + offset, inner.col + 1, maxColumns: inner.width - 2)
      }
    case .form(let form):
      let inner = surface.popUp(
        width: min(screen.width - 4, 76), height: form.fields.count + 2, in: screen, title: title(form.subject),
        footer: DialogPane.footer(form, "（记入演练日志）"))
      DialogPane.drawFields(form, inner, &surface)
    }
  }

  private static func title(_ subject: ConductForm.Subject) -> String {
    switch subject {
    case .delay(let inject): "推迟来件 \(inject)"
    case .add: "增发来件"
    case .remark: "导调记录"
    }
  }
}

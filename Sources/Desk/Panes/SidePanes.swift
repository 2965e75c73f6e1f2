import Journal
import Model
import SafeText
import Terminal

/// 等我办: what this seat has in hand.
enum MinePane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    surface.box(rect, title: "等我办 \(state.claims.count)")
    let inner = rect.inset().inset(rows: 0, columns: 1)
    if state.claims.isEmpty {
      surface.put("没有认领未办的，c 认领", at: inner.row, inner.col, style: Style(.dim), maxColumns: inner.width)
      return
    }
    let zone = state.city.calendar.zone
    for (offset, row) in state.claims.prefix(inner.height).enumerated() {
      let clock = StageClock(row, state)
      let until = row.claim.map { "至" + TimeWords.minute($0.until, in: zone) } ?? ""
      surface.put(
        [
          Span(row.number.short + " ", Style(.mine)), Span(clock.left + " ", clock.style),
          Span(inner.width >= 30 ? Words.stage(row.stage) + " 认领\(until)" : until, Style(.dim)),
        ], at: inner.row + offset, inner.col, maxColumns: inner.width)
    }
  }
}

/// What happened lately.
enum ActivityPane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    surface.box(rect, title: "动态")
    let inner = rect.inset().inset(rows: 0, columns: 1)
    for (offset, line) in state.activity.prefix(inner.height).enumerated() {
      surface.put(spans(line, state), at: inner.row + offset, inner.col, maxColumns: inner.width)
    }
  }

  /// The bottom line: what the desk has to say, or else what happened last.
  static func drawTicker(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    // The head line says so too, so that the answer to a key can stand here for its seconds.
    if case .away(let since, let reason) = state.store, state.message?.kind != .refusal {
      let time = TimeWords.second(since, in: state.city.calendar.zone)
      surface.put(
        " 自 \(time) 连不上日志（\(reason)），所示为此前状态，暂不能办理，恢复后自动继续", at: rect.row, rect.col, style: Style(.stale),
        maxColumns: rect.width)
      return
    }
    if let message = state.message {
      let style =
        switch message.kind {
        case .done: Style(.success)
        case .note: Style.normal
        case .refusal: Style(.error)
        }
      surface.put(" " + message.text, at: rect.row, rect.col, style: style, maxColumns: rect.width)
      return
    }
    var col = rect.col + 1
    for line in state.activity.prefix(4) where col < rect.endCol - 8 {
      col += surface.put(spans(line, state), at: rect.row, col, maxColumns: rect.endCol - col) + 3
    }
  }

  private static func spans(_ line: ActivityLine, _ state: DeskState) -> [Span] {
    [
      Span(TimeWords.second(line.at, in: state.city.calendar.zone) + " ", Style(.dim)),
      Span(line.text, line.isArrival ? Style(.fresh) : .normal),
    ]
  }
}

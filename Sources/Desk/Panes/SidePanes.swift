import Journal
import Model
import SafeText
import Terminal

/// 等我办: what this seat has in hand, what it is to decide, whom it is to call.
enum MinePane {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let held = Set(state.claims.map(\.number))
    let rows = state.claims + state.awaiting.filter { !held.contains($0.number) }
    let count =
      state.claims.count
      + [Stage.awaitingApproval, .followUp].reduce(0) { sum, stage in
        state.awaiting.contains { $0.stage == stage }
          ? sum + state.board.count(town: state.query.town, tab: .stage(stage)) : sum
      }
    surface.box(rect, title: "等我办 \(count)")
    let inner = rect.inset().inset(rows: 0, columns: 1)
    if rows.isEmpty {
      let text = state.context.replay == nil ? "没有认领未办的，c 认领" : "当时没有认领未办的"
      surface.put(text, at: inner.row, inner.col, style: Style(.dim), maxColumns: inner.width)
      return
    }
    let zone = state.city.calendar.zone
    for (offset, row) in rows.prefix(inner.height).enumerated() {
      let clock = StageClock(row, state)
      let until = held.contains(row.number) ? row.claim.map { "至" + TimeWords.minute($0.until, in: zone) } : nil
      let short = until ?? Words.stage(row.stage)
      let long = Words.stage(row.stage) + (until.map { " 认领" + $0 } ?? "")
      surface.put(
        [
          Span(row.number.short + " ", Style(.mine)), Span(clock.left + " ", clock.style),
          Span(inner.width >= 30 ? long : short, Style(.dim)),
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
    if case .away(let since, let reason) = state.store {
      let time = TimeWords.second(since, in: state.city.calendar.zone)
      // The answer to a key comes first; the head line says too since when.
      if let message = state.message, message.kind == .refusal {
        surface.put(
          " \(message.text)（\(reason)）", at: rect.row, rect.col, style: Style(.error), maxColumns: rect.width)
        return
      }
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

import Journal
import Model
import SafeText
import Terminal

/// The head line: where one sits, the clock, whether all is well, and what presses most.
enum HeadLine {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let base = Style(state.context.kind == .live ? .banner : .exercise)
    surface.fill(rect, style: base)
    let city = state.city
    let seat = state.context.seat?.name ?? state.context.authority.seat.rawValue
    let right = rightSpans(state, base)
    let rightWidth = right.reduce(0) { $0 + $1.text.columns }
    let kind = kindSpans(state, base)
    // The name gives way, never the words that say that this is no real day.
    let room = max(0, rect.width - rightWidth - 1 - kind.reduce(0) { $0 + $1.text.columns })
    let names = [city.title, city.name].map { " \($0) · \(seat)" }
    let name = (names.first { $0.columns <= room } ?? names[1]).truncated(toColumns: room)
    surface.put([Span(name, base.adding(.bold))] + kind, at: rect.row, rect.col)
    surface.put(right, at: rect.row, max(rect.col, rect.endCol - rightWidth))
  }

  /// What is no real day says so, in words, on every screen.
  private static func kindSpans(_ state: DeskState, _ base: Style) -> [Span] {
    let word: String
    switch state.context.kind {
    case .live: return []
    case .demo: word = "演示"
    case .drill: word = "演练"
    }
    guard let clock = state.clock else { return [Span("  " + word, base.adding(.bold))] }
    let speed = clock.speed % 1_000 == 0 ? "×\(clock.speed / 1_000)" : "×\(clock.speed)‰"
    return [Span("  \(word) " + (clock.paused ? "已暂停" : speed), base.adding(.bold))]
  }

  private static func rightSpans(_ state: DeskState, _ base: Style) -> [Span] {
    let zone = state.city.calendar.zone
    let civil = zone.civil(state.now)
    var spans: [Span] = []
    if state.width >= 100 {
      for officer in state.city.officers where ["带班", "值班长"].contains(officer.duty) {
        spans.append(Span("\(officer.duty) \(Masking.name(officer.name))  ", base))
      }
    } else if let officer = state.city.officer(state.context.authority.officer) {
      spans.append(Span("值班 \(Masking.name(officer.name))  ", base))
    }
    let weekday = (state.width >= 100 ? "周" : "") + TimeWords.weekday(civil.day)
    spans.append(Span("\(TimeWords.day(civil.day)) \(weekday) \(TimeWords.second(state.now, in: zone)) ", base))
    spans += health(state, base)
    let late = state.lateCount(state.query.town)
    let waiting = state.board.count(town: state.query.town, tab: .stage(.filed))
    let pressing = state.board.count(town: state.query.town, tab: .stage(.received))
    spans.append(Span(" 待立\(pressing) 待派\(waiting)", base))
    spans.append(Span(" 超期\(late.value)\(late.isMore ? "+" : "") ", late.value > 0 ? base.adding(.bold) : base))
    return spans
  }

  private static func health(_ state: DeskState, _ base: Style) -> [Span] {
    switch state.store {
    case .loading: [Span("○ 读取中", base)]
    case .ready: [Span(state.width >= 100 ? "● 实时" : "●", base)]
    case .away(let since, _):
      [Span("✕ 断开自 \(TimeWords.second(since, in: state.city.calendar.zone))", Style(.error))]
    }
  }
}

import Journal
import Model
import SafeText
import Terminal

/// The head line: where one sits, the clock, whether all is well, and what presses most.
enum HeadLine {
  static func draw(_ state: DeskState, _ rect: Rect, _ surface: inout Surface) {
    let base = Style(state.context.kind == .live && state.context.replay == nil ? .banner : .exercise)
    surface.fill(rect, style: base)
    let city = state.city
    let seat = state.context.seat?.name ?? state.context.authority.seat.rawValue
    let kind = kindSpans(state, base) + responseSpans(state, base) + shiftSpans(state, base)
    let counts = countSpans(state, base)
    // What gives way, in this order: the city's full title, who is on duty, the city's name.
    let forms = [(city.title, true), (city.name, true), (city.name, false), ("", false)]
    for (index, (name, hasOfficers)) in forms.enumerated() {
      let place = " " + (name.isEmpty ? seat : name + " · " + seat)
      let right = (hasOfficers ? officerSpans(state, base) : []) + counts
      let columns = right.reduce(0) { $0 + $1.text.columns }
      // The place gives way, never the words that say that this is no real day.
      let room = max(0, rect.width - columns - 1 - kind.reduce(0) { $0 + $1.text.columns })
      guard index == forms.count - 1 || place.columns <= room else { continue }
      surface.put([Span(place.truncated(toColumns: room), base.adding(.bold))] + kind, at: rect.row, rect.col)
      surface.put(right, at: rect.row, max(rect.col, rect.endCol - columns))
      return
    }
  }

  /// What is no real day says so, in words, on every screen.
  private static func kindSpans(_ state: DeskState, _ base: Style) -> [Span] {
    var word: String
    switch state.context.kind {
    case .live: word = ""
    case .demo: word = "演示"
    case .drill: word = "演练"
    }
    if state.context.replay != nil { word = "【回放】" + word }
    if word.isEmpty { return [] }
    if let look = state.lookBack {
      let minutes = (state.present.seconds - look.instant.seconds) / 60
      let mark = [Span("  ", base), Span("【\(word)·回看】", base.adding([.bold, .reverse]))]
      return state.width < 80 ? mark : mark + [Span(" \(minutes)分前", base.adding(.bold))]
    }
    guard let clock = state.clock else { return [Span("  " + word, base.adding(.bold))] }
    let pace = state.isDrillOver ? "已结束" : clock.paused ? "已暂停" : TimeWords.speed(clock)
    return [Span("  \(word) " + pace, base.adding(.bold))]
  }

  /// 应急响应: what stands where the seat looks, the gravest first.
  private static func responseSpans(_ state: DeskState, _ base: Style) -> [Span] {
    let place = state.context.authority.tier == .town ? state.context.authority.place : nil
    let all =
      place.map { state.city.measures(under: state.responses, at: $0, category: nil, urgency: .normal).responses }
      ?? state.responses.standing.sorted { $0.setting.level > $1.setting.level }
    let shown = all.prefix(state.width >= 100 ? 2 : 1).map { BookWords.short($0.setting, city: state.city) }
    guard !shown.isEmpty else { return [] }
    let rest = all.count > shown.count ? "等\(all.count)项" : ""
    return [Span(" " + shown.joined(separator: " ") + rest, base.adding([.bold, .underline]))]
  }

  /// 接班: that a hand-over waits for this officer, and the key.
  private static func shiftSpans(_ state: DeskState, _ base: Style) -> [Span] {
    state.waitingHandOver == nil ? [] : [Span(" J待接班", base.adding([.bold, .underline]))]
  }

  private static func officerSpans(_ state: DeskState, _ base: Style) -> [Span] {
    if state.width >= 100 { return state.context.roster.leaders.prefix(2).map { Span($0 + "  ", base) } }
    let officer = state.city.officer(state.context.authority.officer)
    return officer.map { [Span("值班 \(Masking.name($0.name))  ", base)] } ?? []
  }

  private static func countSpans(_ state: DeskState, _ base: Style) -> [Span] {
    let zone = state.city.calendar.zone
    let civil = zone.civil(state.now)
    var spans: [Span] = []
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
    case .ready: [Span(state.width >= 100 && state.clock == nil ? "● 实时" : "●", base)]
    case .away(let since, _):
      // Since when is also told below; where there is no room here, that must do.
      [
        Span(
          "✕ 断开" + (state.width >= 100 ? "自 \(TimeWords.second(since, in: state.city.calendar.zone))" : ""),
          Style(.error))
      ]
    }
  }
}

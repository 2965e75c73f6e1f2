import Journal
import Model
import SafeText
import Terminal

extension OrderTextBuilder {
  /// The clocks in one line: the stage's and the whole order's.
  mutating func limits() {
    if row.stage == .closed { return closing() }
    let clock = StageClock(row, state)
    var spans: [Span] = []
    if let due = row.stageDue {
      spans += [
        Span(Words.limit(row.stage) + " ", Style(.title)), Span(clock.left, clock.style), Span(" 到期 \(clock.due)"),
        Span(" 已用 " + used(from: row.enteredAt, to: due), Style(.dim)),
      ]
    }
    if let overall = row.overallDue {
      spans += [
        Span((spans.isEmpty ? "" : "  ") + "总计 ", Style(.title)), overallLeft(overall),
        Span(" 到期 " + TimeWords.due(overall, now: state.now, in: zone)),
      ]
    }
    if !spans.isEmpty { lines.append(spans) }
  }

  /// The clocks as bars: how much of the stage's and of all the time is gone.
  mutating func gauges() {
    if row.stage == .closed { return closing() }
    if let due = row.stageDue {
      let clock = StageClock(row, state)
      gauge(Words.limit(row.stage), from: row.enteredAt, to: due, left: Span(clock.left, clock.style))
    }
    if let overall = row.overallDue {
      gauge("总计", from: row.arrivedAt, to: overall, left: overallLeft(overall))
    }
  }

  private mutating func gauge(_ name: String, from start: Instant, to due: Instant, left: Span) {
    let total = max(1, Int(due.since(start) / 60_000))
    let gone = max(0, Int(state.now.since(start) / 60_000))
    let columns = max(4, min(20, width - 40))
    let filled = gone == 0 ? 0 : gone >= total ? columns : max(1, min(columns - 1, gone * columns / total))
    let isLate = due < state.now
    lines.append([
      Span(name + " ", Style(.title)), Span(String(repeating: "█", count: filled), left.style),
      Span(String(repeating: "░", count: columns - filled), Style(.dim)),
      Span(" \(used(from: start, to: due)) "), Span(isLate ? "超 " : "余 ", Style(.dim)),
      Span(isLate ? left.text.replacing("-", with: "", maxReplacements: 1) : left.text, left.style),
      Span(" 到期 " + TimeWords.due(due, now: state.now, in: zone)),
    ])
  }

  private func overallLeft(_ due: Instant) -> Span {
    let limit = city.limit(.overall, category: row.category, urgency: row.urgency)
    let text = TimeWords.left(
      until: due, now: state.now, calendar: city.calendar, isWorking: limit?.clock != .clockMinutes)
    return Span(text, due < state.now ? Style(.late) : .normal)
  }

  private mutating func closing() {
    lines.append([
      Span("已结案 ", Style(.title)), Span(row.outcome.map(Words.outcome) ?? "", Style(.success)),
      Span("  " + TimeWords.happened(row.enteredAt, now: state.now, in: zone), Style(.dim)),
    ])
  }

  /// How much of a span is gone, and how long it is: `22分/30分`.
  private func used(from start: Instant, to end: Instant) -> String {
    span(max(0, Int(state.now.since(start) / 60_000))) + "/" + span(max(1, Int(end.since(start) / 60_000)))
  }

  private func span(_ minutes: Int) -> String {
    if minutes < 120 { return "\(minutes)分" }
    if minutes >= 48 * 60 { return "\(minutes / 1_440)日" }
    return "\(minutes / 60)时" + (minutes % 60 == 0 ? "" : "\(minutes % 60)分")
  }
}

import Model
import SafeText

/// The plots of a drill's report.
struct DrillPlots {
  let plan: DrillPlan
  let score: DrillScore
  let course: DrillCourse
  let zone: ZoneOffsets

  private static let left = 230
  private static let right = 930
  private static let rowHeight = 22

  private func x(_ instant: Instant) -> Int {
    let whole = max(1, plan.end.since(plan.start))
    return DrillPlots.left + Int(instant.since(plan.start) * Int64(DrillPlots.right - DrillPlots.left) / whole)
  }

  /// Arrivals as bars, open orders as a line, minute by minute.
  var load: String {
    var svg = SVG(width: 960, height: 240)
    let base = 200
    let top = 20
    let mostOpen = max(1, course.minutes.map(\.open).max() ?? 1)
    let mostArrivals = max(1, course.minutes.map(\.arrivals).max() ?? 1)
    let width = max(1, (DrillPlots.right - DrillPlots.left) / course.minutes.count - 1)
    var line: [(x: Int, y: Int)] = []
    for (index, minute) in course.minutes.enumerated() {
      let from = x(plan.start.adding(minutes: index))
      // A third of the height for what arrives in a minute, all of it for what has gathered.
      let bar = (base - top) / 3 * minute.arrivals / mostArrivals
      if bar > 0 { svg.box(from, base - bar, width, bar, "bar") }
      line.append((from + width, base - (base - top) * minute.open / mostOpen))
    }
    svg.path(line, "open")
    svg.line(DrillPlots.left, base, DrillPlots.right, base, "axis")
    svg.text(DrillPlots.left - 8, top + 4, "\(mostOpen) 件", isEnd: true)
    svg.text(DrillPlots.left - 8, base, "0", isEnd: true)
    svg.text(8, 60, "柱：每分钟新到工单，最多 \(mostArrivals) 件")
    svg.text(8, 80, "线：分钟末未办结工单")
    ruler(&svg, y: base + 18)
    return svg.drawing(label: "来件与未办结工单")
  }

  /// How soon each inject was claimed and dispatched.
  var reactions: String {
    var svg = SVG(width: 960, height: course.reactions.count * DrillPlots.rowHeight + 44)
    let most = max(60, course.reactions.flatMap { [$0.claimed ?? 0, $0.dispatched ?? 0] }.max() ?? 60)
    func x(_ seconds: Int) -> Int {
      DrillPlots.left + seconds * (DrillPlots.right - DrillPlots.left) / most
    }
    for (index, reaction) in course.reactions.enumerated() {
      let y = index * DrillPlots.rowHeight + 20
      svg.text(8, y + 4, cut(reaction.inject + " " + reaction.title))
      svg.line(DrillPlots.left, y, DrillPlots.right, y, "grid")
      if let claimed = reaction.claimed { svg.dot(x(claimed), y, "claim") }
      if let dispatched = reaction.dispatched { svg.box(x(dispatched) - 4, y - 4, 8, 8, "met") }
      if reaction.claimed == nil, reaction.dispatched == nil { svg.text(DrillPlots.left + 8, y + 4, "没有认领，也没有派单") }
    }
    let base = course.reactions.count * DrillPlots.rowHeight + 32
    svg.text(DrillPlots.left, base, "到达（○ 认领　■ 派单）")
    svg.text(DrillPlots.right, base, "\(most) 秒", isEnd: true)
    return svg.drawing(label: "认领与派单用时")
  }

  /// What was met and missed, each expectation from the arrival to its end.
  var expectations: String {
    let marks = score.marks.filter(\.counts)
    var svg = SVG(width: 960, height: marks.count * DrillPlots.rowHeight + 44)
    for (index, mark) in marks.enumerated() {
      let y = index * DrillPlots.rowHeight + 20
      let grave = mark.expectation.isCritical ? "※" : ""
      let kind = mark.state == .met ? "met" : "missed"
      svg.text(8, y + 4, cut(mark.expectation.id + grave + " " + mark.expectation.text))
      if let arrived = mark.arrivedAt, let due = mark.dueAt {
        svg.line(x(arrived), y, x(due), y, kind)
        svg.line(x(due), y - 6, x(due), y + 6, "axis")
      }
      if let done = mark.doneAt { svg.dot(x(done), y, kind) }
      svg.text(DrillPlots.right + 4, y + 4, mark.state == .met ? "√" : "×")
    }
    ruler(&svg, y: marks.count * DrillPlots.rowHeight + 34)
    return svg.drawing(label: "期望达到与否")
  }

  private func ruler(_ svg: inout SVG, y: Int) {
    let words = ScoreWords(zone: zone)
    svg.text(DrillPlots.left, y, words.time(plan.start))
    svg.text(DrillPlots.right, y, words.time(plan.end), isEnd: true)
  }

  private func cut(_ text: String) -> String { SafeText(text).string.truncated(toColumns: 30) }
}

public import Journal
public import Model
import SafeText

/// The after-action report of a drill: indicators, the evaluation sheet, the score, and the events behind each mark.
public struct DrillReport {
  private let plan: DrillPlan
  private let score: DrillScore
  private let course: DrillCourse
  private let script: [DrillScript.Step]
  private let head: JournalHead
  private let zone: ZoneOffsets
  private let stageName: (Stage) -> String

  /// Reads a drill's journal.
  ///
  /// - Parameters:
  ///   - plan: the drill.
  ///   - store: its journal.
  ///   - zone: the city's zone.
  ///   - stageName: what the screen calls a stage.
  public init(
    _ plan: DrillPlan, of store: any JournalStore, zone: ZoneOffsets, stageName: @escaping (Stage) -> String
  ) throws(JournalError) {
    var trails = OrderTrails()
    try trails.catchUp(store)
    self.plan = plan
    self.zone = zone
    self.stageName = stageName
    head = try store.head()
    score = DrillScoring(plan: plan, trails: trails).score
    course = DrillCourse(plan, trails)
    script = trails.script
  }

  // The parts that both forms show.

  private var words: ScoreWords { ScoreWords(zone: zone) }

  private var title: String { "【演练】\(plan.title)：评估报告" }

  private var facts: [String] {
    let missed = score.unmet.count { $0.expectation.isCritical }
    return [
      "总分 \(ScoreWords.points(score.hundredths))／100" + (missed > 0 ? "，要害未达到 \(missed) 项" : "，要害没有遗漏"),
      "时间 \(words.time(plan.start))—\(words.time(plan.end))（虚拟时钟），种子 \(plan.seed)",
      "席位 " + plan.seats.map(\.rawValue).joined(separator: "、"),
      "来件 \(course.minutes.reduce(0) { $0 + $1.arrivals }) 件成单，最多同时未办结 \(course.minutes.map(\.open).max() ?? 0) 件",
      "日志 \(head.sequence) 条事件，链 \(head.chain)",
    ]
  }

  private var objectives: Table {
    Table(
      head: ["目标", "权重", "得分", "依据", "事件"],
      rows: score.parts.map {
        [
          $0.objective.name, "\($0.weight)", ScoreWords.points($0.hundredths), ScoreWords.basis($0),
          ScoreWords.events($0.sequences),
        ]
      })
  }

  private var sheet: Table {
    Table(
      head: ["期望", "要害", "内容", "结果", "来件到", "期限", "实际", "工单", "分", "事件"],
      rows: score.marks.map { mark in
        [
          mark.expectation.id, mark.expectation.isCritical ? "※" : "",
          mark.expectation.text + "（" + ScoreWords.doer(mark.expectation.doer) + mark.expectation.act.name + "）",
          ScoreWords.state(mark.state), words.time(mark.arrivedAt), words.time(mark.dueAt), words.time(mark.doneAt),
          mark.number?.text ?? "—", mark.state == .met ? "\(mark.expectation.points)" : "0／\(mark.expectation.points)",
          mark.counts ? ScoreWords.events(mark.sequences) : "—",
        ]
      })
  }

  private var limits: Table {
    Table(
      head: ["工单", "环节", "期限", "实际", "结果", "事件"],
      rows: score.limits.filter { !$0.isKept }.map {
        [
          $0.number.text, stageName($0.stage), words.time($0.due), words.time($0.leftAt), $0.leftAt == nil ? "未办" : "迟",
          $0.sequence.map { "第 \($0) 条" } ?? "—",
        ]
      })
  }

  private var conducting: Table {
    Table(
      head: ["时间", "导调", "事件"],
      rows: script.map { [words.time($0.at), ScriptWords.text($0.event), "第 \($0.sequence) 条"] })
  }

  /// The report as Markdown.
  public var markdown: String {
    var parts = ["# \(title)", facts.map { "- " + $0 }.joined(separator: "\n")]
    parts += ["## 各目标得分", objectives.markdown, "## 评估表", sheet.markdown]
    if !conducting.rows.isEmpty { parts += ["## 导调经过", conducting.markdown] }
    if !limits.rows.isEmpty { parts += ["## 超过时限的环节", limits.markdown] }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The report as one HTML page that needs nothing beside it.
  public var page: String {
    let plots = DrillPlots(plan: plan, score: score, course: course, zone: zone)
    var body = [
      "<h1>\(Markup.escaped(title))</h1>",
      "<ul>" + facts.map { "<li>\(Markup.escaped($0))</li>" }.joined() + "</ul>",
      "<h2>各目标得分</h2>", objectives.markup,
      "<h2>达到与遗漏</h2>", "<p>横线从来件到达至期限，圆点为实际；※ 为要害。</p>", plots.expectations,
      "<h2>认领与派单用时</h2>", plots.reactions,
      "<h2>来件与未办结</h2>", plots.load,
      "<h2>评估表</h2>", sheet.markup,
    ]
    if !conducting.rows.isEmpty { body += ["<h2>导调经过</h2>", conducting.markup] }
    if !limits.rows.isEmpty { body += ["<h2>超过时限的环节</h2>", limits.markup] }
    return """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>\(Markup.escaped(title))</title>
      <style>\(DrillReport.style)</style></head>
      <body>
      <p class="mark">演练　不是真实事件</p>
      \(body.joined(separator: "\n"))
      </body></html>

      """
  }

  private static let style = """
    body{font-family:sans-serif;max-width:62rem;margin:1rem auto;padding:0 1rem;color:#222}\
    .mark{background:#a40;color:#fff;padding:.3rem .6rem}table{border-collapse:collapse;font-size:.85rem}\
    td,th{border:1px solid #bbb;padding:.2rem .4rem;text-align:left;vertical-align:top}svg{width:100%}\
    svg text{font-size:12px}.axis{stroke:#444}.grid{stroke:#ddd}.bar{fill:#9bb8d9}\
    .open{fill:none;stroke:#a40;stroke-width:2}line.met{stroke:#2a7}line.missed{stroke:#b22;stroke-dasharray:4 3}\
    .met{fill:#2a7}.missed{fill:#b22}.claim{fill:#fff;stroke:#246;stroke-width:2}
    """
}

/// A table of texts.
private struct Table {
  let head: [String]
  let rows: [[String]]

  /// As Markdown; what would end a cell is escaped.
  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { SafeText($0).string.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ")
        + " |"
    }
    return ([line(head), "|" + String(repeating: "---|", count: head.count)] + rows.map(line)).joined(separator: "\n")
  }

  /// As HTML.
  var markup: String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(Markup.escaped(SafeText($0).string))</\(tag)>" }.joined() + "</tr>"
    }
    return "<table>\n" + ([row(head, "th")] + rows.map { row($0, "td") }).joined(separator: "\n") + "\n</table>"
  }
}

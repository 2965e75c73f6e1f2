public import Model

/// A score as an officer reads it.
public struct ScoreWords {
  private let zone: ZoneOffsets

  /// Writes times in a zone.
  public init(zone: ZoneOffsets) {
    self.zone = zone
  }

  /// `86.50`.
  public static func points(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  /// What became of an expectation, in one word.
  public static func state(_ state: DrillScore.Mark.State) -> String {
    switch state {
    case .met: "达到"
    case .late: "迟"
    case .wrong: "不对"
    case .missed: "漏"
    case .notArrived: "未发生"
    }
  }

  /// What earned an objective's points, and out of how much.
  public static func basis(_ part: DrillScore.Part) -> String {
    if part.possible == 0 { return "本次没有发生，不计" }
    let unit = part.objective.hasExpectations ? "分" : part.objective == .limits ? "个环节" : "项要害"
    return "\(part.earned)/\(part.possible) \(unit)"
  }

  /// The events behind a mark: `第 2、15 条`; long lists are cut.
  public static func events(_ sequences: [Int64], most: Int = 8) -> String {
    if sequences.isEmpty { return "无" }
    let known = Set(sequences).sorted()
    return "第 " + known.prefix(most).map { "\($0)" }.joined(separator: "、") + (known.count > most ? " …… " : " ") + "条"
      + (known.count > most ? "（共 \(known.count) 条）" : "")
  }

  /// Who had to do it.
  public static func doer(_ doer: Expectation.Doer) -> String {
    switch doer {
    case .anybody: ""
    case .tier(.city): "由市级"
    case .tier(.town): "由镇级"
    case .seats(let seats): "由 " + seats.map(\.rawValue).joined(separator: "、") + " "
    }
  }

  /// `10:03:20`.
  public func time(_ instant: Instant?) -> String {
    instant.map { DrillTime.text($0, in: zone) } ?? "—"
  }

  /// An expectation and what became of it, in one line.
  public func line(_ mark: DrillScore.Mark) -> String {
    let expectation = mark.expectation
    let grave = expectation.isCritical ? "【要害】" : ""
    var text = "\(expectation.id) \(ScoreWords.state(mark.state))：\(grave)\(expectation.text)"
    guard mark.counts else { return text + "（来件 \(expectation.inject) 没有发生）" }
    text +=
      "（\(mark.number?.short ?? "")，\(time(mark.arrivedAt)) 到，\(time(mark.dueAt)) 前\(ScoreWords.doer(expectation.doer))"
    text += expectation.act.name
    if let done = mark.doneAt { text += "，实际 \(time(done))" }
    return text + "；事件" + ScoreWords.events(mark.sequences) + "）"
  }

  /// A score as lines: the whole, the objectives, what was not met.
  public func lines(_ score: DrillScore, of plan: DrillPlan) -> [String] {
    var lines = [
      "【演练】\(plan.title)（\(plan.code)）\(time(plan.start))—\(time(plan.end))",
      "总分 \(ScoreWords.points(score.hundredths))／100",
    ]
    for part in score.parts {
      lines.append(
        "  \(part.objective.name)　权重 \(part.weight)　得 \(ScoreWords.points(part.hundredths))　\(ScoreWords.basis(part))"
          + "　事件\(ScoreWords.events(part.sequences))")
    }
    lines.append(score.unmet.isEmpty ? "全部期望都达到了" : "没有达到的 \(score.unmet.count) 项：")
    lines += score.unmet.map { "  " + line($0) }
    return lines
  }
}

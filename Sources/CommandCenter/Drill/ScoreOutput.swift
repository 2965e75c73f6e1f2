import Drill
import Journal
import Model

/// A score on the standard output.
struct ScoreOutput {
  let plan: DrillPlan
  let zone: ZoneOffsets

  func tell(_ score: DrillScore, head: JournalHead, json: Bool) throws {
    let output = StandardOutput()
    if json {
      try output.json(ScoreRecord(score, plan: plan, head: head))
    } else {
      for line in ScoreWords(zone: zone).lines(score, of: plan) { try output.line(line) }
      try output.line("日志 \(head.sequence) 条事件，链 \(head.chain)")
    }
    try output.flush()
  }
}

/// A score as programs read it.
struct ScoreRecord: Encodable {
  private struct Part: Encodable {
    let objective: Objective
    let weight: Int
    let score: Double
    let earned: Int
    let possible: Int
    let events: [Int64]
  }

  private struct Mark: Encodable {
    let id: String
    let objective: Objective
    let inject: String
    let state: DrillScore.Mark.State
    let critical: Bool
    let order: String?
    let arrived: String?
    let due: String?
    let done: String?
    let events: [Int64]
  }

  private let drill: String
  private let exercise = true
  private let score: Double
  private let objectives: [Part]
  private let expectations: [Mark]
  private let sequence: Int64
  private let chain: String

  init(_ score: DrillScore, plan: DrillPlan, head: JournalHead) {
    drill = plan.code
    self.score = Double(score.hundredths) / 100
    objectives = score.parts.map {
      Part(
        objective: $0.objective, weight: $0.weight, score: Double($0.hundredths) / 100, earned: $0.earned,
        possible: $0.possible, events: $0.sequences)
    }
    expectations = score.marks.map {
      Mark(
        id: $0.expectation.id, objective: $0.expectation.objective, inject: $0.expectation.inject, state: $0.state,
        critical: $0.expectation.isCritical, order: $0.number?.text, arrived: $0.arrivedAt.map(InstantText.utc),
        due: $0.dueAt.map(InstantText.utc), done: $0.doneAt.map(InstantText.utc), events: $0.sequences)
    }
    sequence = head.sequence
    chain = head.chain
  }
}

import Journal
import Model

/// A drill's script as the conductor has changed it: the injects of the folder, those that were added, and what was
/// done to them.
struct DrillScript {
  /// An act of the conductor.
  struct Step {
    let sequence: Int64
    let at: Instant
    let event: ScriptEvent
  }

  /// The injects, the folder's first.
  private(set) var injects: [Inject]
  /// When the conductor had an inject arrive, UTC.
  private(set) var ordered: [String: Instant] = [:]
  /// The injects that shall not arrive.
  private(set) var skipped: Set<String> = []
  /// How many of the conductor's acts it knows.
  private(set) var taken = 0
  private var delays: [String: Int] = [:]
  private var indices: [String: Int]

  init(_ plan: DrillPlan, _ steps: [Step]) {
    injects = plan.injects
    indices = Dictionary(
      plan.injects.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for step in steps { take(step) }
  }

  mutating func take(_ step: Step) {
    taken += 1
    switch step.event {
    case .fired(let naming): ordered[naming.inject] = step.at
    case .skipped(let naming): skipped.insert(naming.inject)
    case .delayed(let delay): delays[delay.inject, default: 0] += delay.minutes
    case .added(let addition):
      indices[addition.inject] = injects.count
      ordered[addition.inject] = addition.report.reportedAt
      injects.append(
        Inject(
          id: addition.inject, trigger: .at(addition.report.reportedAt),
          message: IncomingReport(report: addition.report), audience: [], note: ""))
    case .remarked: break
    }
  }

  /// The inject with an id.
  func inject(_ id: String) -> Inject? { index(of: id).map { injects[$0] } }

  /// Where the inject with an id stands.
  func index(of id: String) -> Int? { indices[id] }

  /// By how many minutes an inject was put off.
  func delay(of index: Int) -> Int { delays[injects[index].id, default: 0] }
}

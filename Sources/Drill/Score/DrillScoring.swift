public import Journal
import Model

/// The score as a function of the plan and the journal; nothing else goes into it.
public struct DrillScoring {
  private let plan: DrillPlan
  private let trails: OrderTrails

  /// Scores a journal.
  ///
  /// - Parameters:
  ///   - plan: the drill.
  ///   - store: its journal.
  public static func score(_ plan: DrillPlan, of store: any JournalStore) throws(JournalError) -> DrillScore {
    var trails = OrderTrails()
    try trails.catchUp(store)
    return DrillScoring(plan: plan, trails: trails).score
  }

  init(plan: DrillPlan, trails: OrderTrails) {
    self.plan = plan
    self.trails = trails
  }

  var score: DrillScore {
    let marks = plan.expectations.map(mark)
    let limits = limits
    return DrillScore(
      parts: plan.objectives.map { part($0, marks, limits) }, marks: marks, limits: limits, sequence: trails.sequence)
  }

  // Expectations.

  private func mark(_ expectation: Expectation) -> DrillScore.Mark {
    guard let inject = plan.inject(expectation.inject), let arrival = trails.arrival(of: inject.reference) else {
      return DrillScore.Mark(
        expectation: expectation, state: .notArrived, arrivedAt: nil, dueAt: nil, doneAt: nil, number: nil,
        sequences: [])
    }
    let due = expectation.minutes.map { min(arrival.at.adding(minutes: $0), plan.end) } ?? plan.end
    let done = trails.steps(of: inject.reference).filter { $0.isAct(expectation.act) && $0.at <= plan.end }
    // A dispatch is right the first time or not at all; anything else may be done by the right one later.
    let isFirstOnly = expectation.act == .dispatched
    let candidates = isFirstOnly ? Array(done.prefix(1)) : done
    let right = candidates.first { isRight($0, expectation, inject) }
    let state: DrillScore.Mark.State =
      if let right { right.at <= due ? .met : .late } else { done.isEmpty ? .missed : .wrong }
    let step = right ?? done.first
    return DrillScore.Mark(
      expectation: expectation, state: state, arrivedAt: arrival.at, dueAt: due, doneAt: step?.at,
      number: trails.ownNumber(of: inject.reference), sequences: [arrival.sequence] + (step.map { [$0.sequence] } ?? [])
    )
  }

  private func isRight(_ step: TrailStep, _ expectation: Expectation, _ inject: Inject) -> Bool {
    switch expectation.doer {
    case .anybody: break
    case .tier(let tier): if step.tier != tier { return false }
    case .seats(let seats): if !seats.contains(step.seat) { return false }
    }
    switch step.event {
    case .dispatched(let dispatched), .redispatched(let dispatched):
      return expectation.units.isEmpty || expectation.units.contains(dispatched.unit)
    case .merged, .joined:
      guard let other = expectation.with.flatMap({ plan.inject($0) }) else { return true }
      return trails.number(of: other.reference) == trails.number(of: inject.reference)
    default: return true
    }
  }

  // Limits.

  /// The stages of the injects' orders that were left, or that are past their time at the end.
  private var limits: [StageMark] {
    var numbers: [OrderNumber] = []
    for inject in DrillScript(plan, trails.script).injects {
      if let number = trails.ownNumber(of: inject.reference), !numbers.contains(number) { numbers.append(number) }
    }
    return numbers.sorted().flatMap { number in
      var marks = trails.stages[number, default: []].filter { ($0.leftAt ?? plan.end) <= plan.end }
      if let core = trails.orders[number]?.core, let due = core.stageDue, due <= plan.end {
        marks.append(StageMark(number: number, stage: core.stage, due: due, leftAt: nil, sequence: nil))
      }
      return marks
    }
  }

  // Objectives.

  private func part(
    _ objective: Objective, _ marks: [DrillScore.Mark], _ limits: [StageMark]
  ) -> DrillScore.Part {
    let weight = plan.weights[objective, default: 0]
    switch objective {
    case .limits:
      let kept = limits.filter(\.isKept)
      return DrillScore.Part(
        objective: objective, weight: weight, earned: kept.count, possible: limits.count,
        sequences: kept.compactMap(\.sequence))
    case .critical:
      let critical = marks.filter { $0.counts && $0.expectation.isCritical }
      let isWhole = critical.allSatisfy { $0.state == .met }
      return DrillScore.Part(
        objective: objective, weight: weight, earned: isWhole ? critical.count : 0, possible: critical.count,
        sequences: isWhole ? critical.flatMap(\.sequences) : [])
    default:
      let own = marks.filter { $0.counts && $0.expectation.objective == objective }
      let met = own.filter { $0.state == .met }
      return DrillScore.Part(
        objective: objective, weight: weight, earned: met.reduce(0) { $0 + $1.expectation.points },
        possible: own.reduce(0) { $0 + $1.expectation.points }, sequences: met.flatMap(\.sequences))
    }
  }
}

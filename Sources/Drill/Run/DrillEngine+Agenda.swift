import Model

/// What follows from what has happened, and what had happened before a run was taken up again.
extension DrillEngine {
  /// Puts on the agenda the conditions that now have their moment, and what the conductor has arrive.
  mutating func schedule(notBefore instant: Instant) {
    for step in trails.script.dropFirst(script.taken) { script.take(step) }
    for (id, at) in script.ordered where ordered.insert(id).inserted {
      guard let index = script.index(of: id) else { continue }
      agenda.add(AgendaItem(at: max(at, instant), sort: .condition, index: index, isOrdered: true))
    }
    for (index, inject) in plan.injects.enumerated() where !scheduled.contains(index) {
      guard let condition = inject.trigger.condition, let moment = moment(inject.trigger, condition) else { continue }
      scheduled.insert(index)
      agenda.add(AgendaItem(at: max(moment, instant), sort: .condition, index: index))
    }
  }

  /// Puts an inject on the agenda anew that the conductor has put off; whether he has.
  mutating func putOff(_ item: AgendaItem) -> Bool {
    guard item.sort == .inject || item.sort == .condition, !item.isOrdered else { return false }
    let at = item.planned.adding(minutes: script.delay(of: item.index))
    guard at > item.at else { return false }
    agenda.add(AgendaItem(at: at, sort: item.sort, index: item.index, planned: item.planned))
    return true
  }

  /// When a condition is to be looked at; nothing while that is not known.
  private func moment(_ trigger: Inject.Trigger, _ condition: Inject.Condition) -> Instant? {
    switch trigger {
    case .at: nil
    case .missing: arrival(of: condition.inject)?.adding(minutes: condition.minutes)
    case .done: act(of: condition)?.adding(minutes: condition.minutes)
    }
  }

  private func arrival(of id: String) -> Instant? {
    plan.inject(id).flatMap { trails.arrival(of: $0.reference)?.at }
  }

  /// When what a condition looks for was done.
  func act(of condition: Inject.Condition) -> Instant? {
    plan.inject(condition.inject).flatMap { trails.first(condition.act, of: $0.reference)?.at }
  }

  /// Passes over what the journal has already; the conditions that have their moment are on the agenda by then.
  ///
  /// That is all before the moment of its last event, and of that moment what stands before the last thing that left a
  /// trace: a refused command leaves none. A command is given once more, because it may have reached only some of its
  /// orders; to those that it did reach it does nothing.
  mutating func skipDone() {
    guard let last = trails.recordedAt, trails.sequence > 1 else { return }
    while let item = agenda.next, item.at < last { pass(item) }
    var count = 0
    var ahead = self
    var traced = 0
    while let item = ahead.agenda.next, item.at == last {
      ahead.pass(item)
      count += 1
      if hasTrace(item) { traced = item.sort == .command ? count - 1 : count }
    }
    for _ in 0..<traced {
      if let item = agenda.next { pass(item) }
    }
    now = max(now, last)
  }

  private mutating func pass(_ item: AgendaItem) {
    agenda.pass()
    _ = putOff(item)
  }

  private func hasTrace(_ item: AgendaItem) -> Bool {
    switch item.sort {
    case .background:
      trails.number(of: ReportReference(plan.background[item.index].incoming.report)) != nil
    case .inject, .condition: trails.number(of: script.injects[item.index].reference) != nil
    case .command:
      answer[item.index].words.indices.contains { index in
        trails.commands.contains(DrillEngine.command(answer[item.index], index))
      }
    }
  }
}

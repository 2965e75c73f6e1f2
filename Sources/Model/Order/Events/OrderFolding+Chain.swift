extension WorkOrder {
  /// The events about what was asked for, and about the way between units and tiers.
  mutating func applyStanding(_ recorded: RecordedEvent) {
    let now = recorded.occurredAt
    switch recorded.event {
    case .requested(let request):
      standing.request = request
      undo = nil
    case .withdrawn: standing.request = nil
    case .denied:
      let kind = standing.request?.kind
      standing.request = nil
      if kind == .rework {
        enter(.closed, at: now, due: nil)
        claim = nil
      }
    case .returned(let returned):
      standing.request = nil
      standing.hops += 1
      standing.returnedBy = returned.unit
      takeBack(at: now, due: returned.stageDue)
    case .suspended(let suspension):
      standing.request = nil
      standing.suspension = suspension
      set(suspension.after)
      undo = nil
    case .resumed(let resumed):
      standing.suspension?.until = now
      set(Suspension.Deadline(stage: resumed.stageDue, handle: resumed.handleDue, overall: resumed.overallDue))
    case .extended(let extended):
      standing.request = nil
      standing.extensions += 1
      core.stageDue = extended.stageDue
      core.handleDue = extended.stageDue
      core.overallDue = extended.overallDue
    case .escalated(let moved), .delegated(let moved):
      let isUp = moved.from < moved.to
      let act: OrderCommand.Kind = isUp ? .escalate : .delegate
      undo = UndoPoint(
        before: core, act: act, officer: recorded.officer, seat: recorded.seat, assisted: standing.assisted)
      if isUp { standing.escalations += 1 } else { standing.delegations += 1 }
      core.rung = moved.to
      claim = nil
      if let due = moved.stageDue {
        // What a unit had in hand is sent out anew by the rung above; that is no act to take back.
        undo = nil
        takeBack(at: now, due: due)
      }
    default: break
    }
  }

  /// Takes the order out of a unit's hands, to be sent out anew.
  private mutating func takeBack(at instant: Instant, due: Instant) {
    standing.signedUnit = nil
    core.unit = nil
    core.coUnits = []
    core.handleDue = nil
    core.contactDue = nil
    core.dispatchedAt = nil
    core.direct = false
    core.assigned = false
    enter(.filed, at: instant, due: due)
  }

  private mutating func set(_ deadline: Suspension.Deadline) {
    core.stageDue = deadline.stage
    core.handleDue = deadline.handle
    core.overallDue = deadline.overall
  }

  /// The events about those who reported, and about who watches over the order.
  mutating func applyCare(_ recorded: RecordedEvent) {
    switch recorded.event {
    case .verified(let verified): standing.verified = verified.found
    case .contacted: care.contactedAt = care.contactedAt ?? recorded.occurredAt
    case .stepped(let stepped): standing.step = stepped.step
    case .assisted(let assisted): standing.assisted.insert(assisted.unit)
    case .answered(let answered): care.answered.insert(answered.report)
    case .answeredBack(let answer): care.upstream = answer.state
    case .followedUp(let call):
      care.calls = call.attempt
      undo = nil
      switch call.next {
      case .again: break
      case .done: enter(.closed, at: recorded.occurredAt, due: nil)
      case .verdict:
        standing.request = Request(
          kind: .rework, reason: call.text, unit: core.unit, officer: recorded.officer, call: nil, ground: nil,
          until: nil, amount: nil, clock: nil)
      }
      if !core.stage.isOpen { claim = nil }
    case .urged(let urged):
      care.urges += 1
      if let rule = urged.rule { care.raised.append(rule) }
    case .supervised(let supervised):
      care.supervision = max(care.supervision, supervised.level)
      if let rule = supervised.rule { care.raised.append(rule) }
    case .instructed(let instruction): care.instructions.append(instruction)
    case .struckOff(let struckOff): care.struckOff.insert(struckOff.instruction)
    case .excluded(let excluded): care.exclusions.append(excluded)
    default: break
    }
  }

  /// The events that bring orders together and apart.
  ///
  /// - Returns: `false` when the event can't follow.
  mutating func applyTies(_ recorded: RecordedEvent) -> Bool {
    switch recorded.event {
    case .merged(let merged):
      guard let other = OrderNumber(merged.other) else { return false }
      let before = Ties.Pressure(self)
      ties.distinct.remove(other)
      ties.callers = merged.callers
      for report in merged.reports where !reports.contains(where: { $0.isSameMessage(as: report) }) {
        reports.append(report)
      }
      core.urgency = merged.urgency
      core.stageDue = merged.stageDue
      core.handleDue = merged.handleDue
      core.overallDue = merged.overallDue
      ties.parts.append(
        Ties.Part(
          other: other, reports: merged.reports.map { ReportReference($0) }, before: before,
          after: Ties.Pressure(self)))
      undo = nil
    case .partAmended(let amended):
      guard let other = OrderNumber(amended.other), let index = ties.parts.firstIndex(where: { $0.other == other })
      else { return false }
      let reference = ReportReference(amended.report)
      if !ties.parts[index].reports.contains(reference) { ties.parts[index].reports.append(reference) }
      amendments += 1
      put(amended.report)
    case .split(let split):
      guard let other = OrderNumber(split.off), let index = ties.parts.firstIndex(where: { $0.other == other })
      else { return false }
      let part = ties.parts.remove(at: index)
      reports.removeAll { part.reports.contains(ReportReference($0)) }
      ties.callers = split.callers
      ties.distinct.insert(other)
      core.urgency = split.urgency
      core.stageDue = split.stageDue
      core.handleDue = split.handleDue
      core.overallDue = split.overallDue
      undo = nil
    case .joined(let joined):
      guard let into = OrderNumber(joined.into) else { return false }
      ties.into = into
      ties.before = core
      ties.distinct.remove(into)
      undo = nil
      close(.duplicate, at: recorded.occurredAt)
    case .parted(let parted):
      guard let from = OrderNumber(parted.from), let before = ties.before else { return false }
      ties.into = nil
      ties.before = nil
      ties.distinct.insert(from)
      core = before
    case .distinguished(let distinguished):
      guard let other = OrderNumber(distinguished.from) else { return false }
      ties.distinct.insert(other)
    case .branched(let branched):
      ties.children.append(Ties.Child(report: branched.child, title: branched.title, isOpen: true))
    case .childEnded(let ended): set(ended.child, isOpen: false)
    case .childReopened(let reopened): set(reopened.child, isOpen: true)
    default: break
    }
    return true
  }

  private mutating func set(_ child: ReportReference, isOpen: Bool) {
    for index in ties.children.indices where ties.children[index].report == child {
      ties.children[index].isOpen = isOpen
    }
  }
}

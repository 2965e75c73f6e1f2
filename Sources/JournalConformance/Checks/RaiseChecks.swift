import Journal
import Model

enum RaiseChecks {
  /// Rules that do something at every threshold, at the last two only, and at the first only.
  private static let policies = {
    let acts: [[RaisedByRule.Threshold: RaisingAct]] = [
      [.amber: .urge, .red: .supervise1, .triple: .supervise3], [.red: .urge, .triple: .supervise2], [.amber: .urge],
    ]
    return acts.map { raising in
      var policy = OrderPolicy()
      policy.raising = raising
      policy.amberPercent = 60
      return policy
    }
  }()

  static func raises(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 48)
    var seen: Set<RaisedByRule.Threshold> = []
    for round in 0..<10 {
      try history.run(steps: 15)
      for policy in policies { try compare(history, policy) }
      let policy = policies[round % policies.count]
      for number in try history.store.raisesDue(policy.raisingSteps, before: history.now, limit: 3) {
        let order = try required(history.reference.entries[number]?.order, "order")
        let raise = try required(Raise(order, under: policy, at: history.now), "raise on \(number.text)")
        try append(raise, on: order, &history)
        seen.insert(raise.rule.threshold)
      }
    }
    try expect(seen, equals: Set(RaisedByRule.Threshold.allCases), "thresholds that were raised")
    let runs = try history.reference.entries.keys.sorted().map { try history.store.limitRun($0) }
    try history.store.rebuild()
    try expect(
      try history.reference.entries.keys.sorted().map { try history.store.limitRun($0) }, equals: runs,
      "limits after a rebuild")
    for policy in policies { try compare(history, policy) }
  }

  /// What is due against a look at every order, now and at moments to come.
  private static func compare(_ history: History, _ policy: OrderPolicy) throws {
    for entry in history.reference.entries.values {
      try expect(
        try history.store.limitRun(entry.order.number), equals: LimitRun(entry.order),
        "limit of \(entry.order.number.text)")
    }
    for minutes in [-600, 0, 30, 3_000, 100_000] {
      let now = history.now.adding(minutes: minutes)
      let due = history.reference.entries.values.filter { Raise($0.order, under: policy, at: now) != nil }
        .map { (due: $0.row.stageDue ?? now, number: $0.order.number) }
        .sorted { ($0.due, $0.number) < ($1.due, $1.number) }.map(\.number)
      for limit in [0, 1, 4, 10_000] {
        try expect(
          try history.store.raisesDue(policy.raisingSteps, before: now, limit: limit),
          equals: Array(due.prefix(limit)), "due in \(minutes) minutes, up to \(limit)")
      }
    }
  }

  /// Two desks raise the same: the journal holds it once, and it is not due any more.
  private static func append(_ raise: Raise, on order: WorkOrder, _ history: inout History) throws {
    let event = try PendingEvent(
      .order(raise.event), place: order.core.place, town: SampleCity.tables.places.town(of: order.core.place),
      tier: .city, confidential: order.isConfidential, officer: "", seat: "", account: "rule",
      occurredAt: raise.rule.dueAt)
    let request = AppendRequest(
      command: raise.id,
      writes: [StreamWrite(target: .stream(.order(order.number), expectedVersion: order.version), events: [event])])
    guard case .appended(let receipt) = try history.store.append([request], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: raise.id, detail: "not appended")
    }
    try history.reference.take(request, receipt, recordedAt: history.now)
    let later = history.now.adding(minutes: 5)
    try expect(
      try history.store.append([request], recordedAt: later), equals: [.repeated(receipt)], "\(raise.id) once more")
  }
}

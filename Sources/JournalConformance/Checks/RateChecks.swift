import Journal
import Model

enum RateChecks {
  /// Rates, groups and lists over random histories agree with a plain recount from the events.
  static func rates(_ factory: some JournalFactory) throws {
    for seed: UInt64 in [71, 72] {
      var history = try History(factory, seed: seed)
      for _ in 0..<4 {
        try history.runDeep(steps: 100)
        history.now = history.now.adding(minutes: 20_000)
      }
      try history.runDeep(steps: 20)
      let recounts = try recounts(history)
      for minutes in [-4_000, 0, 3_000] {
        try compare(recounts, history, at: history.now.adding(minutes: minutes))
      }
      try compareLists(recounts, history)
      try expect(try JournalVerifier.verify(history.store).findings, equals: [], "findings")
      try history.store.rebuild()
      try compare(recounts, history, at: history.now)
    }
  }

  private typealias Counted = (row: OrderRow, recount: RateRecount)

  private static func recounts(_ history: History) throws -> [Counted] {
    try history.reference.entries.map { number, entry in (entry.row, try RateRecount(number, entry.events)) }
  }

  /// Every way to stand in a rate has come up in the histories that are compared.
  static func standingsSeen(_ factory: some JournalFactory) throws {
    var seen: Set<RateStanding> = []
    for seed: UInt64 in [71, 72] {
      var history = try History(factory, seed: seed)
      try history.runDeep(steps: 400)
      for (number, entry) in history.reference.entries {
        let recount = try RateRecount(number, entry.events)
        for rate in Rate.allCases { seen.insert(recount.standing(rate, at: history.now)) }
      }
    }
    let missing = Set(RateStanding.allCases).subtracting(seen).subtracting([.void])
    try expect(missing, equals: [], "standings that no history has brought about")
  }

  private static func compare(_ recounts: [Counted], _ history: History, at now: Instant) throws {
    let store = history.store
    for (row, recount) in recounts { try compareFact(row, recount, store, now) }
    for query in queries(now, history.day) {
      let wanted = plain(recounts, query)
      let seen = try store.rates(query)
      try expect(seen.map(\.name), equals: wanted.map(\.name), "groups of \(query)")
      for (one, other) in zip(seen, wanted) {
        for rate in Rate.allCases {
          try expect(
            one.tally.figure(rate), equals: other.tally.figure(rate), "\(rate) of \(one.name ?? "") in \(query)")
        }
        try expect(one.tally, equals: other.tally, "tally of \(one.name ?? "") in \(query)")
      }
    }
  }

  private static func compareFact(
    _ row: OrderRow, _ recount: RateRecount, _ store: any JournalStore, _ now: Instant
  ) throws {
    let fact = try required(try store.rateFact(row.number), "fact of \(row.number.text)")
    let contribution = fact.contribution
    for rate in Rate.allCases {
      try expect(
        contribution.standing(rate, at: now), equals: recount.standing(rate, at: now), "\(rate) of \(row.number.text)")
    }
    for span in TimedSpan.allCases {
      try expect(contribution.minutes[span], equals: recount.minutes(span), "\(span) of \(row.number.text)")
    }
    try expect(contribution.unit, equals: recount.unit, "unit of \(row.number.text)")
    try expect(contribution.returnedBy, equals: recount.returnedBy, "who gave \(row.number.text) back")
    try expect(contribution.officer, equals: recount.officer, "officer of \(row.number.text)")
    try expect(contribution.rung, equals: recount.rung, "rung of \(row.number.text)")
    try expect([fact.town, fact.place], equals: [row.town, row.place], "place of \(row.number.text)")
  }

  private static func queries(_ now: Instant, _ day: Int) -> [RateQuery] {
    let all = RateQuery(from: 20_200_101, to: 20_991_231, now: now)
    var queries = [all, RateQuery(from: 20_200_101, to: day - 1, now: now), RateQuery(from: day, to: day, now: now)]
    for grouping in RateQuery.Grouping.allCases {
      var query = all
      query.grouping = grouping
      queries.append(query)
      query.town = SampleCity.towns[0]
      queries.append(query)
    }
    for grouping in [nil, RateQuery.Grouping.town, .source] {
      queries.append(RateQuery(from: day / 100 * 100 + 1, to: day, by: grouping, now: now))
      queries.append(RateQuery(from: 20_200_101, to: day / 100 * 100, by: grouping, now: now))
    }
    queries.append(RateQuery(from: 0, to: 20_991_231, source: .hotline, by: .town, now: now))
    queries.append(RateQuery(from: 0, to: 20_991_231, unit: "ENF-1", now: now))
    queries.append(RateQuery(from: 0, to: 20_991_231, unit: "WATER", by: .unit, now: now))
    queries.append(RateQuery(from: 0, to: 20_991_231, grid: SampleCity.villages[0], by: .officer, now: now))
    queries.append(RateQuery(from: 0, to: 20_991_231, officer: "O2", by: .source, now: now))
    return queries
  }

  /// Whether an order is asked for in a rate.
  private static func selects(_ query: RateQuery, _ rate: Rate, _ row: OrderRow, _ recount: RateRecount) -> Bool {
    let unit = rate == .returned ? recount.returnedBy ?? recount.unit : recount.unit
    return row.number.day >= query.from && row.number.day <= query.to && (query.town == nil || row.town == query.town)
      && (query.source == nil || row.source == query.source) && (query.grid == nil || row.place == query.grid)
      && (query.unit == nil || unit == query.unit) && (query.officer == nil || recount.officer == query.officer)
  }

  private static func plain(
    _ recounts: [Counted], _ query: RateQuery
  ) -> [RateGroup] {
    var tallies: [String?: RateTally] = [:]
    for (row, recount) in recounts {
      for rate in Rate.allCases where selects(query, rate, row, recount) {
        let unit = rate == .returned ? recount.returnedBy ?? recount.unit : recount.unit
        let name: String? =
          switch query.grouping {
          case .town: row.town?.rawValue
          case .source: row.source.rawValue
          case .unit: unit?.rawValue
          case .grid: row.place.rawValue
          case .officer: recount.officer?.rawValue
          case nil: nil
          }
        tallies[name, default: RateTally()].add(rate, recount.standing(rate, at: query.now), count: 1)
        guard rate == .ladder else { continue }
        for span in TimedSpan.allCases {
          guard let minutes = recount.minutes(span) else { continue }
          tallies[name]?.add(span, bin: TimeHistogram.bin(of: minutes), count: 1)
          tallies[name]?.add(span, sum: minutes)
        }
        guard recount.standing(.ladder, at: query.now) == .numerator else { continue }
        if let rung = recount.rung {
          tallies[name]?.add(closedAt: rung, count: 1)
        } else if let unit = recount.unit {
          tallies[name]?.add(closedBy: unit, count: 1)
        }
      }
    }
    return tallies.map { RateGroup(name: $0.key, tally: $0.value) }.sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  private static func compareLists(_ recounts: [Counted], _ history: History) throws {
    let (store, now, day) = (history.store, history.now, history.day)
    let all = RateQuery(from: 20_200_101, to: 20_991_231, now: now)
    let step = RateList.Step(rung: .city, units: ["ENF-1", "WATER"])
    var unit = all
    unit.unit = "ENF-1"
    var town = all
    town.town = SampleCity.towns[1]
    let last = RateQuery(from: day, to: day, now: now)
    for rate in Rate.allCases {
      for part in [RateList.Part.numerator, .missed, .denominator, .leftOut(nil), .leftOut(.running)] {
        for query in [all, unit, town, last] {
          let list = RateList(rate, part, step: rate == .ladder ? step : nil)
          let wanted = recounts.filter { row, recount in
            selects(query, rate, row, recount) && list.standings.contains(recount.standing(rate, at: now))
              && isOnStep(recount, list, now)
          }.map(\.row.number).sorted()
          var seen: [OrderNumber] = []
          var isMore = true
          while isMore {
            let page = try store.orders(behind: list, in: query, after: seen.last, limit: 7)
            seen += page.rows.map(\.number)
            isMore = page.hasMore
            try expect(page.rows.count == 7 || !isMore, "a page that is full, of \(list)")
          }
          try expect(seen, equals: wanted, "orders behind \(list) in \(query)")
        }
      }
    }
  }

  private static func isOnStep(_ recount: RateRecount, _ list: RateList, _ now: Instant) -> Bool {
    guard let step = list.step, recount.standing(.ladder, at: now) == .numerator else { return true }
    return recount.rung.map { $0 == step.rung } ?? recount.unit.map { step.units.contains($0) } ?? false
  }
}

extension History {
  /// Goes on with few orders that come far: half of the commands are the next on the main path.
  mutating func runDeep(steps: Int) throws {
    for _ in 0..<steps {
      let request = try nextDeepRequest()
      let outcomes = try store.append([request], recordedAt: now)
      guard case .appended(let receipt) = try required(outcomes.first, "outcome") else {
        throw ConformanceFailure(subject: "append of \(request.command)", detail: "\(outcomes)")
      }
      try reference.take(request, receipt, recordedAt: now)
    }
  }

  private mutating func nextDeepRequest() throws -> AppendRequest {
    now = now.adding(milliseconds: Int64.random(in: 0...3_600_000, using: &random))
    if !random.happens(8), !reference.entries.isEmpty {
      let numbers = Array(reference.entries.keys.sorted().suffix(15))
      for _ in 0..<40 {
        guard let order = reference.entries[random.pick(numbers)]?.order else { continue }
        let main: [OrderCommand.Kind] = [
          .file, .dispatch, .sign, .contact, .feedBack, .inspect, .close, .answer, .followUp, .approve, .decline,
          .settle,
        ]
        let allowed = StageTable.commands(in: order.stage)
        let kinds: [OrderCommand.Kind] =
          order.stage == .followUp && random.happens(80)
          ? [.answer, .followUp] : random.happens(55) ? allowed.filter { main.contains($0) } : allowed
        guard !kinds.isEmpty else { continue }
        var command = randomCommand(random.pick(kinds), on: order)
        if case .followUp = command, random.happens(75) {
          command = .followUp(FollowingUp(reached: false, solved: false, satisfied: false, text: "无人接听"))
        }
        if case .exclude = command, !random.happens(10) { continue }
        let request = try act(
          command, on: order, by: SampleCity.seats[random.happens(70) ? 1 : 2],
          officer: random.pick(["O1", "O2", "O3"]))
        if let request { return request }
      }
    }
    var report = self.report()
    if random.happens(40) { report.source = .hotline }
    report.occurredAt = report.reportedAt.adding(minutes: -Int.random(in: 0...300, using: &random))
    return try receive(report)
  }
}

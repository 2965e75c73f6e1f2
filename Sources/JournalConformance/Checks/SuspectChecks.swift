import Journal
import Model

enum SuspectChecks {
  static func suspects(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 49)
    var rules: Set<Lead.Rule> = []
    for _ in 0..<8 {
      try history.run(steps: 60)
      for (town, minutes) in [(nil, 0), (nil, 4_000), (PageChecks.towns.compactMap { $0 }.first, 0)] {
        let now = history.now.adding(minutes: minutes)
        let span = LeadSpan(from: 0, to: history.day, town: town, now: now)
        try compare(history, span)
        try compare(history, LeadSpan(from: 0, to: history.day - 1, town: town, now: now))
        rules.formUnion(try withLeads(history, span))
      }
    }
    let wanted: Set<Lead.Rule> = [.untaken, .lateStage, .lateOverall]
    try expect(rules.isSuperset(of: wanted), "rules that found something: \(rules)")
    let span = LeadSpan(from: 0, to: 99_991_231, now: history.now)
    let before = try history.store.suspects(span, after: nil, limit: .max)
    try history.store.rebuild()
    try expect(try history.store.suspects(span, after: nil, limit: .max), equals: before, "suspects after a rebuild")
  }

  /// Pages of every size, beginning anywhere, against a look at every row.
  private static func compare(_ history: History, _ span: LeadSpan) throws {
    let wanted = history.reference.entries.values.map(\.row).filter { span.suspects($0) }.map(\.number).sorted()
    for limit in [0, 1, 7, 10_000] {
      for last in [nil, wanted.first, wanted.dropFirst(wanted.count / 2).first] {
        let rest = wanted.filter { number in last.map { $0 < number } ?? true }
        try expect(
          try history.store.suspects(span, after: last, limit: limit), equals: Array(rest.prefix(limit)),
          "suspects after \(last?.text ?? "nothing"), up to \(limit)")
      }
    }
  }

  /// The rules that find something in any order of the span; each such order is a suspect.
  private static func withLeads(_ history: History, _ span: LeadSpan) throws -> Set<Lead.Rule> {
    let suspects = Set(try history.store.suspects(span, after: nil, limit: 100_000))
    var rules: Set<Lead.Rule> = []
    for entry in history.reference.entries.values where span.town == nil || entry.row.town == span.town {
      let leads = LeadFinder.leads(
        entry.order.number, entry.events.map(\.recorded), in: SampleCity.tables, at: span.now)
      // What an officer may do is no sign in the order: it depends on the tables of the day.
      let found = leads.map(\.rule).filter { $0 != .beyondAuthority }
      try expect(
        found.isEmpty || suspects.contains(entry.order.number), "\(entry.order.number.text) among the suspects")
      rules.formUnion(found)
    }
    return rules
  }
}

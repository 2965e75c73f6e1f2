import Journal
import Model

enum LearningChecks {
  /// Every term that reports of a history can have.
  static let terms = LearnedTerms.terms(
    History.phrases.map { phrase in
      Report(
        source: .other, sourceID: "", reportedAt: Instant(seconds: 0), place: "9900", title: phrase, text: "")
    })

  static func learning(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 43)
    var taught = 0
    for _ in 0..<4 {
      for _ in 0..<12 {
        try history.run(steps: 4)
        try walk(&history)
        taught += try history.store.learned([], category: nil).isEmpty ? 0 : 1
      }
      try compare(history)
    }
    try expect(taught > 30, "something was learned most of the time")
    let before = try history.store.learned(terms, category: nil)
    try history.store.rebuild()
    try expect(try history.store.learned(terms, category: nil), equals: before, "learned after a rebuild")
    try takingBack(factory)
  }

  /// Takes a report in and walks its order along the main path, now and then with a step aside.
  static func walk(_ history: inout History) throws {
    let request = try history.receive(history.report())
    guard case .appended(let receipt) = try history.store.append([request], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "a report", detail: "not appended")
    }
    try history.reference.take(request, receipt, recordedAt: history.now)
    let number = try required(receipt.streams.first?.stream.orderNumber, "number")
    let path: [OrderCommand.Kind] = [.dispatch, .sign, .feedBack, .inspect, .close]
    for kind in path {
      try act(kind, on: number, &history)
      let aside: [OrderCommand.Kind] = [.undo, .redispatch, .reopen, .note, .amend]
      if history.random.happens(25) { try act(history.random.pick(aside), on: number, &history) }
    }
  }

  /// Gives a command on an order, unless the rules refuse it.
  private static func act(_ kind: OrderCommand.Kind, on number: OrderNumber, _ history: inout History) throws {
    let order = try required(history.reference.entries[number]?.order, "order")
    let command = history.randomCommand(kind, on: order)
    // Who fed back does not inspect.
    let officer: OfficerCode = kind == .inspect ? "O2" : "O1"
    guard let request = try history.act(command, on: order, by: SampleCity.seats[1], officer: officer) else { return }
    guard case .appended(let receipt) = try history.store.append([request], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "\(command)", detail: "not appended")
    }
    try history.reference.take(request, receipt, recordedAt: history.now)
  }

  /// The counts against a plain recount of what every order has gone through.
  private static func compare(_ history: History) throws {
    for category in [nil] + SampleCity.categories.map(Optional.some) {
      for asked in [[], Array(terms.prefix(7)), terms] {
        var wanted = LearnedCounts()
        for entry in history.reference.entries.values {
          guard let taught = taught(by: entry), category == nil || taught.category == category else { continue }
          let said = Set(LearnedTerms.terms(entry.order.reports))
          wanted.add(Lesson(taught, terms: asked.filter(said.contains)))
        }
        let seen = try history.store.learned(asked, category: category)
        try expect(seen, equals: wanted, "learned of \(asked.count) terms in \(category?.rawValue ?? "all")")
      }
    }
  }

  private static func taught(by entry: Reference.Entry) -> LearnedClass? {
    let order = entry.order
    guard order.core.stage.isDone, let outcome = order.core.outcome, [.solved, .explained].contains(outcome),
      order.reworks == 0, !order.isConfidential, let unit = order.core.unit
    else { return nil }
    // What an undo took back is struck out together with it.
    var acts: [OrderEvent] = []
    for event in entry.events.map(\.event) {
      guard case .undone(let undone) = event else {
        acts.append(event)
        continue
      }
      let index = acts.lastIndex { act in
        switch (act, undone.act) {
        case (.dispatched, .dispatch), (.redispatched, .redispatch), (.reopened, .reopen): true
        default: false
        }
      }
      if let index { acts.remove(at: index) }
    }
    var units: [UnitCode] = []
    for act in acts {
      switch act {
      case .dispatched(let sent), .redispatched(let sent): units.append(sent.unit)
      case .reopened: return nil
      default: break
      }
    }
    return Set(units) == [unit] ? LearnedClass(category: order.core.category, unit: unit) : nil
  }

  /// One order, from its closing to its opening again and back.
  private static func takingBack(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 44)
    var report = history.report(title: "路灯不亮", text: "")
    report.confidential = false
    report.origin = nil
    let request = try history.receive(report)
    guard case .appended(let receipt) = try history.store.append([request], recordedAt: history.now).first else {
      throw ConformanceFailure(subject: "a report", detail: "not appended")
    }
    try history.reference.take(request, receipt, recordedAt: history.now)
    let number = try required(history.reference.entries.keys.first, "order")
    let light = LearnedClass(category: "LAMP", unit: "LIGHT")
    func act(_ command: OrderCommand, leaves count: Int, officer: OfficerCode = "O1") throws {
      let order = try required(history.reference.entries[number]?.order, "order")
      let request = try required(
        try history.act(command, on: order, by: SampleCity.seats[1], officer: officer), "\(command) allowed")
      guard case .appended(let receipt) = try history.store.append([request], recordedAt: history.now).first else {
        throw ConformanceFailure(subject: "\(command)", detail: "not appended")
      }
      try history.reference.take(request, receipt, recordedAt: history.now)
      let learned = try history.store.learned(["路灯", "垃圾"], category: "LAMP")
      try expect(learned.orders, equals: count == 0 ? [:] : [light: count], "orders after \(command)")
      try expect(learned.terms, equals: count == 0 ? [:] : ["路灯": [light: count]], "terms after \(command)")
    }
    try act(.dispatch(Dispatching(unit: "LIGHT", category: "LAMP")), leaves: 0)
    try act(.redispatch(Dispatching(unit: "WATER", category: "LAMP")), leaves: 0)
    try act(.undo, leaves: 0)
    try act(.sign(call: nil), leaves: 0)
    try act(.feedBack(Feedback(text: "已换灯")), leaves: 0)
    try act(.inspect(Inspecting(passed: true)), leaves: 0, officer: "O2")
    try act(.close(Closing(outcome: .solved)), leaves: 1)
    try act(.note("已告知"), leaves: 1)
    try act(.undo, leaves: 0)
    try act(.close(Closing(outcome: .explained)), leaves: 1)
    try act(.reopen(reason: "又不亮了"), leaves: 0)
    try act(.undo, leaves: 1)
  }
}

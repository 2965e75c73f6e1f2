import Feeds
import Foundation
import Journal
import Model
import Operations

/// The ordinary day of the fixture city worked by seats at both tiers, each order by a course of its own, until nothing
/// is left to do.
struct ScriptedDay {
  /// What becomes of an order besides the main path.
  enum Course: Int, CaseIterable {
    case plain, returned, escalated, suspended, reworked, dissatisfied, delegated, extended, settled, declined
  }

  let counter: Counter
  /// The orders that were taken into another one and stayed there.
  private(set) var joined: Set<OrderNumber> = []
  /// How often orders were merged, and how often split again.
  private(set) var merges = 0
  private(set) var splits = 0
  private var numbers: [ReportReference: OrderNumber] = [:]
  private var commands = 0

  init() throws {
    counter = try Counter()
  }

  /// Takes every report in at its time, and works every order to its end.
  mutating func play() throws {
    let path = Fixtures.feed("day.jsonl")
    var decoder = ReportDecoder(city: counter.city)
    let reports = try Fixtures.lines(path).filter { !$0.isEmpty }.enumerated().map {
      try decoder.decode($0.element, line: $0.offset + 1)
    }
    for incoming in reports {
      counter.clock.set(max(counter.clock.now, incoming.report.origin?.closedAt ?? incoming.report.reportedAt))
      guard case .accepted(let number) = try counter.operations.takeIn(incoming, account: "feed") else { continue }
      numbers[ReportReference(incoming.report)] = number
    }
    try mergeWhatIsOne()
    for row in try counter.rows() where !joined.contains(row.number) {
      try work(row.number)
    }
  }

  // MARK: - Merging

  /// Merges the reports that the truth file knows as one event, as long as nothing was done about them; every fourth
  /// merge turns out to be wrong, and is split again.
  private mutating func mergeWhatIsOne() throws {
    let lines = try Fixtures.lines(Fixtures.feed("day.truth.csv")).dropFirst()
    var events: [String: [OrderNumber]] = [:]
    for line in lines {
      let fields = String(decoding: line, as: UTF8.self).split(separator: ",").map(String.init)
      guard fields.count == 3, let source = Source(rawValue: fields[1]),
        let number = numbers[ReportReference(source: source, sourceID: fields[2])]
      else { continue }
      if events[fields[0]]?.contains(number) != true { events[fields[0], default: []].append(number) }
    }
    for (_, orders) in events.sorted(by: { $0.key < $1.key }) {
      let open = try orders.sorted().filter { try order($0).core.stage == .received }
      guard let kept = open.first else { continue }
      for other in open.dropFirst() {
        commands += 1
        _ = try counter.operations.perform(
          .merge(evidence: "同一事件"), on: kept, with: other, by: try counter.authority("city-intake-1"),
          id: "day:\(commands)")
        merges += 1
        guard merges % 4 == 0 else {
          joined.insert(other)
          continue
        }
        commands += 1
        _ = try counter.operations.perform(
          .split(reason: "不是同一处"), on: kept, with: other, by: try counter.authority("city-intake-1"),
          id: "day:\(commands)")
        splits += 1
      }
    }
  }

  // MARK: - One order

  private mutating func work(_ number: OrderNumber) throws {
    let first = try order(number)
    guard first.stage != .closed else { return }
    let course = Course(rawValue: number.sequence % Course.allCases.count) ?? .plain
    if first.stage == .received {
      switch course {
      case .declined:
        try give(.decline(Declining(ground: "不属本市职责")), number, "dispatch")
      case .settled where canSettle(first):
        try give(.settle(Settling(text: "当场办好")), number, "dispatch")
      case .escalated:
        while try order(number).core.rung < .city { try give(.escalate(reason: "本级办不了"), number, "chief") }
      case .delegated:
        if first.core.rung == .city, counter.city.places.town(of: first.core.place) != nil {
          try give(.delegate(reason: "就近办理"), number, "dispatch")
        }
      default: break
      }
    }
    if try order(number).stage == .received { try handle(number, course) }
    try finish(number, course)
  }

  private mutating func handle(_ number: OrderNumber, _ course: Course) throws {
    let lead = try unit(number)
    try give(.dispatch(Dispatching(unit: lead)), number, "dispatch")
    if course == .returned {
      try give(.requestReturn(Asking(reason: "不归本单位", call: call())), number, "dispatch")
      try give(.approve(Approving(blame: .dispatcher, text: "同意")), number, "chief")
      try give(.dispatch(Dispatching(unit: "D-CITYMGMT")), number, "dispatch")
    }
    try give(.sign(call: call()), number, "dispatch")
    if course == .suspended {
      let until = counter.clock.now.adding(minutes: 1_440)
      try give(
        .requestSuspension(SuspensionAsking(ground: "WEATHER", until: until, reason: "大雨", call: call())), number,
        "dispatch")
      try give(.approve(Approving()), number, "chief")
      try give(.resume(reason: "雨停"), number, "chief")
    }
    if course == .extended, let due = try order(number).core.handleDue, due > counter.clock.now {
      let more = ExtensionAsking(limit: Limit(amount: 1, clock: .clockMinutes), reason: "等配件", call: call())
      try give(.requestExtension(more), number, "dispatch")
      try give(.approve(Approving()), number, "chief")
    }
    try feedBack(number)
    if course == .reworked {
      try give(.inspect(Inspecting(passed: false, text: "没有修好")), number, "inspect")
      try feedBack(number)
    }
  }

  /// From 待核查 to the end, with the answers and the calls that are owed.
  private mutating func finish(_ number: OrderNumber, _ course: Course) throws {
    var isContent = course != .dissatisfied
    while try order(number).stage != .closed {
      switch try order(number).stage {
      case .fedBack: try give(.inspect(Inspecting(passed: true)), number, "inspect")
      case .inspected: try give(.close(Closing()), number, "dispatch")
      case .handling: try feedBack(number)
      case .followUp:
        for owed in try order(number).answersOwed(in: counter.city.policy) {
          try give(.answer(Answering(report: owed, text: "已办好")), number, "dispatch")
        }
        let call = FollowingUp(reached: true, solved: isContent, satisfied: isContent, text: "回访")
        try give(.followUp(call), number, "followup")
        isContent = true
      case .awaitingApproval: try give(.approve(Approving(text: "返工")), number, "chief")
      default: throw Missing(what: "a way on from \(try order(number).stage)")
      }
    }
  }

  /// Whether a grid or the counter may settle it: nobody else has reported who would have to be answered.
  private func canSettle(_ order: WorkOrder) -> Bool {
    let first = order.reports[0]
    return [Source.grid, .hotline, .window, .other].contains(first.source)
      && order.answersOwed(in: counter.city.policy).allSatisfy { $0 == ReportReference(first) }
  }

  private mutating func feedBack(_ number: OrderNumber) throws {
    try give(.feedBack(Feedback(text: "已处理", call: call())), number, "dispatch")
  }

  private func unit(_ number: OrderNumber) throws -> UnitCode {
    let order = try order(number)
    let lead = order.core.category.flatMap { counter.city.category($0) }?.lead
    return lead.flatMap { counter.city.resolve($0, at: order.core.place) } ?? "D-CITYMGMT"
  }

  private func call() -> PhoneCall {
    PhoneCall(name: "陆某", number: "11900009999", at: counter.clock.now)
  }

  func order(_ number: OrderNumber) throws -> WorkOrder {
    guard let file = try counter.store.order(number) else { throw Missing(what: number.text) }
    return file.order
  }

  /// Gives a command from the seat of the tier that commands the order.
  private mutating func give(_ command: OrderCommand, _ number: OrderNumber, _ desk: String) throws {
    let order = try order(number)
    let town = order.core.rung.tier == .town ? counter.city.places.town(of: order.core.place) : nil
    let seat: String
    switch desk {
    case "dispatch": seat = town.map { "town-\($0)-dispatch" } ?? "city-dispatch-1"
    case "chief": seat = town.map { "town-\($0)-chief" } ?? "city-chief"
    case "inspect": seat = town.map { "town-\($0)-inspect" } ?? "city-inspect"
    default: seat = "city-followup"
    }
    counter.clock.advance(minutes: 1)
    commands += 1
    _ = try counter.operations.perform(
      command, on: number, by: try counter.authority(SeatCode(seat)), id: "day:\(commands)")
  }
}

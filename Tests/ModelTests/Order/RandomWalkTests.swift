import Model
import Testing

/// Commands at random, from every seat and on many orders, against a slow account of what must hold.
@Suite struct RandomWalkTests {
  @Test(arguments: [UInt64(1), 20_200_616]) func `20000 random commands keep every order sound`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var walkers: [Walker] = []
    for sequence in 1...60 { walkers.append(try Walker(sequence: sequence, using: &generator)) }
    var carriedOut: [OrderCommand.Kind: Int] = [:]
    var refused: [Refusal.Code: Int] = [:]
    for _ in 1...20_000 {
      let index = Int.random(in: 0..<walkers.count, using: &generator)
      let command = RandomCommand.any(on: walkers[index].course, using: &generator)
      // Who has it in hand acts more often than all others.
      let holder = Duty.all.first { $0.seat == walkers[index].course.order.claim?.seat }
      let authority = generator.pick(generator.once(in: 2) ? Duty.all : [], or: holder ?? Duty.chief)
      let moment = walkers[index].course.now.adding(milliseconds: Int64.random(in: 0...1_200_000, using: &generator))
      do throws(Refusal) {
        try walkers[index].give(command, by: authority, at: moment)
        carriedOut[command.kind, default: 0] += 1
      } catch {
        refused[error.code, default: 0] += 1
      }
    }
    for walker in walkers { walker.checkHistory() }
    // The walk has been everywhere, or it would prove little.
    #expect(Set(carriedOut.keys) == Set(OrderCommand.Kind.allCases).subtracting([.receive]))
    #expect(carriedOut.values.allSatisfy { $0 >= 25 }, "\(carriedOut)")
    #expect(refused.count >= 14, "\(refused)")
  }
}

/// An order on its walk, with an account of its own of claims, acts and deadlines.
private struct Walker {
  private(set) var course: OrderCourse
  private let arrivedAt: Instant
  private var claim: (seat: SeatCode, until: Instant)?
  private var beforeLastAct: WorkOrder.Core?
  private var filed: (category: CategoryCode?, urgency: Urgency)?
  private var filedBeforeLastAct: (category: CategoryCode?, urgency: Urgency)?

  init(sequence: Int, using generator: inout SeededGenerator) throws {
    let report = TestCity.report { report in
      report.sourceID = "W-\(sequence)"
      report.place = generator.pick(["G111", "V12", "G211", "T2", "CITY"], or: "CITY")
      report.category = generator.pick(["LAMP", "PIT", "FLOOD", nil], or: nil)
      report.urgency = generator.pick(Urgency.allCases, or: .normal)
      if generator.once(in: 3) {
        report.upstream = Upstream(
          number: "U-1", level: "省", deadline: TestCity.at(Int.random(in: 10...80, using: &generator)))
      }
      if generator.once(in: 10) {
        report.origin = OriginState(
          unit: generator.once(in: 2) ? "D-ROAD" : nil, closedAt: TestCity.at(8))
      }
    }
    course = try OrderCourse(report, number: OrderNumber(day: 20_200_616, sequence: sequence))
    arrivedAt = course.order.arrivedAt
    if course.order.stage.isOpen { filed = (report.category, report.urgency) }
    checkInvariants()
  }

  mutating func give(_ command: OrderCommand, by authority: Authority, at moment: Instant) throws(Refusal) {
    let before = course
    let holder = claim.flatMap { $0.until > moment ? $0.seat : nil }
    do {
      try course.run(command, by: authority, at: moment)
    } catch let refusal as Refusal {
      #expect(course.order == before.order)
      throw refusal
    } catch {
      Issue.record(error)
    }
    account(for: command, by: authority, at: moment, holder: holder, before: before.order.core)
    checkInvariants()
  }

  private mutating func account(
    for command: OrderCommand, by authority: Authority, at moment: Instant, holder: SeatCode?,
    before: WorkOrder.Core
  ) {
    if command.kind != .amend {
      let town = TestCity.tables.places.town(of: before.place)
      #expect(authority.role != .observer)
      #expect(authority.tier == .city || authority.place == town)
    }
    switch command {
    case .claim:
      #expect(holder == nil)
      claim = (authority.seat, moment.adding(minutes: 10))
    case .takeOver:
      #expect(holder != nil && holder != authority.seat)
      claim = (authority.seat, moment.adding(minutes: 10))
    case .release:
      #expect(holder == authority.seat)
      claim = nil
    case .file, .decline, .dispatch, .redispatch, .inspect, .close, .reopen:
      #expect(holder == nil || holder == authority.seat)
      beforeLastAct = before
      filedBeforeLastAct = filed
      if case .file = command { filed = (course.order.core.category, course.order.core.urgency) }
      if case .dispatch = command, before.stage == .received {
        filed = (course.order.core.category, course.order.core.urgency)
      }
      if course.order.stage == .closed || course.order.stage == .dispatched { claim = nil }
    case .undo:
      #expect(holder == nil || holder == authority.seat)
      #expect(course.order.core == beforeLastAct)
      filed = filedBeforeLastAct
      beforeLastAct = nil
      if course.order.stage == .closed { claim = nil }
    case .sign, .feedBack: beforeLastAct = nil
    case .receive, .amend, .note: #expect(course.order.core == before)
    }
    let active = course.order.activeClaim(at: moment)
    let expected = claim.flatMap { $0.until > moment ? $0 : nil }
    #expect(active?.seat == expected?.seat)
    #expect(active?.until == expected?.until)
  }

  private func checkInvariants() {
    let order = course.order
    #expect(order.version == course.events.count)
    #expect(order.arrivedAt == arrivedAt)
    #expect(order.stage.isOpen == (order.core.stageDue != nil))
    #expect(order.stage.isOpen == (order.core.outcome == nil))
    #expect(order.stage.isOpen || order.claim == nil)
    #expect(order.core.enteredAt <= course.now)
    #expect(order.reports.count == 1)
    switch order.stage {
    case .received, .filed: #expect(order.core.unit == nil)
    case .dispatched, .handling, .fedBack, .inspected: #expect(order.core.unit != nil)
    case .closed: break
    }
    #expect(order.overallDue == expectedOverall)
  }

  /// The limit from arrival of what the order was last filed as, or the deadline from above where that is earlier.
  private var expectedOverall: Instant? {
    guard let filed else { return nil }
    guard
      let limit = TestCity.tables.limit(.overall, category: filed.category, urgency: filed.urgency)
    else { return nil }
    let own = TestCity.calendar.due(from: arrivedAt, limit: limit)
    return course.order.reports.first?.upstream?.deadline.map { min($0, own) } ?? own
  }

  func checkHistory() {
    #expect(WorkOrder(number: course.order.number, events: course.events) == course.order)
  }
}

/// Commands with arguments of which a part is wrong.
private enum RandomCommand {
  static func any(on course: OrderCourse, using generator: inout SeededGenerator) -> OrderCommand {
    let allowed = StageTable.commands(in: course.order.stage)
    let kinds = generator.once(in: 5) ? OrderCommand.Kind.allCases : allowed
    let word = generator.pick(["已处理", "未修好", "已处理", " "], or: "")
    switch generator.pick(kinds, or: .note) {
    case .receive: return .receive(TestCity.report())
    case .amend: return .amend(changed(course, word, using: &generator))
    case .file:
      return .file(
        Filing(
          category: category(using: &generator), urgency: generator.pick([nil, .normal, .critical], or: nil),
          place: generator.pick([nil, "V11", "G211", "X-1"], or: nil)))
    case .decline: return .decline(Declining(ground: word))
    case .claim: return .claim
    case .takeOver: return .takeOver
    case .release: return .release
    case .dispatch: return .dispatch(dispatching(using: &generator))
    case .redispatch: return .redispatch(dispatching(using: &generator))
    case .sign: return .sign(call: call(course, using: &generator))
    case .feedBack:
      return .feedBack(
        Feedback(
          text: word, attachments: generator.once(in: 2) ? [OrderCourse.photo] : [],
          call: call(course, using: &generator)))
    case .inspect: return .inspect(Inspecting(passed: !generator.once(in: 3), text: word))
    case .close: return .close(Closing(outcome: generator.pick(Outcome.allCases, or: .solved), text: word))
    case .reopen: return .reopen(reason: word)
    case .note: return .note(word)
    case .undo: return .undo
    }
  }

  private static func changed(
    _ course: OrderCourse, _ text: String, using generator: inout SeededGenerator
  ) -> Report {
    var report = course.order.reports[0]
    report.text = text
    if generator.once(in: 4) { report.sourceID = "W-0" }
    return report
  }

  private static func category(using generator: inout SeededGenerator) -> CategoryCode? {
    generator.pick([nil, nil, "LAMP", "PIT", "FLOOD", "LOOSE", "X-1"], or: nil)
  }

  private static func dispatching(using generator: inout SeededGenerator) -> Dispatching {
    Dispatching(
      unit: generator.pick(["D-ROAD", "D-WATER", "GT111", "X-1"], or: "D-ROAD"),
      coUnits: generator.pick([[], ["TC1"], ["TC1", "D-ROAD"]], or: []), category: category(using: &generator))
  }

  private static func call(_ course: OrderCourse, using generator: inout SeededGenerator) -> PhoneCall? {
    guard generator.once(in: 3) else { return nil }
    return PhoneCall(
      name: generator.pick(["丙某", ""], or: ""), number: "11900001234",
      at: course.now.adding(minutes: Int.random(in: -3...3, using: &generator)))
  }
}

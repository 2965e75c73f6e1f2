import Model
import SeededRandom
import Testing

/// Commands at random, from every seat and on many orders, against a slow account of what must hold.
@Suite struct RandomWalkTests {
  @Test(arguments: [UInt64(1), 20_200_616]) func `40000 random commands keep every order sound`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var walkers: [Walker] = []
    for sequence in 1...60 { walkers.append(try Walker(sequence: sequence, using: &generator)) }
    var carriedOut: [OrderCommand.Kind: Int] = [:]
    var refused: [Refusal.Code: Int] = [:]
    for _ in 1...40_000 {
      let index = Int.random(in: 0..<walkers.count, using: &generator)
      let command = RandomCommand.any(on: walkers[index].course, using: &generator)
      // Who has it in hand acts more often than all others.
      let holder = Duty.all.first { $0.seat == walkers[index].course.order.claim?.seat }
      let authority = generator.pick(generator.once(in: 2) ? Duty.all : [], or: holder ?? Duty.chief)
      let moment = walkers[index].course.now.adding(milliseconds: Int64.random(in: 0...400_000, using: &generator))
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
    #expect(refused.count >= 30, "\(refused)")
  }
}

/// An order on its walk, with an account of its own of claims, acts and deadlines.
private struct Walker {
  private(set) var course: OrderCourse
  private let arrivedAt: Instant
  private var claim: (seat: SeatCode, until: Instant)?
  private var beforeLastAct: WorkOrder.Core?

  init(sequence: Int, using generator: inout SeededGenerator) throws {
    let report = TestCity.report { report in
      report.sourceID = "W-\(sequence)"
      report.place = generator.pick(["G111", "V12", "G211", "T2", "CITY"], or: "CITY")
      report.category = generator.pick(["LAMP", "PIT", "FLOOD", nil], or: nil)
      report.urgency = generator.pick(Urgency.allCases, or: .normal)
      report.source = generator.pick([.grid, .hotline, .enforcement, .police], or: .grid)
      if report.source == .enforcement {
        report.detail = .enforcement(EnforcementCase(number: "E-1", brigade: "E1", party: "某店", step: .patrol))
      }
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
    if command.kind != .amend, command.kind != .attach, authority.unit == nil {
      let town = TestCity.tables.places.town(of: before.place)
      #expect(authority.role != .observer)
      #expect(authority.tier == .city || authority.place == town)
    }
    if let unit = authority.unit, command.kind != .amend, command.kind != .attach {
      #expect(before.unit == unit || before.coUnits.contains(unit))
    }
    let after = course.order
    if StageTable.needingHands.contains(command.kind) { #expect(holder == nil || holder == authority.seat) }
    if StageTable.commanding.contains(command.kind) { #expect(authority.tier >= before.rung.tier) }
    if !Self.movesOverall.contains(command.kind) { #expect(after.core.overallDue == before.overallDue) }
    switch command {
    case .claim:
      #expect(holder == nil)
      claim = (authority.seat, moment.adding(minutes: 10))
    case .takeOver:
      #expect(holder != nil && holder != authority.seat)
      claim = (authority.seat, moment.adding(minutes: 10))
    case .release: claim = nil
    case .file, .decline, .settle, .dispatch, .redispatch, .inspect, .close, .reopen, .delegate, .escalate:
      beforeLastAct = after.undo == nil ? nil : before
      if [.decline, .dispatch, .redispatch, .close, .escalate, .delegate].contains(command.kind) { claim = nil }
    case .undo:
      #expect(after.core == beforeLastAct)
      beforeLastAct = nil
    case .sign, .feedBack, .requestReturn, .requestSuspension, .requestExtension, .followUp, .merge, .split, .join:
      beforeLastAct = nil
    case .approve, .part, .resume, .deny, .withdraw: break
    default: #expect(after.core == before)
    }
    if after.core.stage == .closed { claim = nil }
    if case .inspect = command { #expect(course.handlerBefore != authority.officer) }
    let active = course.order.activeClaim(at: moment)
    let expected = claim.flatMap { $0.until > moment ? $0 : nil }
    #expect(active?.seat == expected?.seat)
    #expect(active?.until == expected?.until)
  }

  /// The commands that may move the overall deadline: all others leave it where it is.
  private static let movesOverall: Set<OrderCommand.Kind> = [
    .file, .dispatch, .undo, .approve, .resume, .merge, .split, .part,
  ]

  private func checkInvariants() {
    let order = course.order
    #expect(order.version == course.events.count)
    #expect(order.arrivedAt == arrivedAt)
    #expect(order.core.stage.isOpen == (order.core.stageDue != nil))
    #expect(order.core.stage.isDone == (order.core.outcome != nil))
    #expect(order.stage.isOpen || order.claim == nil)
    #expect(order.core.enteredAt <= course.now)
    #expect(!order.reports.isEmpty)
    #expect((order.standing.request != nil) == (order.stage == .awaitingApproval))
    switch order.core.stage {
    case .received, .filed: #expect(order.core.unit == nil)
    case .dispatched, .handling: #expect(order.core.unit != nil)
    // What was settled without a unit is looked at, too.
    case .fedBack, .inspected, .awaitingApproval, .followUp, .closed: break
    }
    let limits = TestCity.policy
    #expect(order.care.callerReworks <= limits.callerReworks)
    #expect(order.care.calls <= limits.followUpCalls)
    #expect(order.standing.extensions <= 1)
    if let deadline = order.reports.first?.upstream?.deadline, let due = order.overallDue { #expect(due <= deadline) }
  }

  func checkHistory() {
    #expect(WorkOrder(number: course.order.number, events: course.events) == course.order)
  }
}

/// Commands with arguments of which a part is wrong.
private enum RandomCommand {
  static func any(on course: OrderCourse, using generator: inout SeededGenerator) -> OrderCommand {
    let allowed = StageTable.commands(in: course.order.stage)
    // Calls to those who reported are few among all that may be done then.
    let calls: [OrderCommand.Kind] = course.order.stage == .followUp ? [.followUp, .answer] : allowed
    let kinds = generator.once(in: 5) ? OrderCommand.Kind.allCases : generator.once(in: 2) ? calls : allowed
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
    case let kind: return chain(kind, on: course, word, using: &generator)
    }
  }

  private static func chain(
    _ kind: OrderCommand.Kind, on course: OrderCourse, _ word: String, using generator: inout SeededGenerator
  ) -> OrderCommand {
    let order = course.order
    let other = OrderNumber(day: 20_200_617, sequence: Int.random(in: 1...3, using: &generator))
    let later = course.now.adding(minutes: Int.random(in: -60...6_000, using: &generator))
    let asking = Asking(reason: word, call: call(course, using: &generator))
    switch kind {
    case .attach: return .attach(TestCity.report { $0.sourceID = "A-\(order.version)" })
    case .verify: return .verify(Verifying(found: generator.once(in: 2), text: word))
    case .settle: return .settle(Settling(text: word))
    case .contact: return .contact(text: word, call: nil)
    case .step:
      let step = generator.pick(EnforcementCase.Step.allCases, or: .patrol)
      return .step(Stepping(step: step.rawValue))
    case .assist: return .assist(Assisting(unit: generator.pick(["TC1", "GT111", "D-ROAD"], or: "TC1"), text: word))
    case .requestReturn: return .requestReturn(asking)
    case .requestSuspension:
      let ground = generator.pick(["WEATHER", "APPRAISAL", "X"], or: "X")
      return .requestSuspension(SuspensionAsking(ground: ground, until: later, reason: word))
    case .requestExtension:
      let limit = Limit(amount: Int.random(in: 0...400, using: &generator), clock: .workingMinutes)
      return .requestExtension(ExtensionAsking(limit: limit, reason: word))
    case .approve: return .approve(Approving(blame: generator.pick([nil, .unit, .dispatcher], or: nil), text: word))
    case .deny: return .deny(reason: word)
    case .withdraw: return .withdraw
    case .resume: return .resume(reason: word)
    case .escalate: return .escalate(reason: word)
    case .delegate: return .delegate(reason: word)
    case .answer:
      let first = order.reports.last.map { ReportReference($0) } ?? ReportReference(source: .other, sourceID: "")
      return .answer(Answering(report: first, text: word))
    case .followUp:
      return .followUp(
        FollowingUp(
          reached: generator.once(in: 2), solved: generator.once(in: 2), satisfied: generator.once(in: 2), text: word))
    case .answerBack: return .answerBack(AnsweringBack(state: .sent, text: word))
    case .urge: return .urge(text: word)
    case .supervise: return .supervise(Supervising(level: Int.random(in: 0...4, using: &generator), text: word))
    case .instruct: return .instruct(Instructing(issuer: "顾某", text: word, due: later))
    case .strikeOff: return .strikeOff(StrikingOff(instruction: Int.random(in: 1...3, using: &generator), text: word))
    case .exclude: return .exclude(Excluding(rate: generator.pick(["", "response"], or: ""), reason: word))
    case .merge:
      let report = TestCity.report { $0.sourceID = "M-\(order.version)" }
      return .merge(
        Merging(
          other: other, reports: [report], urgency: .normal, callers: Int.random(in: 2...8, using: &generator)))
    case .join: return .join(into: other)
    case .split: return .split(off: order.ties.parts.first?.other ?? other, reason: word)
    case .part: return .part(from: order.ties.into ?? other)
    case .distinguish: return .distinguish(from: other)
    case .branch: return .branch(Branching(title: word, text: word))
    default: return .unmask(reason: word)
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

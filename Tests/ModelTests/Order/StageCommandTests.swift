import Model
import Testing

/// Which command is allowed in which stage, and where it leads, written out by hand beside the table of the code.
@Suite struct StageCommandTests {
  /// A row: the stages in which the command is allowed, each with the stage that follows it.
  static let expected: [OrderCommand.Kind: [Stage: Stage]] = [
    .receive: [:],
    .amend: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .attach: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .verify: [.received: .received],
    .file: [.received: .filed],
    .decline: [.received: .closed, .filed: .closed],
    .settle: [.received: .closed, .filed: .closed],
    .claim: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp,
    ],
    .takeOver: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp,
    ],
    .release: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp,
    ],
    .dispatch: [.received: .dispatched, .filed: .dispatched],
    .redispatch: [.dispatched: .dispatched, .handling: .dispatched],
    .sign: [.dispatched: .handling, .awaitingApproval: .handling],
    .contact: [.dispatched: .dispatched, .handling: .handling, .awaitingApproval: .awaitingApproval],
    .step: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval,
    ],
    .assist: [
      .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack, .awaitingApproval: .awaitingApproval,
    ],
    .feedBack: [.handling: .fedBack, .awaitingApproval: .fedBack],
    .requestReturn: [.dispatched: .awaitingApproval, .handling: .awaitingApproval],
    .requestSuspension: [
      .received: .awaitingApproval, .filed: .awaitingApproval, .dispatched: .awaitingApproval,
      .handling: .awaitingApproval,
    ],
    .requestExtension: [.handling: .awaitingApproval],
    .approve: [.awaitingApproval: .filed],
    .deny: [.awaitingApproval: .handling],
    .withdraw: [.awaitingApproval: .handling],
    .resume: [.received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling],
    .escalate: [.received: .received, .filed: .filed, .dispatched: .filed, .handling: .filed],
    .delegate: [.received: .received, .filed: .filed],
    .inspect: [.fedBack: .inspected],
    .close: [.inspected: .closed],
    .answer: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .followUp: [.followUp: .closed],
    .answerBack: [.inspected: .inspected, .followUp: .followUp, .closed: .closed],
    .reopen: [.followUp: .handling, .closed: .handling],
    .urge: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval,
    ],
    .supervise: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval,
    ],
    .instruct: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp,
    ],
    .strikeOff: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .exclude: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .merge: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected,
    ],
    .join: [.received: .closed, .filed: .closed, .dispatched: .closed],
    .split: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .part: [.closed: .received],
    .distinguish: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .branch: [.filed: .filed, .dispatched: .dispatched, .handling: .handling],
    .unmask: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    .note: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .awaitingApproval: .awaitingApproval, .followUp: .followUp, .closed: .closed,
    ],
    // Received after a reopening, filed, dispatched, handling after a failed inspection, looked at after settling, inspected,
    // to be called after closing, closed.
    .undo: [
      .received: .closed, .filed: .received, .dispatched: .filed, .handling: .fedBack, .fedBack: .received,
      .inspected: .fedBack, .followUp: .inspected, .closed: .inspected,
    ],
  ]

  @Test(arguments: Stage.allCases, OrderCommand.Kind.allCases)
  func `every stage allows the commands of the table, each leading on, and refuses all others`(
    stage: Stage, kind: OrderCommand.Kind
  ) throws {
    var course = try ready(in: stage, for: kind)
    try #require(course.order.stage == stage)
    let version = course.order.version
    let authority = [.takeOver, .approve, .deny, .withdraw].contains(kind) ? Duty.chief : Duty.dispatcher
    if let next = Self.expected[kind]?[stage] {
      try course.run(command(kind, in: stage), by: authority)
      #expect(course.order.stage == next)
      #expect(course.order.version > version)
      #expect(StageTable.allows(kind, in: stage))
      #expect(StageTable.commands(in: stage).contains(kind))
    } else {
      let refusal = course.refusal(of: command(kind, in: stage), by: authority)
      #expect(refusal?.code == .stage)
      #expect(refusal?.stage == stage)
      #expect(refusal?.command == kind)
      #expect(!StageTable.allows(kind, in: stage))
      #expect(!StageTable.commands(in: stage).contains(kind))
    }
  }

  @Test(arguments: OrderCommand.Kind.allCases)
  func `without an order only a report that comes in is taken`(kind: OrderCommand.Kind) {
    do throws(Refusal) {
      let events = try OrderRules.decide(
        command(kind), on: nil, by: Duty.chief, at: TestCity.at(9, 5), in: TestCity.tables)
      #expect(kind == .receive)
      #expect(events.count == 1)
    } catch {
      #expect(kind != .receive)
      #expect(error.code == .stage)
      #expect(error.stage == nil)
    }
  }

  @Test func `every command kind has one row and names its own command`() {
    #expect(StageTable.rows.map(\.command) == OrderCommand.Kind.allCases)
    for kind in OrderCommand.Kind.allCases { #expect(command(kind).kind == kind) }
  }

  @Test func `an open stage waits against a limit and a closed one against none`() {
    #expect(
      Stage.allCases.map(\.limitedBy) == [.file, .dispatch, .sign, .handle, .inspect, .close, nil, .followUp, nil])
    #expect(Stage.allCases.filter { !$0.isOpen } == [.closed])
  }

  /// An order in a stage, with what the command needs besides it: a claim to give back, an act to take back.
  private func ready(in stage: Stage, for kind: OrderCommand.Kind) throws -> OrderCourse {
    let hotline = TestCity.report {
      $0.source = .hotline
      $0.upstream = Upstream(number: "U-1", level: "省")
    }
    let referred = TestCity.report { $0.upstream = hotline.upstream }
    let base = stage == .followUp ? hotline : kind == .answerBack ? referred : Self.enforced(kind)
    switch (kind, stage) {
    case (.release, let open) where open.isOpen: return try .reaching(open, base).after((.claim, Duty.dispatcher))
    case (.takeOver, let open) where open.isOpen: return try .reaching(open, base).after((.claim, Duty.dispatcher))
    case (.undo, .received):
      return try OrderCourse().after(
        (.decline(Declining(ground: "不属本市")), Duty.dispatcher), (.reopen(reason: "复核"), Duty.dispatcher))
    case (.undo, .filed): return try OrderCourse().after((.file(Filing()), Duty.dispatcher))
    case (.undo, .handling):
      return try .reaching(.fedBack).after((.inspect(Inspecting(passed: false, text: "未修好")), Duty.dispatcher))
    case (.undo, .fedBack):
      return try OrderCourse(hotline).after((.settle(Settling(text: "已答复")), Duty.dispatcher))
    case (.undo, .inspected):
      return try .reaching(.fedBack).after((.inspect(Inspecting(passed: true)), Duty.dispatcher))
    case (.resume, _) where StageTable.allows(.resume, in: stage):
      let weather = SuspensionAsking(ground: "WEATHER", until: TestCity.at(22), reason: "大雨")
      return try .reaching(stage).after((.requestSuspension(weather), Duty.unit), (.approve(Approving()), Duty.chief))
    case (.delegate, _) where StageTable.allows(.delegate, in: stage):
      return try .reaching(stage).after((.escalate(reason: "难"), Duty.dispatcher))
    case (.strikeOff, let open) where open.isOpen:
      return try .reaching(open, base).after(
        (.instruct(Instructing(issuer: "顾某", text: "快", due: TestCity.at(23))), Duty.leader))
    case (.strikeOff, .closed):
      return try OrderCourse().after(
        (.instruct(Instructing(issuer: "顾某", text: "快", due: TestCity.at(23))), Duty.leader),
        (.decline(Declining(ground: "不属本市")), Duty.dispatcher))
    case (.split, let open):
      return try merged(reaching: open, base)
    case (.part, .closed): return try OrderCourse().after((.join(into: Self.other), Duty.dispatcher))
    case (.sign, .awaitingApproval):
      return try .reaching(.dispatched).after((.requestReturn(Asking(reason: "不归我")), Duty.unit))
    case (.approve, .awaitingApproval), (.feedBack, .awaitingApproval): return try .reaching(.awaitingApproval)
    case (.followUp, .followUp):
      let owed = ReportReference(hotline)
      return try .reaching(.followUp, hotline).after((.answer(Answering(report: owed, text: "已办")), Duty.followUp))
    default: return try .reaching(stage, base)
    }
  }

  /// An order that another one was merged into on its way to a stage.
  private func merged(reaching stage: Stage, _ report: Report) throws -> OrderCourse {
    let merging = Merging(other: Self.other, reports: [Self.second], urgency: .normal, callers: 2)
    guard stage.isDone || stage == .awaitingApproval else {
      return try OrderCourse.reaching(stage, report).after((.merge(merging), Duty.dispatcher))
    }
    var course = try OrderCourse(report).after((.merge(merging), Duty.dispatcher))
    let way: [(OrderCommand, Authority)] = [
      (.dispatch(Dispatching(unit: "D-ROAD")), Duty.dispatcher), (.sign(call: nil), Duty.unit),
      stage == .awaitingApproval
        ? (.requestReturn(Asking(reason: "不归我")), Duty.unit) : (.feedBack(Feedback(text: "已修复")), Duty.unit),
      (.inspect(Inspecting(passed: true)), Duty.inspector), (.close(Closing()), Duty.dispatcher),
    ]
    for (command, authority) in way where course.order.stage != stage { try course.run(command, by: authority) }
    return course
  }

  private static let other = OrderNumber(day: 20_200_616, sequence: 2)
  private static let second = TestCity.report { $0.sourceID = "W-2" }

  private static func enforced(_ kind: OrderCommand.Kind) -> Report {
    guard kind == .step else { return TestCity.report() }
    return TestCity.report {
      $0.source = .enforcement
      $0.detail = .enforcement(EnforcementCase(number: "E-1", brigade: "E1", party: "某店", step: .patrol))
    }
  }

  /// A command with an argument that nothing but the stage can speak against.
  private func command(_ kind: OrderCommand.Kind, in stage: Stage? = nil) -> OrderCommand {
    let asking = Asking(reason: "不归我")
    switch kind {
    case .receive: return .receive(TestCity.report())
    case .amend:
      return .amend(
        stage == .followUp
          ? TestCity.report {
            $0.source = .hotline
            $0.text = "三盏"
          } : TestCity.report { $0.text = "三盏路灯不亮" })
    case .attach: return .attach(TestCity.report { $0.sourceID = "W-7" })
    case .verify: return .verify(Verifying(found: true, text: "属实"))
    case .file: return .file(Filing())
    case .decline: return .decline(Declining(ground: "不属本市"))
    case .settle: return .settle(Settling(text: "当场处理"))
    case .claim: return .claim
    case .takeOver: return .takeOver
    case .release: return .release
    case .dispatch: return .dispatch(Dispatching(unit: "D-ROAD"))
    case .redispatch: return .redispatch(Dispatching(unit: "D-WATER"))
    case .sign: return .sign(call: nil)
    case .contact: return .contact(text: "已联系", call: nil)
    case .step: return .step(Stepping(step: "filing"))
    case .assist: return .assist(Assisting(unit: "GT111", text: "已配合"))
    case .feedBack: return .feedBack(Feedback(text: "已修复"))
    case .requestReturn: return .requestReturn(asking)
    case .requestSuspension:
      return .requestSuspension(SuspensionAsking(ground: "WEATHER", until: TestCity.at(23), reason: "大雨"))
    case .requestExtension:
      return .requestExtension(
        ExtensionAsking(limit: Limit(amount: 10, clock: .workingMinutes), reason: "缺件"))
    case .approve: return .approve(Approving(blame: .unit))
    case .deny: return .deny(reason: "理由不足")
    case .withdraw: return .withdraw
    case .resume: return .resume(reason: "雨停")
    case .escalate: return .escalate(reason: "难")
    case .delegate: return .delegate(reason: "近")
    case .inspect: return .inspect(Inspecting(passed: true))
    case .close: return .close(Closing())
    case .answer:
      return .answer(
        Answering(report: ReportReference(source: stage == .followUp ? .hotline : .grid, sourceID: "W-1"), text: "已办"))
    case .followUp: return .followUp(FollowingUp(reached: true, solved: true, satisfied: true))
    case .answerBack: return .answerBack(AnsweringBack(state: .sent, text: "已办"))
    case .reopen: return .reopen(reason: "又坏了")
    case .urge: return .urge(text: "请快")
    case .supervise: return .supervise(Supervising(level: 1, text: "请快"))
    case .instruct: return .instruct(Instructing(issuer: "顾某", text: "请快", due: TestCity.at(23)))
    case .strikeOff: return .strikeOff(StrikingOff(instruction: 1, text: "已落实"))
    case .exclude: return .exclude(Excluding(rate: "", reason: "重复登记"))
    case .merge: return .merge(Merging(other: Self.other, reports: [Self.second], urgency: .normal, callers: 2))
    case .join: return .join(into: Self.other)
    case .split: return .split(off: Self.other, reason: "不同处")
    case .part: return .part(from: Self.other)
    case .distinguish: return .distinguish(from: OrderNumber(day: 20_200_616, sequence: 3))
    case .branch: return .branch(Branching(title: "一件", text: "请办"))
    case .unmask: return .unmask(reason: "核对")
    case .note: return .note("已电话告知")
    case .undo: return .undo
    }
  }
}

import Model
import Testing

/// Which command is allowed in which stage, and where it leads, written out by hand beside the table of the code.
@Suite struct StageCommandTests {
  /// A row: the stages in which the command is allowed, each with the stage that follows it.
  static let expected: [OrderCommand.Kind: [Stage: Stage]] = [
    .receive: [:],
    .amend: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .closed: .closed,
    ],
    .file: [.received: .filed],
    .decline: [.received: .closed, .filed: .closed],
    .claim: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected,
    ],
    .takeOver: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected,
    ],
    .release: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected,
    ],
    .dispatch: [.received: .dispatched, .filed: .dispatched],
    .redispatch: [.dispatched: .dispatched, .handling: .dispatched],
    .sign: [.dispatched: .handling],
    .feedBack: [.handling: .fedBack],
    .inspect: [.fedBack: .inspected],
    .close: [.inspected: .closed],
    .reopen: [.closed: .handling],
    .note: [
      .received: .received, .filed: .filed, .dispatched: .dispatched, .handling: .handling, .fedBack: .fedBack,
      .inspected: .inspected, .closed: .closed,
    ],
    // Received after a reopening, filed, dispatched, handling after a failed inspection, inspected, closed.
    .undo: [
      .received: .closed, .filed: .received, .dispatched: .filed, .handling: .fedBack, .inspected: .fedBack,
      .closed: .inspected,
    ],
  ]

  @Test(arguments: Stage.allCases, OrderCommand.Kind.allCases)
  func `every stage allows the commands of the table, each leading on, and refuses all others`(
    stage: Stage, kind: OrderCommand.Kind
  ) throws {
    var course = try ready(in: stage, for: kind)
    try #require(course.order.stage == stage)
    let version = course.order.version
    let authority = kind == .takeOver ? Duty.chief : Duty.dispatcher
    if let next = Self.expected[kind]?[stage] {
      try course.run(command(kind), by: authority)
      #expect(course.order.stage == next)
      #expect(course.order.version > version)
      #expect(StageTable.allows(kind, in: stage))
      #expect(StageTable.commands(in: stage).contains(kind))
    } else {
      let refusal = course.refusal(of: command(kind), by: authority)
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
      Stage.allCases.map(\.limitedBy) == [.file, .dispatch, .sign, .handle, .inspect, .close, nil])
    #expect(Stage.allCases.filter { !$0.isOpen } == [.closed])
  }

  /// An order in a stage, with what the command needs besides it: a claim to give back, an act to take back.
  private func ready(in stage: Stage, for kind: OrderCommand.Kind) throws -> OrderCourse {
    switch (kind, stage) {
    case (.release, let open) where open.isOpen:
      try OrderCourse.reaching(open).after((.claim, Duty.dispatcher))
    case (.takeOver, let open) where open.isOpen:
      try OrderCourse.reaching(open).after((.claim, Duty.dispatcher))
    case (.undo, .received):
      try OrderCourse().after(
        (.decline(Declining(ground: "不属本市")), Duty.dispatcher), (.reopen(reason: "复核"), Duty.dispatcher))
    case (.undo, .filed):
      try OrderCourse().after((.file(Filing()), Duty.dispatcher))
    case (.undo, .handling):
      try OrderCourse.reaching(.fedBack).after(
        (.inspect(Inspecting(passed: false, text: "未修好")), Duty.dispatcher))
    case (.undo, .inspected):
      try OrderCourse.reaching(.fedBack).after((.inspect(Inspecting(passed: true)), Duty.dispatcher))
    default:
      try OrderCourse.reaching(stage)
    }
  }

  /// A command with an argument that nothing but the stage can speak against.
  private func command(_ kind: OrderCommand.Kind) -> OrderCommand {
    switch kind {
    case .receive: .receive(TestCity.report())
    case .amend: .amend(TestCity.report { $0.text = "三盏路灯不亮" })
    case .file: .file(Filing())
    case .decline: .decline(Declining(ground: "不属本市"))
    case .claim: .claim
    case .takeOver: .takeOver
    case .release: .release
    case .dispatch: .dispatch(Dispatching(unit: "D-ROAD"))
    case .redispatch: .redispatch(Dispatching(unit: "D-WATER"))
    case .sign: .sign(call: nil)
    case .feedBack: .feedBack(Feedback(text: "已修复"))
    case .inspect: .inspect(Inspecting(passed: true))
    case .close: .close(Closing())
    case .reopen: .reopen(reason: "又坏了")
    case .note: .note("已电话告知")
    case .undo: .undo
    }
  }
}

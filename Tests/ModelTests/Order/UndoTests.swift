import Model
import Testing

@Suite struct UndoTests {
  /// The acts that can be taken back, each with the order before it.
  private static let acts: [(Stage, OrderCommand)] = [
    (.received, .file(Filing(category: "FLOOD", urgency: .critical, place: "V21"))),
    (.received, .decline(Declining(ground: "不属本市"))),
    (.received, .dispatch(Dispatching(unit: "D-WATER", coUnits: ["TC1"], category: "FLOOD"))),
    (.filed, .decline(Declining(outcome: .duplicate, ground: "与另一单重复"))),
    (.filed, .dispatch(Dispatching(unit: "D-WATER", category: "FLOOD"))),
    (.dispatched, .redispatch(Dispatching(unit: "D-WATER", coUnits: ["TC1"]))),
    (.handling, .redispatch(Dispatching(unit: "D-WATER", category: "FLOOD"))),
    (.fedBack, .inspect(Inspecting(passed: true))),
    (.fedBack, .inspect(Inspecting(passed: false, text: "未修好"))),
    (.inspected, .close(Closing(outcome: .explained))),
    (.closed, .reopen(reason: "又坏了")),
  ]

  @Test(arguments: acts)
  func `an act that is taken back leaves the order as it was, deadlines and all, and is on record`(
    stage: Stage, command: OrderCommand
  ) throws {
    let before = try OrderCourse.reaching(stage)
    let undone = try before.after((command, Duty.dispatcher), (.note("看过"), Duty.intake), (.undo, Duty.dispatcher))
    #expect(undone.order.core == before.order.core)
    #expect(undone.order.overallDue == before.order.overallDue)
    #expect(undone.order.arrivedAt == before.order.arrivedAt)
    #expect(undone.order.reworks == before.order.reworks)
    #expect(undone.order.undo == nil)
    #expect(undone.order.version == undone.events.count)
    guard case .undone(let event) = undone.events.last?.event else {
      Issue.record("no taking back")
      return
    }
    #expect(event.act == command.kind)
    #expect(event.core == before.order.core)
  }

  @Test(arguments: acts)
  func `only who did it and a chief of the place may take it back, and only once`(
    stage: Stage, command: OrderCommand
  ) throws {
    let done = try OrderCourse.reaching(stage).after((command, Duty.dispatcher))
    let refusal = done.refusal(of: .undo, by: Duty.intake)
    #expect(refusal?.code == .undoByOther)
    #expect(refusal?.subject == "O-DISPATCH")
    #expect(done.refusal(of: .undo, by: Duty.dispatcher) == nil)
    #expect(done.refusal(of: .undo, by: Duty.leader) == nil)
    let undone = try done.after((.undo, Duty.chief))
    let again = try #require(undone.refusal(of: .undo, by: Duty.dispatcher))
    let codes: [Stage: Refusal.Code] = [.handling: .undoAfterSigning]
    #expect(again.code == codes[stage] ?? .nothingToUndo)
  }

  @Test func `a dispatch of a received order is taken back in one step, as it was made in one`() throws {
    let received = try OrderCourse()
    let sent = try received.after((.dispatch(Dispatching(unit: "D-ROAD")), Duty.dispatcher))
    #expect(sent.order.version == 3)
    #expect(sent.events.map(\.occurredAt) == [received.now, sent.now, sent.now])
    guard case .filed = sent.events[1].event, case .dispatched(let event) = sent.events[2].event else {
      Issue.record("not filed and dispatched")
      return
    }
    #expect(event.filing)
    let undone = try sent.after((.undo, Duty.dispatcher))
    #expect(undone.order.version == 4)
    #expect(undone.order.core == received.order.core)
  }

  @Test func `a filing and a later dispatch are two steps, even when the clock stands still between them`() throws {
    var course = try OrderCourse()
    let now = course.now
    try course.run(.file(Filing()), by: Duty.dispatcher, at: now)
    let filed = course.order.core
    try course.run(.dispatch(Dispatching(unit: "D-ROAD")), by: Duty.dispatcher, at: now)
    try course.run(.undo, by: Duty.dispatcher, at: now)
    #expect(course.order.core == filed)
  }

  @Test func `a filing that another officer dispatched stays when the dispatch is taken back`() throws {
    let filed = try OrderCourse.reaching(.filed)
    let undone = try filed.after((.dispatch(Dispatching(unit: "D-ROAD")), Duty.town1), (.undo, Duty.town1))
    #expect(undone.order.core == filed.order.core)
  }

  @Test func `once the unit has signed nothing is taken back`() throws {
    let sent = try OrderCourse().after((.dispatch(Dispatching(unit: "D-ROAD")), Duty.dispatcher))
    let signed = try sent.after((.sign(call: nil), Duty.unit))
    for authority in [Duty.dispatcher, Duty.chief] {
      #expect(signed.refusal(of: .undo, by: authority)?.code == .undoAfterSigning)
    }
    let answered = try signed.after((.feedBack(Feedback(text: "已修复")), Duty.unit))
    #expect(answered.refusal(of: .undo, by: Duty.chief)?.code == .nothingToUndo)
  }

  @Test func `a failed inspection counts as rework until it is taken back`() throws {
    let failing = OrderCommand.inspect(Inspecting(passed: false, text: "未修好"))
    let once = try OrderCourse.reaching(.fedBack).after((failing, Duty.inspector))
    #expect(once.order.reworks == 1)
    let twice = try once.after((.feedBack(Feedback(text: "再修")), Duty.unit), (failing, Duty.inspector))
    #expect(twice.order.reworks == 2)
    #expect(try twice.after((.undo, Duty.inspector)).order.reworks == 1)
    let moved = try twice.after(
      (.redispatch(Dispatching(unit: "D-WATER")), Duty.dispatcher), (.undo, Duty.dispatcher))
    #expect(moved.order.reworks == 2)
    #expect(moved.order.stage == .handling)
  }

  @Test func `a reopening is taken back from either stage it leads to`() throws {
    let declined = try OrderCourse().after((.decline(Declining(ground: "不属本市")), Duty.dispatcher))
    let reopened = try declined.after((.reopen(reason: "属本市"), Duty.dispatcher))
    #expect(reopened.order.stage == .received)
    #expect(reopened.order.core.outcome == nil)
    let again = try reopened.after((.undo, Duty.dispatcher))
    #expect(again.order.core == declined.order.core)
    let handled = try OrderCourse.reaching(.closed).after((.reopen(reason: "又坏了"), Duty.dispatcher))
    #expect(handled.order.stage == .handling)
    #expect(handled.order.core.handleDue == handled.order.core.stageDue)
  }

  @Test func `an undo waits for the seat that has the order in hand, and for its place`() throws {
    let claimed = try OrderCourse().after((.file(Filing()), Duty.dispatcher), (.claim, Duty.intake))
    #expect(claimed.refusal(of: .undo, by: Duty.dispatcher)?.code == .claimedByOther)
    #expect(claimed.refusal(of: .undo, by: Duty.chief)?.code == .claimedByOther)
    #expect(claimed.refusal(of: .undo, by: Duty.dispatcher, later: 10) == nil)
    #expect(claimed.refusal(of: .undo, by: Duty.town2)?.code == .outsideScope)
  }

  @Test func `what a source changed meanwhile stays changed`() throws {
    let course = try OrderCourse().after(
      (.file(Filing()), Duty.dispatcher), (.amend(TestCity.report { $0.text = "三盏不亮" }), Duty.intake),
      (.undo, Duty.dispatcher))
    #expect(course.order.reports.map(\.text) == ["三盏不亮"])
    #expect(course.order.amendments == 1)
  }

  @Test func `a helping unit that goes on helping after a change of unit has reported already`() throws {
    let changed = try OrderCourse().after(
      (.dispatch(Dispatching(unit: "D-ROAD", coUnits: ["TC1", "GT111"])), Duty.intake),
      (.assist(Assisting(unit: "TC1", text: "已配合")), Duty.unit),
      (.redispatch(Dispatching(unit: "D-WATER", coUnits: ["TC1", "GT111"])), Duty.intake))
    #expect(changed.order.standing.assisted == ["TC1"])
  }

  @Test func `taking a change of unit back does not forget which helping units had reported`() throws {
    let helped = try OrderCourse().after(
      (.dispatch(Dispatching(unit: "D-ROAD", coUnits: ["TC1", "GT111"])), Duty.intake),
      (.assist(Assisting(unit: "TC1", text: "已配合")), Duty.unit))
    let changed = try helped.after(
      (.redispatch(Dispatching(unit: "D-WATER", coUnits: ["GT111", "D-ROAD"])), Duty.intake))
    #expect(changed.order.standing.assisted == [])
    let more = try changed.after(
      (.assist(Assisting(unit: "GT111", text: "已到场")), Duty.unit),
      (.assist(Assisting(unit: "D-ROAD", text: "在")), Duty.unit))
    #expect(try changed.after((.undo, Duty.intake)).order.standing.assisted == ["TC1"])
    #expect(try more.after((.undo, Duty.intake)).order.standing.assisted == ["TC1", "GT111"])
  }
}

import Model
import Testing

/// Every reason for which a command is refused, brought about.
@Suite struct RefusalTests {
  @Test(arguments: Refusal.Code.allCases)
  func `every code is brought about by a command`(code: Refusal.Code) throws {
    let refusal = try #require(try provoked(code))
    #expect(refusal.code == code)
  }

  @Test func `a refusal says what was asked, in which stage, and what it is about`() throws {
    let course = try OrderCourse.reaching(.filed)
    #expect(
      course.refusal(of: .dispatch(Dispatching(unit: "X-1")))
        == Refusal(.unknownUnit, .dispatch, stage: .filed, subject: "X-1"))
  }

  /// A switch over all codes, so that a new one without a case here does not compile.
  private func provoked(_ code: Refusal.Code) throws -> Refusal? {
    switch code {
    case .stage: try OrderCourse().refusal(of: .sign(call: nil))
    case .outsideScope: try OrderCourse().refusal(of: .claim, by: Duty.town2)
    case .role: try OrderCourse().refusal(of: .claim, by: Duty.observer)
    case .claimedByOther: try OrderCourse().after((.claim, Duty.intake)).refusal(of: .claim)
    case .alreadyClaimed: try OrderCourse().after((.claim, Duty.intake)).refusal(of: .claim, by: Duty.intake)
    case .notClaimed: try OrderCourse().refusal(of: .release)
    case .unknownUnit: try OrderCourse().refusal(of: .dispatch(Dispatching(unit: "X-1")))
    case .unknownCategory: try OrderCourse().refusal(of: .file(Filing(category: "X-1")))
    case .unknownPlace: try OrderCourse().refusal(of: .file(Filing(place: "X-1")))
    case .sameUnit:
      try OrderCourse.reaching(.dispatched).refusal(of: .redispatch(Dispatching(unit: "D-ROAD")))
    case .noLimit: try OrderCourse().refusal(of: .file(Filing(category: "LOOSE")))
    case .blank: try OrderCourse().refusal(of: .note(" \n\u{3000}"))
    case .photoRequired:
      try OrderCourse.reaching(.handling, TestCity.report { $0.category = "PIT" })
        .refusal(of: .feedBack(Feedback(text: "已补")), by: Duty.unit)
    case .handlerInspects:
      try OrderCourse.reaching(.fedBack).refusal(of: .inspect(Inspecting(passed: true)), by: Duty.unit)
    case .nothingToUndo: try OrderCourse().refusal(of: .undo)
    case .undoByOther: try OrderCourse.reaching(.filed).refusal(of: .undo, by: Duty.dispatcher)
    case .undoAfterSigning: try OrderCourse.reaching(.handling).refusal(of: .undo)
    case .otherReport: try OrderCourse().refusal(of: .amend(TestCity.report { $0.sourceID = "W-2" }))
    case .exercise:
      #expect(throws: Refusal.self) {
        try OrderRules.checkExercise(TestCity.report { $0.exercise = true }, isHeld: false)
      }
    case .callTime:
      try OrderCourse.reaching(.dispatched)
        .refusal(of: .sign(call: PhoneCall(name: "丙某", number: "11900001234", at: TestCity.at(23))))
    default: try provokedByChain(code)
    }
  }

  /// The reasons of the chain of command.
  private func provokedByChain(_ code: Refusal.Code) throws -> Refusal? {
    let weather = SuspensionAsking(ground: "WEATHER", until: TestCity.at(20), reason: "大雨")
    let handling = try OrderCourse.reaching(.handling)
    let other = OrderNumber(day: 20_200_616, sequence: 2)
    switch code {
    case .otherUnit: return handling.refusal(of: .feedBack(Feedback(text: "好")), by: Duty.brigade)
    case .aboveRung:
      return try OrderCourse(TestCity.report { $0.source = .police }).refusal(of: .file(Filing()), by: Duty.town1)
    case .rungTop:
      return try OrderCourse(TestCity.report { $0.source = .police }).refusal(of: .escalate(reason: "难"))
    case .rungBottom: return try OrderCourse().refusal(of: .delegate(reason: "近"))
    case .suspended:
      return try handling.after((.requestSuspension(weather), Duty.unit), (.approve(Approving()), Duty.chief))
        .refusal(of: .feedBack(Feedback(text: "好")), by: Duty.unit)
    case .oneRung: return try OrderCourse().refusal(of: .escalate(reason: "难", to: .city))
    case .notWaiting:
      var atOnce = weather
      atOnce.atOnce = true
      return handling.refusal(of: .requestSuspension(atOnce), by: Duty.chief)
    case .notSuspended: return handling.refusal(of: .resume(reason: "好了"))
    case .unknownGround:
      return handling.refusal(
        of: .requestSuspension(SuspensionAsking(ground: "X", until: TestCity.at(20), reason: "大雨")))
    case .badMoment:
      return handling.refusal(
        of: .requestSuspension(SuspensionAsking(ground: "WEATHER", until: TestCity.at(8), reason: "大雨")))
    case .tooLate:
      return handling.refusal(of: .requestReturn(Asking(reason: "不归我")), by: Duty.unit, at: TestCity.at(16))
    case .overCap:
      return handling.refusal(
        of: .requestExtension(ExtensionAsking(limit: Limit(amount: 9, clock: .workingDays), reason: "难")))
    case .usedUp:
      let more = OrderCommand.requestExtension(
        ExtensionAsking(limit: Limit(amount: 10, clock: .workingMinutes), reason: "缺件"))
      return try handling.after((more, Duty.unit), (.approve(Approving()), Duty.chief)).refusal(of: more)
    case .assignedUnit: return try OrderCourse.assigned().refusal(of: .requestReturn(Asking(reason: "不归我")))
    case .mustBeAssigned:
      return try OrderCourse.returnedTwice().refusal(of: .dispatch(Dispatching(unit: "D-WATER")))
    case .ownRequest:
      return try handling.after((.requestSuspension(weather), Duty.chief))
        .refusal(of: .approve(Approving()), by: Duty.chief)
    case .otherSource: return try OrderCourse().refusal(of: .step(Stepping(step: "notice")))
    case .unknownName: return handling.refusal(of: .supervise(Supervising(level: 4, text: "急")))
    case .doneAlready:
      return try handling.after((.supervise(Supervising(level: 2, text: "急")), Duty.chief))
        .refusal(of: .supervise(Supervising(level: 1, text: "急")), by: Duty.chief)
    case .answersOwed:
      return try OrderCourse.reaching(.followUp, TestCity.report { $0.source = .hotline })
        .refusal(of: .followUp(FollowingUp(reached: true, solved: true, satisfied: true)))
    case .childrenOpen:
      return try OrderCourse.reaching(.dispatched)
        .after(
          (.branch(Branching(title: "一件", text: "请办")), Duty.dispatcher), (.sign(call: nil), Duty.unit),
          (.feedBack(Feedback(text: "好")), Duty.unit), (.inspect(Inspecting(passed: true)), Duty.inspector)
        )
        .refusal(of: .close(Closing()))
    case .notTied: return handling.refusal(of: .split(off: other, reason: "不同"))
    default: return nil
    }
  }

  // MARK: Scope and role

  @Test func `a town commands its own places and the city commands all`() throws {
    let course = try OrderCourse()
    #expect(course.refusal(of: .claim, by: Duty.town1) == nil)
    #expect(course.refusal(of: .claim, by: Duty.dispatcher) == nil)
    #expect(course.refusal(of: .claim, by: Duty.town2)?.subject == "G111")
    let neighbour = try OrderCourse(TestCity.report { $0.place = "G211" })
    #expect(neighbour.refusal(of: .claim, by: Duty.town1Chief)?.code == .outsideScope)
    let cityWide = try OrderCourse(TestCity.report { $0.place = "CITY" })
    #expect(cityWide.refusal(of: .claim, by: Duty.town1)?.code == .outsideScope)
  }

  @Test func `an order that is filed to another town leaves the scope of the first`() throws {
    let course = try OrderCourse().after((.file(Filing(place: "V21")), Duty.dispatcher))
    #expect(course.refusal(of: .claim, by: Duty.town1)?.code == .outsideScope)
    #expect(course.refusal(of: .claim, by: Duty.town2) == nil)
  }

  @Test(arguments: [
    (Stage.received, OrderCommand.file(Filing())), (.received, .decline(Declining(ground: "不属本市"))),
    (.received, .claim), (.received, .takeOver), (.received, .release), (.received, .undo), (.received, .note("看过")),
    (.filed, .dispatch(Dispatching(unit: "D-ROAD"))), (.dispatched, .redispatch(Dispatching(unit: "D-WATER"))),
    (.dispatched, .sign(call: nil)), (.handling, .feedBack(Feedback(text: "已修复"))),
    (.fedBack, .inspect(Inspecting(passed: true))), (.inspected, .close(Closing())), (.closed, .reopen(reason: "又坏了")),
  ])
  func `an observer commands nothing`(stage: Stage, command: OrderCommand) throws {
    #expect(try OrderCourse.reaching(stage).refusal(of: command, by: Duty.observer)?.code == .role)
  }

  @Test func `what a source changes comes in whoever sits at the desk`() throws {
    let changed = OrderCommand.amend(TestCity.report { $0.text = "三盏路灯不亮" })
    for authority in Duty.all { #expect(try OrderCourse().refusal(of: changed, by: authority) == nil) }
  }

  // MARK: Texts

  @Test(arguments: ["", " ", "\t\n", "\u{3000}\u{00A0}"])
  func `a text that says nothing is refused with the name of its field`(blank: String) throws {
    let call = PhoneCall(name: "丙某", number: "11900001234", at: TestCity.at(9, 8))
    var unnamed = call
    unnamed.name = blank
    var unnumbered = call
    unnumbered.number = blank
    let cases: [(Stage, OrderCommand, String)] = [
      (.received, .decline(Declining(ground: blank)), "ground"),
      (.received, .note(blank), "note"),
      (.dispatched, .sign(call: unnamed), "name"),
      (.dispatched, .sign(call: unnumbered), "number"),
      (.handling, .feedBack(Feedback(text: blank)), "text"),
      (.handling, .feedBack(Feedback(text: "已修复", call: unnamed)), "name"),
      (.fedBack, .inspect(Inspecting(passed: false, text: blank)), "text"),
      (.inspected, .close(Closing(outcome: .notAccepted, text: blank)), "ground"),
      (.closed, .reopen(reason: blank), "reason"),
    ]
    for (stage, command, field) in cases {
      let refusal = try OrderCourse.reaching(stage).refusal(of: command)
      #expect(refusal?.code == .blank, "\(command.kind)")
      #expect(refusal?.subject == field)
    }
  }

  @Test func `a passed inspection and a solved order need no words`() throws {
    #expect(try OrderCourse.reaching(.fedBack).refusal(of: .inspect(Inspecting(passed: true))) == nil)
    #expect(try OrderCourse.reaching(.inspected).refusal(of: .close(Closing())) == nil)
    let refused = Closing(outcome: .notAccepted, text: "依据《信访工作条例》")
    #expect(try OrderCourse.reaching(.inspected).refusal(of: .close(refused)) == nil)
  }

  // MARK: Photographs, inspection, calls

  @Test func `a category that requires a photograph takes a photograph or a call, and no other paper`() throws {
    let course = try OrderCourse.reaching(.handling, TestCity.report { $0.category = "PIT" })
    var paper = OrderCourse.photo
    paper.kind = "document"
    let call = PhoneCall(name: "丙某", number: "11900001234", at: course.now)
    let refusal = course.refusal(of: .feedBack(Feedback(text: "已补", attachments: [paper])), by: Duty.unit)
    #expect(refusal?.code == .photoRequired)
    #expect(refusal?.subject == "PIT")
    let withPhoto = Feedback(text: "已补", attachments: [paper, OrderCourse.photo])
    #expect(course.refusal(of: .feedBack(withPhoto), by: Duty.unit) == nil)
    #expect(course.refusal(of: .feedBack(Feedback(text: "已补", call: call)), by: Duty.unit) == nil)
  }

  @Test func `who handled does not inspect, and who only wrote a call down may`() throws {
    let handled = try OrderCourse.reaching(.fedBack)
    #expect(handled.order.handler == Duty.unit.officer)
    #expect(
      handled.refusal(of: .inspect(Inspecting(passed: false, text: "未修好")), by: Duty.unit)?.code == .handlerInspects)
    #expect(handled.refusal(of: .inspect(Inspecting(passed: true)), by: Duty.inspector) == nil)
    var called = try OrderCourse.reaching(.handling)
    let call = PhoneCall(name: "丙某", number: "11900001234", at: called.now)
    try called.run(.feedBack(Feedback(text: "已修复", call: call)), by: Duty.dispatcher)
    #expect(called.order.handler == nil)
    #expect(called.refusal(of: .inspect(Inspecting(passed: true)), by: Duty.dispatcher) == nil)
  }

  @Test(arguments: [
    (Int64(-60_001), false), (-60_000, true), (-1, true), (0, true), (120_000, true), (120_001, false),
  ])
  func `a call lies between the minute of the stage's beginning and now`(offset: Int64, allowed: Bool) throws {
    for (stage, command) in [(Stage.dispatched, true), (.handling, false)] {
      let course = try OrderCourse.reaching(stage)
      let call = PhoneCall(
        name: "丙某", number: "11900001234", at: course.order.core.enteredAt.adding(milliseconds: offset))
      let refusal = course.refusal(
        of: command ? .sign(call: call) : .feedBack(Feedback(text: "已修复", call: call)), by: Duty.dispatcher,
        at: course.order.core.enteredAt.adding(minutes: 2))
      #expect(refusal?.code == (allowed ? nil : .callTime))
    }
  }

  // MARK: Units, categories, places, limits

  @Test func `a dispatch knows its units, the leading one and those that help`() throws {
    let course = try OrderCourse.reaching(.filed)
    let helped = Dispatching(unit: "D-ROAD", coUnits: ["GT111", "X-1"])
    #expect(course.refusal(of: .dispatch(helped))?.subject == "X-1")
    let sent = try course.after(
      (.dispatch(Dispatching(unit: "D-ROAD", coUnits: ["GT111", "D-ROAD", "TC1", "GT111"])), Duty.dispatcher))
    #expect(sent.order.core.coUnits == ["GT111", "TC1"])
    let unknown = Dispatching(unit: "D-ROAD", category: "X-1")
    #expect(course.refusal(of: .dispatch(unknown))?.code == .unknownCategory)
    #expect(try OrderCourse().refusal(of: .dispatch(unknown))?.code == .unknownCategory)
  }

  @Test func `a re-dispatch goes to another unit, and back to the first one after that`() throws {
    let course = try OrderCourse.reaching(.handling)
    #expect(course.refusal(of: .redispatch(Dispatching(unit: "D-ROAD")))?.subject == "D-ROAD")
    let moved = try course.after((.redispatch(Dispatching(unit: "D-WATER")), Duty.dispatcher))
    #expect(moved.order.core.unit == "D-WATER")
    #expect(moved.refusal(of: .redispatch(Dispatching(unit: "D-ROAD"))) == nil)
    #expect(moved.refusal(of: .redispatch(Dispatching(unit: "X-1")))?.code == .unknownUnit)
  }

  @Test func `a level without a limit refuses with the stage that lacks it`() throws {
    #expect(try OrderCourse().refusal(of: .file(Filing(category: "LOOSE")))?.subject == "dispatch")
    let filed = try OrderCourse.reaching(.filed)
    #expect(filed.refusal(of: .dispatch(Dispatching(unit: "CC", category: "LOOSE")))?.subject == "sign")
    #expect(
      throws: Refusal(.noLimit, .receive, subject: "file"),
      performing: { try OrderCourse(TestCity.report { $0.category = "LOOSE" }) })
  }
}

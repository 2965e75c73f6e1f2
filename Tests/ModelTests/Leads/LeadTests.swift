import Model
import Testing

/// What the rules find in an order, each rule on a course made by hand.
@Suite struct LeadTests {
  private func leads(_ course: OrderCourse, at now: Instant? = nil, in city: CityTables = TestCity.tables) -> [Lead] {
    LeadFinder.leads(course.order.number, course.events, in: city, at: now ?? course.now)
  }

  private func rules(_ course: OrderCourse, at now: Instant? = nil) -> [Lead.Rule] {
    leads(course, at: now).map(\.rule)
  }

  @Test func `an order that goes its way in time has none`() throws {
    for stage in Stage.allCases { #expect(rules(try OrderCourse.reaching(stage)) == []) }
  }

  @Test func `not filed and not signed in time is inaction, while it lasts and after it`() throws {
    var course = try OrderCourse(TestCity.report())
    #expect(rules(course, at: TestCity.at(9, 20)) == [])
    let running = try #require(leads(course, at: TestCity.at(9, 21)).first)
    #expect(running.rule == .untaken && running.isRunning && running.evidence == [1])
    try course.run(.file(Filing()), by: Duty.intake, at: TestCity.at(9, 30))
    let filed = try #require(leads(course).first)
    #expect(filed.rule == .untaken && !filed.isRunning && filed.evidence == [1, 2])
    #expect(filed.due == TestCity.at(9, 20) && filed.stage == .received && filed.unit == nil)
    try course.run(.dispatch(Dispatching(unit: "D-ROAD")))
    try course.run(.sign(call: nil), by: Duty.unit, later: 31)
    #expect(rules(course) == [.untaken, .untaken])
    #expect(leads(course).last?.unit == "D-ROAD" && leads(course).last?.evidence == [3, 4])
    #expect(course.order.signs == [.missed])
  }

  @Test func `any other limit that was missed is slowness`() throws {
    var course = try OrderCourse.reaching(.handling)
    let due = try #require(course.order.core.stageDue)
    try course.run(
      .feedBack(Feedback(text: "已修复", attachments: [OrderCourse.photo])), by: Duty.unit, at: due.adding(minutes: 1))
    #expect(rules(course) == [.lateStage])
    #expect(leads(course).first?.unit == "D-ROAD")
    let overall = try #require(course.order.core.overallDue)
    #expect(rules(course, at: overall.adding(minutes: 1)) == [.lateStage, .lateStage, .lateOverall])
    try course.run(.inspect(Inspecting(passed: true)), by: Duty.inspector)
    try course.run(.close(Closing()), by: Duty.dispatcher, at: overall.adding(minutes: 2))
    #expect(rules(course) == [.lateStage, .lateStage, .lateOverall])
    #expect(leads(course).last?.evidence == [1, course.events.count])
  }

  @Test func `a limit that stood still was not missed`() throws {
    var course = try OrderCourse.reaching(.handling)
    let due = try #require(course.order.core.stageDue)
    try course.run(
      .requestSuspension(SuspensionAsking(ground: "WEATHER", until: due.adding(minutes: 3_000), reason: "大风")),
      by: Duty.unit)
    try course.run(.approve(Approving()), by: Duty.chief)
    #expect(rules(course, at: due.adding(minutes: 2_000)) == [])
  }

  @Test func `given back twice and then accepted by one that had given it back is shirking`() throws {
    var course = try OrderCourse.returnedTwice()
    try course.run(.dispatch(Dispatching(unit: "D-WATER")), by: Duty.leader)
    #expect(rules(course) == [])
    try course.run(.sign(call: nil), by: Duty.unit)
    let lead = try #require(leads(course).first)
    #expect(lead.rule == .shirked && lead.kind == .inaction && lead.unit == "D-WATER")
    let events = lead.evidence.map { course.events[$0 - 1].event }
    #expect(events.count == 3 && events.last == course.events.last?.event)
    var other = try OrderCourse.returnedTwice()
    try other.run(.dispatch(Dispatching(unit: "E1")), by: Duty.leader)
    try other.run(.sign(call: nil), by: Duty.unit)
    #expect(rules(other) == [])
  }

  @Test func `fed back as done and found not done is pretence, unless the inspection was taken back`() throws {
    var course = try OrderCourse.reaching(.fedBack)
    let said = course.events.count
    try course.run(.inspect(Inspecting(passed: false, text: "还在漏")), by: Duty.inspector)
    let lead = try #require(leads(course).first)
    #expect(lead.rule == .notDone && lead.kind == .pretence && lead.unit == "D-ROAD")
    #expect(lead.evidence == [said, said + 1])
    try course.run(.undo, by: Duty.inspector)
    #expect(rules(course) == [])
  }

  @Test func `closed and not solved, as the caller says, is pretence`() throws {
    var course = try OrderCourse.reaching(.closed, TestCity.report { $0.source = .hotline })
    try course.run(
      .followUp(FollowingUp(reached: true, solved: false, satisfied: false, text: "还是不亮")), by: Duty.followUp)
    #expect(rules(course) == [.notSolved])
    #expect(leads(course).first?.evidence.count == 2)
  }

  @Test func `a step that was skipped is excess`() throws {
    let detail = SourceDetail.enforcement(EnforcementCase(number: "E-1", brigade: "E1", party: "某店", step: .filing))
    var course = try OrderCourse.reaching(.handling, TestCity.report { $0.detail = detail })
    try course.run(.step(Stepping(step: "investigation")))
    #expect(rules(course) == [])
    try course.run(.step(Stepping(step: "decision")))
    #expect(rules(course) == [.skipped])
    #expect(course.order.signs == [.skipped])
  }

  @Test func `an act of a seat that may not act so, or not there, is excess`() throws {
    let course = try OrderCourse(TestCity.report())
    func events(_ seat: SeatCode, _ kind: OrderCommand) throws -> [RecordedEvent] {
      let decided = try OrderRules.decide(kind, on: course.order, by: Duty.chief, at: course.now, in: course.city)
      return course.events
        + decided.map { RecordedEvent(event: $0, officer: "O", seat: seat, occurredAt: course.now) }
    }
    func found(_ events: [RecordedEvent]) -> [Lead.Rule] {
      LeadFinder.leads(course.order.number, events, in: TestCity.tables, at: course.now).map(\.rule)
    }
    #expect(found(try events("S-T1", .claim)) == [])
    #expect(found(try events("S-INTAKE", .note("记"))) == [])
    #expect(found(try events("S-GONE", .claim)) == [])
    let elsewhere = try OrderCourse(TestCity.report { $0.place = "G211" })
    let decided = try OrderRules.decide(.claim, on: elsewhere.order, by: Duty.chief, at: course.now, in: course.city)
    let acts = decided.map { RecordedEvent(event: $0, officer: "O", seat: "S-T1", occurredAt: course.now) }
    #expect(found(elsewhere.events + acts) == [.beyondAuthority])
  }
}

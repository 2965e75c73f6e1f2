import Model
import Testing

/// The ladder from the grid to the city.
@Suite struct TierTests {
  @Test func `an order goes up one rung at a time, and each step is counted`() throws {
    var course = try OrderCourse()
    #expect(course.order.core.rung == .grid)
    for rung in [Rung.village, .town, .city] {
      try course.run(.escalate(reason: "本级办不了"), by: Duty.dispatcher)
      #expect(course.order.core.rung == rung)
    }
    #expect(course.order.standing.escalations == 3)
    #expect(course.refusal(of: .escalate(reason: "再上"))?.code == .rungTop)
    for rung in [Rung.town, .village, .grid] {
      try course.run(.delegate(reason: "就近"), by: Duty.dispatcher)
      #expect(course.order.core.rung == rung)
    }
    #expect(course.refusal(of: .delegate(reason: "再下"))?.code == .rungBottom)
    #expect(course.order.standing.delegations == 3)
  }

  @Test func `a reason is asked for, and an undo takes the step back`() throws {
    let course = try OrderCourse()
    #expect(course.refusal(of: .escalate(reason: " "))?.code == .blank)
    let undone = try course.after((.escalate(reason: "难"), Duty.dispatcher), (.undo, Duty.dispatcher))
    #expect(undone.order.core == course.order.core)
    #expect(undone.order.standing.escalations == 0)
  }

  @Test func `going up before it is sent out resets no clock, and takes it out of a unit's hands after`() throws {
    let received = try OrderCourse()
    let up = try received.after((.escalate(reason: "难"), Duty.dispatcher))
    #expect(up.order.core.stageDue == received.order.core.stageDue)
    #expect(up.order.core.enteredAt == received.order.core.enteredAt)
    let handling = try OrderCourse.reaching(.handling)
    let taken = try handling.after((.escalate(reason: "难"), Duty.town1))
    #expect(taken.order.stage == .filed)
    #expect(taken.order.core.unit == nil)
    #expect(taken.order.overallDue == handling.order.overallDue)
  }

  @Test func `a town does not command what the city commands in it, and may still note, sign and answer for its units`()
    throws
  {
    let course = try OrderCourse(TestCity.report { $0.source = .hotline })
    #expect(course.order.core.rung == .city)
    #expect(course.refusal(of: .file(Filing()), by: Duty.town1)?.code == .aboveRung)
    #expect(course.refusal(of: .note("已去现场"), by: Duty.town1) == nil)
    let sent = try course.after((.dispatch(Dispatching(unit: "E1")), Duty.dispatcher))
    #expect(sent.order.core.direct)
    #expect(sent.refusal(of: .sign(call: nil), by: Duty.town1) == nil)
    #expect(sent.refusal(of: .redispatch(Dispatching(unit: "D-ROAD")), by: Duty.town1)?.code == .aboveRung)
    let delegated = try course.after((.delegate(reason: "就近"), Duty.dispatcher))
    #expect(delegated.refusal(of: .file(Filing()), by: Duty.town1) == nil)
    #expect(delegated.refusal(of: .file(Filing()), by: Duty.town2)?.code == .outsideScope)
  }

  @Test func `an order sent through the town's centre is not sent past it`() throws {
    let course = try OrderCourse(TestCity.report { $0.source = .hotline })
    let centre = try course.after((.dispatch(Dispatching(unit: "TC1")), Duty.dispatcher))
    #expect(!centre.order.core.direct)
    let department = try course.after((.dispatch(Dispatching(unit: "D-ROAD")), Duty.dispatcher))
    #expect(!department.order.core.direct)
  }

  @Test func `who acts for a unit acts on its orders only, wherever they lie`() throws {
    let elsewhere = try OrderCourse(TestCity.report { $0.place = "G211" })
    #expect(elsewhere.refusal(of: .note("看过"), by: Duty.brigade)?.code == .otherUnit)
    let helping = try elsewhere.after((.dispatch(Dispatching(unit: "D-ROAD", coUnits: ["E1"])), Duty.dispatcher))
    #expect(helping.refusal(of: .assist(Assisting(unit: "E1", text: "已配合")), by: Duty.brigade) == nil)
    #expect(helping.refusal(of: .sign(call: nil), by: Duty.brigade)?.code == .otherUnit)
  }
}

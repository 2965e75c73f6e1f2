import Model
import Testing

/// Orders that units give back, and who decides.
@Suite struct ReturnTests {
  private static let asking = OrderCommand.requestReturn(Asking(reason: "不归本单位"))

  @Test func `silence leaves the order where it is, and its clock runs`() throws {
    let sent = try OrderCourse.reaching(.dispatched)
    let asked = try sent.after((Self.asking, Duty.unit))
    #expect(asked.order.stage == .awaitingApproval)
    #expect(asked.order.core == sent.order.core)
    let signed = try asked.after((.sign(call: nil), Duty.unit))
    #expect(signed.order.stage == .handling)
    #expect(signed.order.standing.request == nil)
  }

  @Test func `an approved return is counted and blamed, and the first receiver follows until another has signed`()
    throws
  {
    let sent = try OrderCourse.reaching(.dispatched)
    let asked = try sent.after((Self.asking, Duty.unit))
    #expect(asked.refusal(of: .approve(Approving()), by: Duty.chief)?.subject == "blame")
    #expect(asked.refusal(of: .approve(Approving(blame: .unit)), by: Duty.dispatcher)?.code == .role)
    let back = try asked.after((.approve(Approving(blame: .dispatcher)), Duty.chief))
    #expect(back.order.stage == .filed)
    #expect(back.order.core.unit == nil)
    #expect(back.order.standing.hops == 1)
    #expect(back.order.standing.following == "D-ROAD")
    #expect(back.order.overallDue == sent.order.overallDue)
    let again = try back.after((.dispatch(Dispatching(unit: "D-WATER")), Duty.dispatcher))
    #expect(again.order.standing.following == "D-ROAD")
    #expect(try again.after((.sign(call: nil), Duty.unit)).order.standing.following == "D-WATER")
  }

  @Test func `a denied one stays with its unit, with the reason`() throws {
    let asked = try OrderCourse.reaching(.handling).after((Self.asking, Duty.unit))
    #expect(asked.refusal(of: .deny(reason: ""), by: Duty.chief)?.code == .blank)
    let denied = try asked.after((.deny(reason: "归你"), Duty.chief))
    #expect(denied.order.stage == .handling)
    #expect(denied.order.standing.hops == 0)
  }

  @Test func `after two returns a leader assigns it, and then it stays`() throws {
    let twice = try OrderCourse.returnedTwice()
    #expect(twice.refusal(of: .dispatch(Dispatching(unit: "D-WATER")), by: Duty.chief)?.code == .mustBeAssigned)
    let assigned = try twice.after((.dispatch(Dispatching(unit: "D-WATER")), Duty.leader))
    #expect(assigned.order.core.assigned)
    #expect(assigned.refusal(of: Self.asking, by: Duty.unit)?.code == .assignedUnit)
  }

  @Test func `it is too late once the limit is over`() throws {
    let sent = try OrderCourse.reaching(.dispatched)
    let due = try #require(sent.order.core.stageDue)
    #expect(sent.refusal(of: Self.asking, by: Duty.unit, at: due) == nil)
    #expect(sent.refusal(of: Self.asking, by: Duty.unit, at: due.adding(milliseconds: 1))?.code == .tooLate)
  }
}

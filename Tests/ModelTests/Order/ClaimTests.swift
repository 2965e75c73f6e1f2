import Model
import Testing

@Suite struct ClaimTests {
  @Test func `a claim is the seat's for as long as the city's table says`() throws {
    let course = try OrderCourse().after((.claim, Duty.intake))
    #expect(
      course.order.claim
        == WorkOrder.Claim(seat: "S-INTAKE", officer: "O-INTAKE", until: course.now.adding(minutes: 10)))
    #expect(course.order.stage == .received)
  }

  @Test func `a claim has lapsed at its very instant and not a millisecond before`() throws {
    let course = try OrderCourse().after((.claim, Duty.intake))
    let until = course.now.adding(minutes: 10)
    let before = until.adding(milliseconds: -1)
    #expect(course.order.activeClaim(at: before)?.seat == "S-INTAKE")
    #expect(course.order.activeClaim(at: until) == nil)
    let refusal = course.refusal(of: .claim, by: Duty.dispatcher, at: before)
    #expect(refusal?.code == .claimedByOther)
    #expect(refusal?.subject == "S-INTAKE")
    #expect(refusal?.until == until)
    #expect(course.refusal(of: .claim, by: Duty.intake, at: before)?.code == .alreadyClaimed)
    #expect(course.refusal(of: .release, by: Duty.intake, at: until)?.code == .notClaimed)
    #expect(course.refusal(of: .takeOver, by: Duty.chief, at: until)?.code == .notClaimed)
    var later = course
    try later.run(.claim, by: Duty.dispatcher, at: until)
    #expect(later.order.activeClaim(at: until)?.seat == "S-DISPATCH")
  }

  @Test(arguments: [
    (Stage.received, OrderCommand.file(Filing())), (.received, .decline(Declining(ground: "不属本市"))),
    (.received, .dispatch(Dispatching(unit: "D-ROAD"))), (.filed, .dispatch(Dispatching(unit: "D-ROAD"))),
    (.filed, .undo), (.dispatched, .redispatch(Dispatching(unit: "D-WATER"))), (.dispatched, .undo),
    (.fedBack, .inspect(Inspecting(passed: true))), (.inspected, .close(Closing())), (.inspected, .undo),
    (.received, .release), (.received, .claim),
  ])
  func `what another seat has in hand is left to it, by the chief too`(stage: Stage, command: OrderCommand) throws {
    let claimed = try OrderCourse.reaching(stage).after((.claim, Duty.inspector))
    for authority in [Duty.chief, Duty.town1Chief] {
      let refusal = claimed.refusal(of: command, by: authority)
      #expect(refusal?.code == .claimedByOther)
      #expect(refusal?.subject == "S-INSPECT")
      #expect(refusal?.until == claimed.now.adding(minutes: 10))
    }
    let lapsed = claimed.refusal(of: command, by: Duty.chief, later: 10)
    #expect(lapsed?.code == (command == .release ? .notClaimed : nil))
  }

  @Test func `a unit signs, answers and is written about whoever has the order in hand`() throws {
    let signing = try OrderCourse.reaching(.dispatched).after((.claim, Duty.dispatcher))
    #expect(signing.refusal(of: .sign(call: nil), by: Duty.unit) == nil)
    let answering = try OrderCourse.reaching(.handling).after((.claim, Duty.dispatcher))
    #expect(answering.refusal(of: .feedBack(Feedback(text: "已修复")), by: Duty.unit) == nil)
    #expect(answering.refusal(of: .note("已催"), by: Duty.intake) == nil)
  }

  @Test func `a chief or a leader takes over from another seat, and from nobody else`() throws {
    let claimed = try OrderCourse().after((.claim, Duty.intake))
    #expect(claimed.refusal(of: .takeOver, by: Duty.dispatcher)?.code == .role)
    #expect(claimed.refusal(of: .takeOver, by: Duty.town2)?.code == .role)
    #expect(claimed.refusal(of: .takeOver, by: Duty.town2Chief)?.code == .outsideScope)
    for authority in [Duty.chief, Duty.leader, Duty.town1Chief] {
      let taken = try claimed.after((.takeOver, authority))
      #expect(taken.order.activeClaim(at: taken.now)?.seat == authority.seat)
      #expect(taken.order.activeClaim(at: taken.now)?.until == taken.now.adding(minutes: 10))
      #expect(taken.refusal(of: .takeOver, by: authority)?.code == .alreadyClaimed)
      #expect(taken.refusal(of: .release, by: Duty.intake)?.code == .claimedByOther)
      guard case .takenOver(let event) = taken.events.last?.event else {
        Issue.record("no taking over")
        continue
      }
      #expect(event.from == "S-INTAKE")
    }
    #expect(try OrderCourse().refusal(of: .takeOver, by: Duty.chief)?.code == .notClaimed)
  }

  @Test func `a released order is anybody's`() throws {
    let released = try OrderCourse().after((.claim, Duty.intake), (.release, Duty.intake))
    #expect(released.order.claim == nil)
    #expect(released.refusal(of: .claim, by: Duty.dispatcher) == nil)
  }

  @Test func `a claim outlasts filing and ends with dispatch, with the end and with a taking back that closes`() throws
  {
    let filed = try OrderCourse().after((.claim, Duty.dispatcher), (.file(Filing()), Duty.dispatcher))
    #expect(filed.order.activeClaim(at: filed.now)?.seat == "S-DISPATCH")
    #expect(try filed.after((.dispatch(Dispatching(unit: "D-ROAD")), Duty.dispatcher)).order.claim == nil)
    #expect(try filed.after((.decline(Declining(ground: "重复")), Duty.dispatcher)).order.claim == nil)
    let closed = try OrderCourse.reaching(.inspected).after((.claim, Duty.chief), (.close(Closing()), Duty.chief))
    #expect(closed.order.claim == nil)
    let reopened = try closed.after(
      (.reopen(reason: "又坏了"), Duty.chief), (.claim, Duty.chief), (.undo, Duty.chief))
    #expect(reopened.order.stage == .closed)
    #expect(reopened.order.claim == nil)
  }
}

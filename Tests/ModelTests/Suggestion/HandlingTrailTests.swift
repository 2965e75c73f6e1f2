import Model
import Testing

@Suite("Which orders teach")
struct HandlingTrailTests {
  private func taught(_ course: OrderCourse) -> LearnedClass? {
    var trail = HandlingTrail()
    for event in course.events { trail.take(event.event) }
    return trail.taught(by: course.order)
  }

  private let lamp = LearnedClass(category: "LAMP", unit: "D-ROAD")

  @Test(arguments: Stage.allCases)
  func `an order that went straight through teaches once it is closed`(stage: Stage) throws {
    let course = try OrderCourse.reaching(stage)
    guard course.order.stage == stage else { return }
    #expect(taught(course) == (stage.isOpen ? nil : lamp))
  }

  @Test func `one that was done again, sent elsewhere or opened again does not`() throws {
    let again = try OrderCourse.reaching(.fedBack).after(
      (.inspect(Inspecting(passed: false, text: "仍不亮")), Duty.inspector),
      (.feedBack(Feedback(text: "再修", attachments: [OrderCourse.photo])), Duty.unit),
      (.inspect(Inspecting(passed: true)), Duty.inspector), (.close(Closing()), Duty.dispatcher))
    #expect(again.order.stage == .closed)
    #expect(taught(again) == nil)
    let elsewhere = try OrderCourse.reaching(.dispatched).after(
      (.redispatch(Dispatching(unit: "D-WATER")), Duty.dispatcher), (.sign(call: nil), Duty.unit),
      (.feedBack(Feedback(text: "修", attachments: [OrderCourse.photo])), Duty.unit),
      (.inspect(Inspecting(passed: true)), Duty.inspector), (.close(Closing()), Duty.dispatcher))
    #expect(elsewhere.order.core.unit == "D-WATER")
    #expect(taught(elsewhere) == nil)
    let reopened = try OrderCourse.reaching(.closed).after((.reopen(reason: "又坏"), Duty.dispatcher))
    #expect(taught(reopened) == nil)
    let closedAgain = try reopened.after(
      (.feedBack(Feedback(text: "修", attachments: [OrderCourse.photo])), Duty.unit),
      (.inspect(Inspecting(passed: true)), Duty.inspector), (.close(Closing()), Duty.dispatcher))
    #expect(closedAgain.order.stage == .closed)
    #expect(taught(closedAgain) == nil)
  }

  @Test func `what was taken back does not count`() throws {
    let sentBack = try OrderCourse.reaching(.dispatched).after(
      (.redispatch(Dispatching(unit: "D-WATER")), Duty.dispatcher), (.undo, Duty.dispatcher),
      (.sign(call: nil), Duty.unit), (.feedBack(Feedback(text: "修", attachments: [OrderCourse.photo])), Duty.unit),
      (.inspect(Inspecting(passed: true)), Duty.inspector), (.close(Closing()), Duty.dispatcher))
    #expect(taught(sentBack) == lamp)
    let closed = try OrderCourse.reaching(.closed)
    #expect(taught(try closed.after((.undo, Duty.dispatcher))) == nil)
    #expect(taught(try closed.after((.reopen(reason: "又坏"), Duty.dispatcher), (.undo, Duty.dispatcher))) == lamp)
  }

  @Test(arguments: Outcome.allCases)
  func `only what was solved or explained teaches`(outcome: Outcome) throws {
    let course = try OrderCourse.reaching(.inspected).after(
      (.close(Closing(outcome: outcome, text: "依据")), Duty.dispatcher))
    #expect(taught(course) == ([.solved, .explained].contains(outcome) ? lamp : nil))
  }

  @Test func `what is confidential, was declined or arrived closed does not teach`() throws {
    #expect(taught(try OrderCourse.reaching(.closed, TestCity.report { $0.confidential = true })) == nil)
    let declined = try OrderCourse().after((.decline(Declining(ground: "不属受理范围")), Duty.dispatcher))
    #expect(declined.order.stage == .closed)
    #expect(taught(declined) == nil)
    let closed = try OrderCourse(
      TestCity.report { $0.origin = OriginState(unit: "D-ROAD", closedAt: TestCity.at(9, 4)) })
    #expect(closed.order.core.unit == "D-ROAD")
    #expect(taught(closed) == nil)
  }
}

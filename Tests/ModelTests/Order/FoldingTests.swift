import Model
import Testing

@Suite struct FoldingTests {
  @Test func `folding event by event equals folding them all`() throws {
    let course = try OrderCourse.reaching(.closed).after(
      (.reopen(reason: "又坏了"), Duty.dispatcher), (.note("看过"), Duty.intake), (.undo, Duty.dispatcher))
    var order = try #require(WorkOrder(number: course.order.number, first: course.events[0]))
    for (index, event) in course.events.enumerated().dropFirst() {
      let applied = order.apply(event)
      #expect(applied)
      #expect(order.version == index + 1)
      #expect(order == WorkOrder(number: course.order.number, events: course.events.prefix(index + 1)))
    }
    #expect(order == course.order)
  }

  @Test func `events that do not begin with the arrival, or arrive twice, make no order`() throws {
    let course = try OrderCourse.reaching(.filed)
    let number = course.order.number
    #expect(WorkOrder(number: number, events: [RecordedEvent]()) == nil)
    #expect(WorkOrder(number: number, events: course.events.dropFirst()) == nil)
    #expect(WorkOrder(number: number, events: course.events + [course.events[0]]) == nil)
    #expect(WorkOrder(number: number, first: course.events[1]) == nil)
  }
}

import Model
import Testing

@Suite struct ExclusionTests {
  @Test func `An order is left out of a rate that there is, and of no other`() throws {
    let course = try OrderCourse()
    #expect(
      course.refusal(of: .exclude(Excluding(rate: "no-such-rate", reason: "演示")), by: Duty.chief)?.code == .unknownName)
    let excluded = try course.after((.exclude(Excluding(rate: "on-time", reason: "演示")), Duty.chief))
    #expect(excluded.order.care.exclusions.map(\.rate) == ["on-time"])
    var steps = try #require(
      excluded.events.first.map { RateCourse(first: $0, making: course.order) })
    let last = try #require(excluded.events.last)
    steps.take(last, from: course.order, to: excluded.order)
    let contribution = RateContribution(excluded.order, steps)
    #expect(contribution.standing(.onTime) == .excluded)
    #expect(contribution.standing(.onSchedule) == .running)
  }
}

import Model
import Testing

/// What is owed to those who reported.
@Suite struct CallerTests {
  private static let report = TestCity.report { $0.source = .hotline }
  private static let answer = OrderCommand.answer(Answering(report: ReportReference(report), text: "已办"))

  private static func call(reached: Bool = true, solved: Bool = true, satisfied: Bool = true) -> OrderCommand {
    .followUp(FollowingUp(reached: reached, solved: solved, satisfied: satisfied, text: "回访"))
  }

  @Test func `a call that finds the caller content closes the order for good`() throws {
    let closed = try OrderCourse.reaching(.followUp, Self.report)
      .after((Self.answer, Duty.followUp), (Self.call(), Duty.followUp))
    #expect(closed.order.stage == .closed)
    #expect(closed.order.core.outcome == .solved)
  }

  @Test func `what is declined owes its caller an answer and a call like what is closed`() throws {
    var course = try OrderCourse(Self.report)
    try course.run(.claim, by: Duty.intake)
    try course.run(.decline(Declining(ground: "不属本市管辖")), by: Duty.intake)
    #expect(course.order.stage == .followUp)
    #expect(course.order.core.outcome == .notAccepted)
    #expect(course.order.claim == nil)
    #expect(
      course.order.core.stageDue
        == TestCity.calendar.due(from: course.now, limit: Limit(amount: 3, clock: .workingDays)))
    #expect(course.refusal(of: Self.call(), by: Duty.followUp)?.code == .answersOwed)
    let closed = try course.after((Self.answer, Duty.followUp), (Self.call(), Duty.followUp))
    #expect(closed.order.stage == .closed)
    let undone = try course.after((.undo, Duty.intake))
    #expect(undone.order.stage == .received)
    // Nobody waits for an answer where it came from a grid, or is a repeat.
    #expect(try OrderCourse().after((.decline(Declining(ground: "无")), Duty.intake)).order.stage == .closed)
    #expect(
      try OrderCourse(Self.report).after((.decline(Declining(outcome: .duplicate, ground: "重")), Duty.intake)).order
        .stage
        == .closed)
  }

  @Test func `nobody is called more than three times`() throws {
    var course = try OrderCourse.reaching(.followUp, Self.report).after((Self.answer, Duty.followUp))
    for _ in 1...2 {
      try course.run(Self.call(reached: false), by: Duty.followUp)
      #expect(course.order.stage == .followUp)
    }
    try course.run(Self.call(reached: false), by: Duty.followUp)
    #expect(course.order.stage == .closed)
  }

  @Test func `the chief decides on a caller who is not satisfied, with a shorter limit, at most twice`() throws {
    var course = try OrderCourse.reaching(.followUp, Self.report).after((Self.answer, Duty.followUp))
    for count in 1...3 {
      try course.run(Self.call(solved: true, satisfied: false), by: Duty.followUp)
      #expect(course.order.stage == .awaitingApproval)
      guard count < 3 else { break }
      try course.run(.approve(Approving(text: "返工")), by: Duty.chief)
      #expect(course.order.stage == .handling)
      let half = Limit(amount: 120, clock: .workingMinutes)
      #expect(course.order.core.stageDue == TestCity.calendar.due(from: course.now, limit: half))
      try course.run(.feedBack(Feedback(text: "又修了")), by: Duty.unit)
      try course.run(.inspect(Inspecting(passed: true)), by: Duty.inspector)
      try course.run(.close(Closing()), by: Duty.dispatcher)
    }
    #expect(course.order.care.callerReworks == 2)
    #expect(course.refusal(of: .approve(Approving()), by: Duty.chief)?.code == .usedUp)
    try course.run(.deny(reason: "已尽力"), by: Duty.chief)
    #expect(course.order.stage == .closed)
  }

  @Test func `every caller of a merged order is answered before it is closed for good`() throws {
    let other = OrderNumber(day: 20_200_616, sequence: 2)
    let second = TestCity.report {
      $0.source = .hotline
      $0.sourceID = "W-2"
    }
    var course = try OrderCourse(Self.report)
    try course.run(.merge(Merging(other: other, reports: [second], urgency: .normal, callers: 2)), by: Duty.intake)
    for command in [
      OrderCommand.dispatch(Dispatching(unit: "D-ROAD")), .sign(call: nil), .feedBack(Feedback(text: "好", call: nil)),
    ] { try course.run(command, by: Duty.dispatcher) }
    try course.run(.inspect(Inspecting(passed: true)), by: Duty.inspector)
    try course.run(.close(Closing()), by: Duty.dispatcher)
    try course.run(Self.answer, by: Duty.followUp)
    #expect(course.refusal(of: Self.call(), by: Duty.followUp)?.subject == "W-2")
    try course.run(.answer(Answering(report: ReportReference(second), text: "已办")), by: Duty.followUp)
    try course.run(Self.call(), by: Duty.followUp)
    #expect(course.order.stage == .closed)
  }

  @Test func `many callers make an order more pressing, and no deadline grows`() throws {
    let other = OrderNumber(day: 20_200_616, sequence: 2)
    let course = try OrderCourse(Self.report)
    for (callers, urgency) in [(2, Urgency.normal), (3, .urgent), (6, .critical)] {
      let merging = Merging(other: other, reports: [], urgency: .normal, callers: callers)
      let merged = try course.after((.merge(merging), Duty.intake))
      #expect(merged.order.core.urgency == urgency)
      #expect(try #require(merged.order.core.stageDue) <= #require(course.order.core.stageDue))
      #expect(try #require(merged.order.overallDue) <= #require(course.order.overallDue))
    }
  }

  @Test func `what the counter answers at once is closed, or looked at where it is drawn`() throws {
    // In the test city everything that the counter answers is drawn, and nothing that a grid settles.
    let answered = try OrderCourse(Self.report).after((.settle(Settling(text: "已答复")), Duty.intake))
    #expect(answered.order.stage == .fedBack)
    #expect(answered.order.answersOwed(in: TestCity.policy) == [])
    #expect(answered.refusal(of: .inspect(Inspecting(passed: true)), by: Duty.intake)?.code == .handlerInspects)
    let settled = try OrderCourse().after((.settle(Settling(text: "已劝离")), Duty.intake))
    #expect(settled.order.stage == .closed)
    #expect(settled.order.core.outcome == .solved)
  }

  @Test func `what was merged and split again is as it was`() throws {
    let other = OrderNumber(day: 20_200_616, sequence: 2)
    let second = TestCity.report { $0.sourceID = "W-2" }
    let course = try OrderCourse()
    let apart = try course.after(
      (.merge(Merging(other: other, reports: [second], urgency: .normal, callers: 2)), Duty.intake),
      (.split(off: other, reason: "不同处"), Duty.intake))
    #expect(apart.order.core == course.order.core)
    #expect(apart.order.reports == course.order.reports)
    #expect(apart.order.ties.distinct == [other])
    let parted = try course.after((.join(into: other), Duty.intake), (.part(from: other), Duty.intake))
    #expect(parted.order.core == course.order.core)
  }
}

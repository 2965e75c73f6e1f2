import Model
import Testing

/// What rules raise, on an order with twenty minutes to be filed: it came at 09:00 and is due at 09:20.
@Suite struct RaiseTests {
  private static let policy = {
    var policy = TestCity.policy
    policy.raising = [.amber: .urge, .red: .supervise1, .triple: .supervise3]
    return policy
  }()

  private func raise(_ course: OrderCourse, at now: Instant, under policy: OrderPolicy = policy) -> Raise? {
    Raise(course.order, under: policy, at: now)
  }

  @Test(
    arguments: [
      (14, 59, nil, nil), (15, 0, .amber, 15), (19, 59, .amber, 15), (20, 0, .red, 20), (59, 59, .red, 20),
      (60, 0, .triple, 60), (9_000, 0, .triple, 60),
    ] as [(Int, Int, RaisedByRule.Threshold?, Int?)])
  func `the gravest threshold that was passed is raised, at the instant at which it was passed`(
    minutes: Int, seconds: Int, threshold: RaisedByRule.Threshold?, dueAt: Int?
  ) throws {
    let course = try OrderCourse(TestCity.report())
    let found = raise(course, at: TestCity.at(9, 0, seconds).adding(minutes: minutes))
    #expect(found?.rule.threshold == threshold)
    #expect(found?.rule.dueAt == dueAt.map { TestCity.at(9).adding(minutes: $0) })
  }

  @Test func `what was raised is not raised again, nor what is less grave`() throws {
    var course = try OrderCourse(TestCity.report())
    let late = TestCity.at(9, 30)
    let first = try #require(raise(course, at: late))
    guard case .supervised(let supervised) = first.event else {
      Issue.record("\(first.event)")
      return
    }
    #expect(supervised.level == 1 && supervised.rule == first.rule)
    try course.take(first)
    #expect(raise(course, at: late) == nil)
    #expect(course.order.care.supervision == 1)
    #expect(raise(course, at: TestCity.at(10))?.rule.threshold == .triple)
  }

  @Test func `its name is made of the order, the threshold and the instant, and not of the moment of raising`() throws {
    let course = try OrderCourse(TestCity.report())
    let names = [20, 31, 59].map { raise(course, at: TestCity.at(9, $0))?.id }
    #expect(Set(names) == ["rule:20200616-00001:red:\(TestCity.at(9, 20).milliseconds)"])
  }

  @Test func `the next stage's limit is another one`() throws {
    var course = try OrderCourse(TestCity.report())
    try course.take(try #require(raise(course, at: TestCity.at(9, 21))))
    try course.run(.file(Filing()), by: Duty.intake, at: TestCity.at(9, 22))
    #expect(raise(course, at: TestCity.at(9, 23)) == nil)
    #expect(
      raise(course, at: TestCity.at(9, 34))?.rule == RaisedByRule(threshold: .amber, dueAt: TestCity.at(9, 33, 15)))
  }

  @Test func `a threshold of which the city says nothing is passed over`() throws {
    let course = try OrderCourse(TestCity.report())
    var policy = TestCity.policy
    #expect(raise(course, at: TestCity.at(12), under: policy) == nil)
    policy.raising = [.amber: .urge, .triple: .supervise2]
    #expect(raise(course, at: TestCity.at(9, 40), under: policy)?.rule.threshold == .amber)
    #expect(raise(course, at: TestCity.at(10), under: policy)?.level == 2)
  }

  @Test func `what an officer supervises already as gravely is urged`() throws {
    var course = try OrderCourse(TestCity.report())
    try course.run(.supervise(Supervising(level: 2, text: "限时")), by: Duty.chief, at: TestCity.at(9, 6))
    let found = try #require(raise(course, at: TestCity.at(9, 20)))
    #expect(found.level == nil)
    try course.take(found)
    #expect(course.order.care.urges == 1 && course.order.care.supervision == 2)
  }

  @Test func `nothing is raised while the clocks stand still, and after it what is due then`() throws {
    var course = try OrderCourse.reaching(.handling, TestCity.report { $0.urgency = .urgent })
    let due = try #require(course.order.core.stageDue)
    let until = due.adding(minutes: 3_000)
    try course.run(
      .requestSuspension(SuspensionAsking(ground: "WEATHER", until: until, reason: "大风")), by: Duty.unit)
    try course.run(.approve(Approving()), by: Duty.chief)
    let resumed = try #require(course.order.core.stageDue)
    #expect(resumed > until)
    #expect(raise(course, at: until.adding(milliseconds: -1)) == nil)
    // The share was used up while the clocks stood still, so it counts from when they run on.
    #expect(raise(course, at: until)?.rule == RaisedByRule(threshold: .amber, dueAt: until))
    #expect(raise(course, at: resumed)?.rule == RaisedByRule(threshold: .red, dueAt: resumed))
  }

  @Test func `a limit that was over before the stage was entered counts from arrival`() throws {
    var course = try OrderCourse.reaching(.dispatched)
    let due = try #require(course.order.core.handleDue)
    try course.run(.sign(call: nil), by: Duty.unit, at: due.adding(minutes: 1))
    let first = try #require(raise(course, at: course.now))
    #expect(first.rule == RaisedByRule(threshold: .red, dueAt: due))
    try course.take(first)
    #expect(raise(course, at: course.now) == nil)
    let triple = due.adding(milliseconds: 2 * due.since(course.order.arrivedAt))
    #expect(raise(course, at: triple)?.rule == RaisedByRule(threshold: .triple, dueAt: triple))
  }

  @Test func `nothing is raised on what is closed or waits for a call`() throws {
    for stage in [Stage.closed, .followUp] {
      let course = try OrderCourse.reaching(.closed, TestCity.report { if stage == .followUp { $0.source = .hotline } })
      #expect(course.order.stage == stage)
      #expect(raise(course, at: TestCity.at(9).adding(minutes: 900_000)) == nil)
    }
  }
}

extension OrderCourse {
  /// Takes in what a rule raises.
  fileprivate mutating func take(_ raise: Raise) throws {
    try add(raise.event, at: raise.rule.dueAt)
  }
}

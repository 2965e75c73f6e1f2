import Model
import Testing

/// How a report comes in, and which deadlines it brings.
@Suite struct ArrivalTests {
  @Test func `an order arrives when its source took the report in, and waits for filing`() throws {
    let course = try OrderCourse()
    let order = course.order
    #expect(order.version == 1)
    #expect(order.stage == .received)
    #expect(order.arrivedAt == TestCity.at(9))
    #expect(order.core.enteredAt == TestCity.at(9))
    #expect(order.core.stageDue == TestCity.at(9, 20))
    // 480 working minutes of 210 in the morning and 210 in the afternoon: Wednesday, 10:00.
    #expect(order.overallDue == TestCity.at(24 + 10))
    #expect(order.core.place == "G111")
    #expect(order.core.category == "LAMP")
    #expect(order.core.unit == nil)
    #expect(order.core.outcome == nil)
  }

  @Test func `a source whose clock is ahead gains nothing by it`() throws {
    let course = try OrderCourse(TestCity.report { $0.reportedAt = TestCity.at(11) }, at: TestCity.at(9, 5))
    #expect(course.order.arrivedAt == TestCity.at(9, 5))
    #expect(course.order.core.stageDue == TestCity.at(9, 25))
    #expect(course.order.reports[0].reportedAt == TestCity.at(11))
  }

  @Test(arguments: [
    (CategoryCode?.none, Urgency.normal, TestCity.at(24 + 10)), ("PIT", .normal, TestCity.at(7 * 24 + 9)),
    ("FLOOD", .normal, TestCity.at(12)), ("LAMP", .urgent, TestCity.at(17)), ("LAMP", .critical, TestCity.at(13)),
    ("STRAY", .normal, TestCity.at(24 + 10)),
  ])
  func `the overall limit is that of the category and the urgency`(
    category: CategoryCode?, urgency: Urgency, due: Instant
  ) throws {
    let report = TestCity.report {
      $0.category = category
      $0.urgency = urgency
    }
    #expect(try OrderCourse(report).order.overallDue == due)
  }

  @Test func `a deadline from above holds where it is earlier than ours, and only there`() throws {
    let soon = TestCity.report { $0.upstream = Upstream(number: "U-1", level: "省", deadline: TestCity.at(15)) }
    #expect(try OrderCourse(soon).order.overallDue == TestCity.at(15))
    let late = TestCity.report { $0.upstream = Upstream(number: "U-1", level: "省", deadline: TestCity.at(99)) }
    #expect(try OrderCourse(late).order.overallDue == TestCity.at(24 + 10))
    let open = TestCity.report { $0.upstream = Upstream(number: "U-1", level: "省") }
    #expect(try OrderCourse(open).order.overallDue == TestCity.at(24 + 10))
    let filed = try OrderCourse(soon).after((.file(Filing(category: "PIT")), Duty.intake))
    #expect(filed.order.overallDue == TestCity.at(15))
    let pressing = try OrderCourse(soon).after((.file(Filing(urgency: .critical)), Duty.intake))
    #expect(pressing.order.overallDue == TestCity.at(13))
  }

  @Test func `filing settles category, urgency and place, with the limits of the new ones from the arrival`() throws {
    var course = try OrderCourse()
    try course.run(
      .file(Filing(category: "FLOOD", urgency: .urgent, place: "V12")), by: Duty.intake, at: TestCity.at(9, 30))
    let core = course.order.core
    #expect(core.category == "FLOOD")
    #expect(core.urgency == .urgent)
    #expect(core.place == "V12")
    #expect(core.enteredAt == TestCity.at(9, 30))
    #expect(core.stageDue == TestCity.at(9, 35))
    #expect(core.overallDue == TestCity.at(12))
    #expect(course.order.arrivedAt == TestCity.at(9))
  }

  @Test func `filing leaves what it does not name`() throws {
    let course = try OrderCourse().after((.file(Filing()), Duty.intake))
    #expect(course.order.core.category == "LAMP")
    #expect(course.order.core.urgency == .normal)
    #expect(course.order.core.place == "G111")
    #expect(course.order.overallDue == TestCity.at(24 + 10))
  }

  @Test func `handling runs from dispatch and not from signing`() throws {
    var course = try OrderCourse.reaching(.filed)
    try course.run(.dispatch(Dispatching(unit: "D-ROAD", note: "请尽快")), by: Duty.dispatcher, at: TestCity.at(10))
    #expect(course.order.core.stageDue == TestCity.at(10, 30))
    // 240 working minutes from 10:00: 120 before noon, 120 from 14:00.
    #expect(course.order.core.handleDue == TestCity.at(16))
    try course.run(.sign(call: nil), by: Duty.unit, at: TestCity.at(11, 59))
    #expect(course.order.core.stageDue == TestCity.at(16))
    try course.run(.feedBack(Feedback(text: "已修复")), by: Duty.unit, at: TestCity.at(17))
    #expect(course.order.core.stageDue == TestCity.at(24 + 9))
    try course.run(.inspect(Inspecting(passed: false, text: "未修好")), by: Duty.inspector, at: TestCity.at(17, 30))
    #expect(course.order.core.stageDue == TestCity.at(24 + 14, 30))
    #expect(course.order.core.handleDue == TestCity.at(24 + 14, 30))
    #expect(course.order.overallDue == TestCity.at(24 + 10))
  }

  @Test func `a category that the dispatcher settles gives the limits of handling`() throws {
    var course = try OrderCourse.reaching(.filed)
    try course.run(
      .dispatch(Dispatching(unit: "D-WATER", category: "FLOOD")), by: Duty.dispatcher, at: TestCity.at(10))
    #expect(course.order.core.category == "FLOOD")
    #expect(course.order.core.stageDue == TestCity.at(10, 10))
    #expect(course.order.core.handleDue == TestCity.at(12))
  }

  @Test func `a report of an unknown place or category does not come in`() {
    #expect(
      throws: Refusal(.unknownPlace, .receive, subject: "X-1"),
      performing: { try OrderCourse(TestCity.report { $0.place = "X-1" }) })
    #expect(
      throws: Refusal(.unknownCategory, .receive, subject: "X-1"),
      performing: { try OrderCourse(TestCity.report { $0.category = "X-1" }) })
  }

  @Test(arguments: [TestCity.at(8), TestCity.at(9), TestCity.at(8, 59, 59)])
  func `a report that its source has closed arrives closed, with the source's own times`(closedAt: Instant) throws {
    let report = TestCity.report {
      $0.category = "LOOSE"
      $0.origin = OriginState(unit: "D-ROAD", status: "Closed", closedAt: closedAt, outcome: "已修")
    }
    let order = try OrderCourse(report).order
    #expect(order.stage == .closed)
    #expect(order.version == 1)
    #expect(order.arrivedAt == TestCity.at(9))
    #expect(order.core.enteredAt == closedAt)
    #expect(order.core.stageDue == nil)
    #expect(order.overallDue == nil)
    #expect(order.core.outcome == .solved)
    #expect(order.core.unit == "D-ROAD")
    #expect(order.undo == nil)
  }

  @Test func `an order that arrived closed is reopened to its unit, or looked at anew where it had none`() throws {
    let closed = TestCity.report { $0.origin = OriginState(unit: "D-ROAD", closedAt: TestCity.at(8)) }
    let handled = try OrderCourse(closed).after((.reopen(reason: "未修好"), Duty.chief))
    #expect(handled.order.stage == .handling)
    #expect(handled.order.core.unit == "D-ROAD")
    let unassigned = TestCity.report { $0.origin = OriginState(closedAt: TestCity.at(8)) }
    let anew = try OrderCourse(unassigned).after((.reopen(reason: "未修好"), Duty.chief))
    #expect(anew.order.stage == .received)
  }

  @Test func `a report that is open at its source arrives to be filed`() throws {
    let open = TestCity.report { $0.origin = OriginState(unit: "D-ROAD", status: "In Progress") }
    let order = try OrderCourse(open).order
    #expect(order.stage == .received)
    #expect(order.core.unit == nil)
  }

  @Test func `a confidential report makes its order confidential, also when it becomes so later`() throws {
    let plain = try OrderCourse()
    #expect(!plain.order.isConfidential)
    let hidden = TestCity.report { $0.confidential = true }
    #expect(try OrderCourse(hidden).order.isConfidential)
    #expect(try plain.after((.amend(hidden), Duty.intake)).order.isConfidential)
  }

  @Test func `a changed report replaces the one it changes and leaves what was filed`() throws {
    let course = try OrderCourse.reaching(.handling)
    let changed = TestCity.report {
      $0.text = "三盏不亮"
      $0.place = "V21"
      $0.category = "FLOOD"
    }
    let amended = try course.after((.amend(changed), Duty.intake), (.amend(changed), Duty.intake))
    #expect(amended.order.reports == [changed])
    #expect(amended.order.amendments == 2)
    #expect(amended.order.core == course.order.core)
    let other = TestCity.report { $0.source = .hotline }
    #expect(course.refusal(of: .amend(other))?.code == .otherReport)
  }
}

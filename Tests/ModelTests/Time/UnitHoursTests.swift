import Model
import SeededRandom
import Testing

/// A unit's own working hours.
@Suite struct UnitHoursTests {
  /// A unit that works in the evening, and one that works as the city does.
  private static let city = TestCity.tables(
    units: TestCity.units + [
      HandlingUnit(
        code: "D-NIGHT", name: "夜市管理所", short: "夜市所", kind: .department, place: "CITY",
        hours: [WorkCalendar.Hours(start: 1_020, end: 1_200), WorkCalendar.Hours(start: 1_260, end: 1_430)])
    ])
  private static let night = WorkCalendar(
    zone: TestCity.zone,
    hours: [WorkCalendar.Hours(start: 1_020, end: 1_200), WorkCalendar.Hours(start: 1_260, end: 1_430)],
    exceptions: TestCity.calendar.exceptions)

  private static func after(
    _ commands: [OrderCommand], at moment: Instant, _ order: WorkOrder, by authority: Authority = Duty.chief
  ) throws -> WorkOrder {
    var order = order
    for command in commands {
      for event in try OrderRules.decide(command, on: order, by: authority, at: moment, in: city) {
        let follows = order.apply(
          RecordedEvent(event: event, officer: authority.officer, seat: authority.seat, occurredAt: moment))
        #expect(follows)
      }
    }
    return order
  }

  @Test func `what a unit does is due in its own hours, and all else in the city's, minute by minute`() throws {
    var generator = SeededGenerator(seed: 618)
    for _ in 1...40 {
      let now = TestCity.at(9).adding(milliseconds: Int64.random(in: 0...(14 * 86_400_000), using: &generator))
      let received = try OrderCourse(TestCity.report { $0.reportedAt = now }, at: now)
      for (unit, calendar) in [("D-NIGHT", Self.night), ("D-ROAD", TestCity.calendar)] {
        let sent = try Self.after(
          [.dispatch(Dispatching(unit: UnitCode(unit), category: "LAMP"))], at: now, received.order)
        #expect(sent.core.stageDue == MinuteWalk.end(calendar, from: now, minutes: 30), "\(unit) \(now)")
        #expect(sent.core.handleDue == MinuteWalk.end(calendar, from: now, minutes: 240), "\(unit) \(now)")
        #expect(sent.overallDue == MinuteWalk.end(TestCity.calendar, from: now, minutes: 480), "\(unit) \(now)")
        let days = try Self.after(
          [.dispatch(Dispatching(unit: UnitCode(unit), category: "PIT"))], at: now, received.order)
        #expect(
          days.core.handleDue == MinuteWalk.end(calendar, from: now, minutes: 3 * calendar.minutesPerDay),
          "\(unit) \(now)")
        // A rework begins anew in the unit's hours; looking at it is the centre's.
        let back = try Self.after([.sign(call: nil), .feedBack(Feedback(text: "好了"))], at: now, sent)
        #expect(back.core.stageDue == MinuteWalk.end(TestCity.calendar, from: now, minutes: 60))
        let again = try Self.after(
          [.inspect(Inspecting(passed: false, text: "没好"))], at: now, back, by: Duty.inspector)
        #expect(again.core.stageDue == MinuteWalk.end(calendar, from: now, minutes: 240))
      }
    }
  }

  @Test func `another unit's hours count from the moment it is sent there`() throws {
    let noon = TestCity.at(12)
    let order = try OrderCourse().order
    let sent = try Self.after([.dispatch(Dispatching(unit: "D-ROAD"))], at: noon, order)
    let moved = try Self.after([.redispatch(Dispatching(unit: "D-NIGHT"))], at: noon, sent)
    #expect(sent.core.stageDue == TestCity.at(14, 30))
    #expect(moved.core.stageDue == TestCity.at(17, 30))
    #expect(moved.core.handleDue == TestCity.at(22))
  }

  @Test func `what a suspension leaves is left in the unit's hours, and an extension is given in them`() throws {
    let evening = TestCity.at(18)
    let order = try Self.after(
      [.dispatch(Dispatching(unit: "D-NIGHT")), .sign(call: nil)], at: evening, try OrderCourse().order)
    let left = Self.night.workingMilliseconds(from: evening, to: try #require(order.core.handleDue))
    let until = evening.adding(minutes: 1_440)
    let asked = try Self.after(
      [.requestSuspension(SuspensionAsking(ground: "WEATHER", until: until, reason: "大雨"))], at: evening, order,
      by: Duty.unit)
    let suspended = try Self.after([.approve(Approving())], at: evening, asked)
    #expect(suspended.core.handleDue == Self.night.due(from: until, workingMilliseconds: left))
    let more = Limit(amount: 60, clock: .workingMinutes)
    let longer = try Self.after(
      [.requestExtension(ExtensionAsking(limit: more, reason: "缺件"))], at: evening, order, by: Duty.unit)
    let extended = try Self.after([.approve(Approving())], at: evening, longer)
    #expect(extended.core.handleDue == order.core.handleDue.map { Self.night.due(from: $0, limit: more) })
  }
}

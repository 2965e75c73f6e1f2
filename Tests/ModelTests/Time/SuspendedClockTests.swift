import Model
import SeededRandom
import Testing

/// Clocks that stand still for a while, against a walk minute by minute.
@Suite struct SuspendedClockTests {
  private static let calendar = TestCity.calendar

  /// Whole minutes of working time between two whole minutes, one after another.
  private static func walked(from start: Instant, to end: Instant) -> Int {
    var minutes = 0
    var moment = start
    while moment < end {
      let civil = calendar.zone.civil(moment)
      let isWorkday = calendar.exceptions[civil.day] ?? (civil.day.weekday <= 5)
      if isWorkday, calendar.hours.contains(where: { ($0.start..<$0.end).contains(civil.second / 60) }) { minutes += 1 }
      moment = moment.adding(minutes: 1)
    }
    return minutes
  }

  @Test func `the working time between two moments agrees with the walk`() {
    var generator = SeededGenerator(seed: 64)
    for _ in 1...60 {
      let start = TestCity.at(0).adding(minutes: Int.random(in: 0...20_000, using: &generator))
      let end = start.adding(minutes: Int.random(in: -100...9_000, using: &generator))
      let wanted = Int64(Self.walked(from: start, to: end)) * 60_000
      #expect(Self.calendar.workingMilliseconds(from: start, to: end) == wanted)
    }
  }

  @Test(arguments: [LimitClock.workingMinutes, .workingDays, .clockMinutes])
  func `what was left when a clock stopped is left when it runs on`(clock: LimitClock) {
    var generator = SeededGenerator(seed: 65)
    for _ in 1...60 {
      let from = TestCity.at(0).adding(minutes: Int.random(in: 0...15_000, using: &generator))
      let until = from.adding(minutes: Int.random(in: 1...6_000, using: &generator))
      let amount = Int.random(in: 1...900, using: &generator)
      let due = Self.calendar.due(
        from: from, limit: Limit(amount: amount, clock: clock == .clockMinutes ? clock : .workingMinutes))
      let shifted = Self.calendar.shifted(due, clock: clock, from: from, until: until)
      #expect(shifted >= due)
      let left =
        clock == .clockMinutes
        ? Int(shifted.since(until) / 60_000) : Self.walked(from: until, to: shifted)
      #expect(left == amount, "\(from) \(until)")
    }
  }

  @Test func `a deadline that was late already stays as it was, and so does one whose clock never stopped`() {
    let noon = TestCity.at(12)
    #expect(
      Self.calendar.shifted(TestCity.at(11), clock: .workingMinutes, from: noon, until: TestCity.at(15))
        == TestCity.at(11))
    #expect(
      Self.calendar.shifted(TestCity.at(16), clock: .clockMinutes, from: noon, until: noon) == TestCity.at(16))
  }

  @Test func `a suspension moves each deadline on its own clock, and never past the one from above`() throws {
    let above = TestCity.at(30)
    let report = TestCity.report { $0.upstream = Upstream(number: "U-1", level: "省", deadline: above) }
    let handling = try OrderCourse.reaching(.handling, report)
    let before = handling.order.core
    let weather = SuspensionAsking(ground: "WEATHER", until: TestCity.at(57), reason: "大雨")
    let suspended = try handling.after((.requestSuspension(weather), Duty.unit), (.approve(Approving()), Duty.chief))
    let stopped = suspended.now
    #expect(
      suspended.order.core.handleDue
        == before.handleDue.map {
          TestCity.calendar.shifted($0, clock: .workingMinutes, from: stopped, until: TestCity.at(57))
        })
    #expect(suspended.order.overallDue.map { $0 <= above } == true)

    let resumed = try suspended.after((.resume(reason: "雨停"), Duty.chief))
    #expect(resumed.order.activeSuspension(at: resumed.now) == nil)
    #expect(
      resumed.order.core.handleDue
        == before.handleDue.map {
          TestCity.calendar.shifted($0, clock: .workingMinutes, from: stopped, until: resumed.now)
        })
    #expect(resumed.refusal(of: .feedBack(Feedback(text: "好了")), by: Duty.unit) == nil)
  }

  @Test func `an extension is given once, within the cap, from the deadline on`() throws {
    let handling = try OrderCourse.reaching(.handling)
    let due = try #require(handling.order.core.handleDue)
    let more = Limit(amount: 240, clock: .workingMinutes)
    let asking = OrderCommand.requestExtension(ExtensionAsking(limit: more, reason: "缺件"))
    let extended = try handling.after((asking, Duty.unit), (.approve(Approving(text: "同意")), Duty.chief))
    #expect(extended.order.core.handleDue == TestCity.calendar.due(from: due, limit: more))
    #expect(extended.order.core.stageDue == extended.order.core.handleDue)
    #expect(extended.refusal(of: asking, by: Duty.unit)?.code == .usedUp)
    let tooMuch = OrderCommand.requestExtension(
      ExtensionAsking(limit: Limit(amount: 241, clock: .workingMinutes), reason: "缺件"))
    #expect(handling.refusal(of: tooMuch, by: Duty.unit)?.code == .overCap)
  }
}

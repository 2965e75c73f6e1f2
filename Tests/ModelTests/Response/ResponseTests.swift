import Model
import Testing

/// Emergency responses: who sets them, and what they change.
@Suite struct ResponseTests {
  private static let signature = Signature(officer: "O-CHIEF", seat: "S-CHIEF", at: TestCity.at(8))

  /// The responses of a flood at a level.
  private static func flood(_ level: ResponseLevel, at place: PlaceCode = "CITY") -> Responses {
    var responses = Responses()
    responses.take(
      .set(.init(kind: "FLOOD", place: place, level: level, reason: "暴雨", wording: "已启动防汛响应")), by: signature)
    return responses
  }

  private static func refusal(
    _ command: ResponseCommand, on responses: Responses = Responses(), by authority: Authority
  ) -> BookRefusal.Code? {
    do {
      _ = try ResponseRules.decide(command, on: responses, by: authority, in: TestCity.tables)
      return nil
    } catch {
      return error.code
    }
  }

  private static func set(
    _ level: ResponseLevel = .three, kind: String = "FLOOD", at place: PlaceCode = "CITY", reason: String = "暴雨"
  ) -> ResponseCommand {
    .set(kind: kind, level: level, place: place, reason: reason, wording: nil)
  }

  @Test func `a chief sets, raises and lifts a response, with the table's wording unless he says another`() throws {
    var responses = Responses()
    for (step, level) in [ResponseLevel.four, .two].enumerated() {
      let event = try ResponseRules.decide(Self.set(level), on: responses, by: Duty.chief, in: TestCity.tables)
      responses.take(event, by: Signature(officer: "O-CHIEF", seat: "S-CHIEF", at: TestCity.at(8 + step)))
      #expect(responses.standing.map(\.setting.level) == [level])
      #expect(responses.standing.first?.setting.wording == "已启动防汛响应")
      #expect(responses.standing.first?.since == TestCity.at(8))
    }
    #expect(Self.refusal(Self.set(.two), on: responses, by: Duty.chief) == .standsAlready)
    let own = ResponseCommand.set(kind: "FLOOD", level: .two, place: "CITY", reason: "改口径", wording: "请勿外出")
    responses.take(
      try ResponseRules.decide(own, on: responses, by: Duty.chief, in: TestCity.tables), by: Self.signature)
    #expect(responses.standing.first?.setting.wording == "请勿外出")
    let lift = ResponseCommand.lift(kind: "FLOOD", place: "CITY", reason: "雨停")
    responses.take(
      try ResponseRules.decide(lift, on: responses, by: Duty.chief, in: TestCity.tables), by: Self.signature)
    #expect(responses.standing.isEmpty)
    #expect(responses.version == 4)
    #expect(Self.refusal(lift, on: responses, by: Duty.chief) == .notStanding)
  }

  @Test func `what is not a response, a place or a reason is refused, and so is a town that sets another's`() {
    #expect(Self.refusal(Self.set(kind: "TEA"), by: Duty.chief) == .unknownKind)
    #expect(Self.refusal(Self.set(at: "V11"), by: Duty.chief) == .unknownPlace)
    #expect(Self.refusal(Self.set(reason: " "), by: Duty.chief) == .blank)
    #expect(Self.refusal(Self.set(), by: Duty.observer) == .role)
    #expect(Self.refusal(Self.set(at: "CITY"), by: Duty.town1Chief) == .outsideScope)
    #expect(Self.refusal(Self.set(at: "T2"), by: Duty.town1Chief) == .outsideScope)
    #expect(Self.refusal(Self.set(at: "T1"), by: Duty.town1Chief) == nil)
  }

  @Test func `a response in one town and one in the city stand beside each other, and only reach their places`() {
    var responses = Self.flood(.four)
    responses.take(
      .set(.init(kind: "FLOOD", place: "T1", level: .two, reason: "溃堤", wording: "请撤离")), by: Self.signature)
    #expect(responses.standing.count == 2)
    #expect(TestCity.tables.wordings(under: responses, at: "G111") == ["请撤离", "已启动防汛响应"])
    #expect(TestCity.tables.wordings(under: responses, at: "G211") == ["已启动防汛响应"])
    #expect(TestCity.tables.wordings(under: Responses(), at: "G111") == [])
  }

  @Test func `limits are those of the gravest rule that fits, and urgency the highest`() {
    func measures(_ level: ResponseLevel?, _ category: CategoryCode, _ urgency: Urgency = .normal) -> Measures {
      TestCity.tables.measures(
        under: level.map { Self.flood($0) } ?? Responses(), at: "G111", category: category, urgency: urgency)
    }
    #expect(measures(nil, "FLOOD").urgency == .normal)
    #expect(measures(.four, "FLOOD").urgency == .urgent)
    #expect(measures(.one, "FLOOD").urgency == .critical)
    #expect(measures(.four, "FLOOD", .critical).urgency == .critical)
    #expect(measures(.four, "LAMP").serviceLevel == nil)
    #expect(measures(.three, "LAMP").serviceLevel == "L-DAYS")
    #expect(measures(.one, "LAMP").serviceLevel == "L-CLOCK")
    #expect(measures(.four, "LAMP").grounds.isEmpty)
    #expect(measures(.two, "LAMP").grounds == ["WEATHER"])
  }

  @Test func `a report that comes in, and what is filed, has the limits of the response, and an undo gives none back`()
    throws
  {
    let report = TestCity.report { $0.category = "FLOOD" }
    let calm = try OrderCourse(report)
    let storm = try OrderCourse(report, under: Self.flood(.two))
    #expect(calm.order.core.stageDue == TestCity.at(9, 10))
    #expect(storm.order.core.stageDue == TestCity.at(9, 5))
    var filed = storm
    try filed.run(.file(Filing()), by: Duty.intake)
    #expect(filed.order.core.urgency == .critical)
    // Lifting the response does not change what was decided under it.
    filed.responses = Responses()
    try filed.run(.dispatch(Dispatching(unit: "D-WATER")))
    #expect(filed.order.core.urgency == .critical)
    var lamp = try OrderCourse(under: Self.flood(.three))
    try lamp.run(.file(Filing()), by: Duty.intake)
    #expect(lamp.order.core.urgency == .normal)
    let next = try OrderCourse().after((.file(Filing()), Duty.intake))
    #expect(try #require(lamp.order.overallDue) > #require(next.order.overallDue))
  }

  @Test func `while a response stands an order goes up past a rung`() throws {
    let calm = try OrderCourse()
    #expect(calm.refusal(of: .escalate(reason: "急", to: .city))?.code == .oneRung)
    #expect(calm.refusal(of: .escalate(reason: "急", to: .grid))?.code == .oneRung)
    #expect(try calm.after((.escalate(reason: "难", to: .village), Duty.dispatcher)).order.core.rung == .village)
    var storm = calm
    storm.responses = Self.flood(.four, at: "T1")
    try storm.run(.escalate(reason: "急", to: .city))
    #expect(storm.order.core.rung == .city)
    var elsewhere = calm
    elsewhere.responses = Self.flood(.four, at: "T2")
    #expect(elsewhere.refusal(of: .escalate(reason: "急", to: .city))?.code == .oneRung)
  }

  @Test func `a chief suspends at once what a response makes wait, and nothing else`() throws {
    var course = try OrderCourse.reaching(.dispatched)
    let asking = SuspensionAsking(
      ground: "WEATHER", until: TestCity.at(18), reason: "暴雨", atOnce: true)
    #expect(course.refusal(of: .requestSuspension(asking), by: Duty.chief)?.code == .notWaiting)
    course.responses = Self.flood(.three)
    #expect(course.refusal(of: .requestSuspension(asking), by: Duty.dispatcher)?.code == .role)
    let appraisal = SuspensionAsking(ground: "APPRAISAL", until: TestCity.at(18), reason: "暴雨", atOnce: true)
    #expect(course.refusal(of: .requestSuspension(appraisal), by: Duty.chief)?.code == .notWaiting)
    try course.run(.requestSuspension(asking), by: Duty.chief)
    #expect(course.order.stage == .dispatched)
    #expect(course.order.activeSuspension(at: course.now)?.ground == "WEATHER")
    #expect(course.order.activeSuspension(at: course.now)?.until == TestCity.at(18))
  }
}

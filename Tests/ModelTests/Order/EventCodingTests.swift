import Foundation
import Model
import Testing

@Suite struct EventCodingTests {
  /// Orders whose events are of every kind, with and without the fields that may be missing.
  private static func events() throws -> [OrderEvent] {
    let call = PhoneCall(name: "丙某", number: "11900001234", at: TestCity.at(9, 8))
    var byPhone = try OrderCourse.reaching(.dispatched)
    try byPhone.run(.sign(call: call))
    try byPhone.run(.feedBack(Feedback(text: "已修复", call: PhoneCall(name: "丙某", number: "1", at: byPhone.now))))
    let courses = [
      try OrderCourse(ReportCodingTests.full),
      try OrderCourse.reaching(.closed, TestCity.report { $0.category = nil }),
      try OrderCourse.reaching(.closed).after((.reopen(reason: "又坏了"), Duty.chief), (.undo, Duty.chief)),
      try OrderCourse().after(
        (.amend(TestCity.report { $0.text = "三盏" }), Duty.intake), (.claim, Duty.intake), (.takeOver, Duty.chief),
        (.release, Duty.chief), (.note("看过"), Duty.intake), (.decline(Declining(ground: "重复")), Duty.intake),
        (.undo, Duty.intake)),
      try OrderCourse().after(
        (.dispatch(Dispatching(unit: "D-ROAD", coUnits: ["TC1"], category: "PIT", note: "请尽快")), Duty.intake),
        (.redispatch(Dispatching(unit: "D-WATER")), Duty.intake), (.undo, Duty.intake)),
      try OrderCourse.reaching(.fedBack).after(
        (.inspect(Inspecting(passed: false, text: "未修好")), Duty.inspector), (.undo, Duty.inspector)),
      byPhone,
    ]
    return try courses.flatMap { $0.events.map(\.event) } + chainEvents()
  }

  /// Events of the chain of command; those that only two orders together bring about are made by hand.
  private static func chainEvents() throws -> [OrderEvent] {
    let handling = try OrderCourse.reaching(.handling)
    let other = OrderNumber(day: 20_200_616, sequence: 2)
    let caller = TestCity.report { $0.source = .hotline }
    let reference = ReportReference(caller)
    let upstream = TestCity.report { $0.upstream = Upstream(number: "U-1", level: "省") }
    let enforced = TestCity.report {
      $0.source = .enforcement
      $0.detail = .enforcement(EnforcementCase(number: "E-1", brigade: "E1", party: "某店", step: .patrol))
    }
    let weather = SuspensionAsking(ground: "WEATHER", until: TestCity.at(20), reason: "大雨")
    let more = ExtensionAsking(limit: Limit(amount: 10, clock: .workingMinutes), reason: "缺件")
    let courses = [
      try OrderCourse().after(
        (.attach(TestCity.report { $0.sourceID = "W-9" }), Duty.intake),
        (.verify(Verifying(found: true, text: "属实")), Duty.intake), (.escalate(reason: "难"), Duty.dispatcher),
        (.delegate(reason: "近"), Duty.dispatcher), (.settle(Settling(text: "好了")), Duty.dispatcher)),
      try OrderCourse(enforced).after((.step(Stepping(step: "notice")), Duty.intake)),
      try handling.after(
        (.contact(text: "已联系", call: nil), Duty.unit), (.assist(Assisting(unit: "GT111", text: "已配合")), Duty.unit),
        (.requestSuspension(weather), Duty.unit), (.approve(Approving()), Duty.chief),
        (.resume(reason: "雨停"), Duty.chief), (.requestExtension(more), Duty.unit), (.withdraw, Duty.unit),
        (.requestExtension(more), Duty.unit), (.approve(Approving()), Duty.chief),
        (.requestReturn(Asking(reason: "不归我")), Duty.unit), (.deny(reason: "归你"), Duty.chief),
        (.urge(text: "快"), Duty.chief), (.supervise(Supervising(level: 1, text: "快")), Duty.chief),
        (.instruct(Instructing(issuer: "顾某", text: "快", due: TestCity.at(20))), Duty.leader),
        (.strikeOff(StrikingOff(instruction: 1, text: "好")), Duty.chief),
        (.exclude(Excluding(rate: "", reason: "重复")), Duty.chief),
        (.branch(Branching(title: "一件", text: "请办")), Duty.dispatcher), (.unmask(reason: "核对"), Duty.chief)),
      try OrderCourse.assigned(),
      try OrderCourse.reaching(.followUp, caller).after(
        (.answer(Answering(report: reference, text: "已办")), Duty.followUp),
        (.followUp(FollowingUp(reached: true, text: "嫌慢")), Duty.followUp),
        (.approve(Approving(text: "返工")), Duty.chief)),
      try OrderCourse.reaching(.closed, upstream).after(
        (.answerBack(AnsweringBack(state: .sent, text: "已办")), Duty.dispatcher)),
      try OrderCourse().after(
        (.merge(Merging(other: other, reports: [caller], urgency: .normal, callers: 4)), Duty.intake),
        (.split(off: other, reason: "不同"), Duty.intake), (.join(into: other), Duty.intake),
        (.part(from: other), Duty.intake)),
      try OrderCourse().after((.distinguish(from: other), Duty.intake)),
    ]
    return try courses.flatMap { $0.events.map(\.event) } + toldByChild()
      + [.partAmended(OrderEvent.PartAmended(other: other, report: caller))]
  }

  /// What a parent is told when a child ends, and when it is opened again.
  private static func toldByChild() throws -> [OrderEvent] {
    let parent = try OrderCourse.reaching(.dispatched).order
    let first = try OrderRules.child(
      Branching(title: "一件", text: "请办"), of: parent, at: TestCity.at(10), in: TestCity.tables)
    func recorded(_ event: OrderEvent) -> RecordedEvent {
      RecordedEvent(event: event, officer: "O", seat: "S", occurredAt: TestCity.at(10))
    }
    let child = try #require(
      WorkOrder(number: OrderNumber(day: 20_200_616, sequence: 9), first: recorded(first)))
    var ended = child
    let declined = try OrderRules.decide(
      .decline(Declining(ground: "不必")), on: child, by: Duty.chief, at: TestCity.at(10), in: TestCity.tables)
    for event in declined { _ = ended.apply(recorded(event)) }
    return [child.toldToParent(after: ended), ended.toldToParent(after: child)].compactMap { $0 }
  }

  @Test func `every event comes back from JSON, with keys of lower-case letters and underscores`() throws {
    var kinds: Set<String> = []
    for event in try Self.events() {
      kinds.insert(try comesBack(event))
    }
    #expect(kinds.count == 49)
  }

  /// Writes and reads an event's payload.
  ///
  /// - Returns: the name of the event's kind.
  private func comesBack(_ event: OrderEvent) throws -> String {
    switch event {
    case .received(let payload): try check(payload, "received")
    case .amended(let payload): try check(payload, "amended")
    case .filed(let payload): try check(payload, "filed")
    case .declined(let payload): try check(payload, "declined")
    case .claimed(let payload): try check(payload, "claimed")
    case .takenOver(let payload): try check(payload, "takenOver")
    case .released: "released"
    case .dispatched(let payload): try check(payload, "dispatched")
    case .redispatched(let payload): try check(payload, "redispatched")
    case .signed(let payload): try check(payload, "signed")
    case .fedBack(let payload): try check(payload, "fedBack")
    case .inspected(let payload): try check(payload, "inspected")
    case .closed(let payload): try check(payload, "closed")
    case .reopened(let payload): try check(payload, "reopened")
    case .noted(let payload): try check(payload, "noted")
    case .undone(let payload): try check(payload, "undone")
    case .withdrawn: "withdrawn"
    case .attached(let payload): try check(payload, "attached")
    case .verified(let payload): try check(payload, "verified")
    case .settled(let payload): try check(payload, "settled")
    case .contacted(let payload): try check(payload, "contacted")
    case .stepped(let payload): try check(payload, "stepped")
    case .assisted(let payload): try check(payload, "assisted")
    case .requested(let payload): try check(payload, "requested")
    case .returned(let payload): try check(payload, "returned")
    case .suspended(let payload): try check(payload, "suspended")
    case .extended(let payload): try check(payload, "extended")
    case .denied(let payload): try check(payload, "denied")
    case .resumed(let payload): try check(payload, "resumed")
    case .escalated(let payload): try check(payload, "escalated")
    case .delegated(let payload): try check(payload, "delegated")
    case .answered(let payload): try check(payload, "answered")
    case .followedUp(let payload): try check(payload, "followedUp")
    case .answeredBack(let payload): try check(payload, "answeredBack")
    case .urged(let payload): try check(payload, "urged")
    case .supervised(let payload): try check(payload, "supervised")
    case .instructed(let payload): try check(payload, "instructed")
    case .struckOff(let payload): try check(payload, "struckOff")
    case .excluded(let payload): try check(payload, "excluded")
    case .merged(let payload): try check(payload, "merged")
    case .partAmended(let payload): try check(payload, "partAmended")
    case .joined(let payload): try check(payload, "joined")
    case .split(let payload): try check(payload, "split")
    case .parted(let payload): try check(payload, "parted")
    case .distinguished(let payload): try check(payload, "distinguished")
    case .branched(let payload): try check(payload, "branched")
    case .childEnded(let payload): try check(payload, "childEnded")
    case .childReopened(let payload): try check(payload, "childReopened")
    case .unmasked(let payload): try check(payload, "unmasked")
    }
  }

  private func check<Payload: Codable & Equatable>(_ payload: Payload, _ kind: String) throws -> String {
    let bytes = try JSONEncoder().encode(payload)
    #expect(try JSONDecoder().decode(Payload.self, from: bytes) == payload)
    #expect(try JSONKeys.unfit(in: bytes).isEmpty)
    return kind
  }
}

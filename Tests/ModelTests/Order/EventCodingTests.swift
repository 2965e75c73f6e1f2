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
    return courses.flatMap { $0.events.map(\.event) }
  }

  @Test func `every event comes back from JSON, with keys of lower-case letters and underscores`() throws {
    var kinds: Set<String> = []
    for event in try Self.events() {
      kinds.insert(try comesBack(event))
    }
    #expect(kinds.count == 16)
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
    }
  }

  private func check<Payload: Codable & Equatable>(_ payload: Payload, _ kind: String) throws -> String {
    let bytes = try JSONEncoder().encode(payload)
    #expect(try JSONDecoder().decode(Payload.self, from: bytes) == payload)
    #expect(try JSONKeys.unfit(in: bytes).isEmpty)
    return kind
  }
}

@testable import Model

/// An order out of steps as `docs/rates.md` writes them: `来件@0 派遣@10 签收@20`.
struct WorkedSteps {
  private(set) var order: WorkOrder
  private(set) var course: RateCourse

  static let start = TestCity.at(8, 0)
  private static let number = OrderNumber(day: 20_200_616, sequence: 1)

  struct Unreadable: Error {
    let step: String
  }

  init(_ text: String) throws {
    let steps = text.split(separator: " ").map(String.init)
    let (name, minute) = try WorkedSteps.read(steps.first ?? "")
    let first = try WorkedSteps.recorded(WorkedSteps.arrival(name), minute)
    guard let order = WorkOrder(number: WorkedSteps.number, first: first) else { throw Unreadable(step: name) }
    self.order = order
    course = RateCourse(first: first, making: order)
    for step in steps.dropFirst() { try take(step) }
  }

  func contribution() -> RateContribution { RateContribution(order, course) }

  static func minute(_ minute: Int) -> Instant { start.adding(minutes: minute) }

  private mutating func take(_ step: String) throws {
    let (name, minute) = try WorkedSteps.read(step)
    let recorded = try WorkedSteps.recorded(event(name, minute), minute)
    let before = order
    guard order.apply(recorded) else { throw Unreadable(step: step) }
    course.take(recorded, from: before, to: order)
  }

  private static func read(_ step: String) throws -> (name: String, minute: Int) {
    let parts = step.split(separator: "@").map(String.init)
    guard parts.count == 2, let minute = Int(parts[1]) else { throw Unreadable(step: step) }
    return (parts[0], minute)
  }

  private static func recorded(_ event: OrderEvent, _ minute: Int) -> RecordedEvent {
    RecordedEvent(event: event, officer: "O1", seat: "S1", occurredAt: WorkedSteps.minute(minute))
  }

  private static func report(_ source: Source, _ id: String, at minute: Int) -> Report {
    Report(
      source: source, sourceID: id, reportedAt: WorkedSteps.minute(minute),
      occurredAt: WorkedSteps.minute(minute - 30), place: "T01", title: "路灯不亮", text: "")
  }

  private static func arrival(_ name: String) throws -> OrderEvent {
    var received = OrderEvent.Received(
      report: report(name == "网格自结来件" ? .grid : .hotline, "1", at: 0), arrivedAt: minute(0), stageDue: minute(30),
      overallDue: minute(480))
    switch name {
    case "来件": break
    case "网格自结来件":
      received.settlement = OrderEvent.Settlement(way: .grid, outcome: .solved, text: "", inspectDue: nil)
    case "已结来件":
      received.report.origin = OriginState(unit: "U1", status: "办结", closedAt: minute(0), outcome: "")
      received.stageDue = nil
      received.overallDue = nil
    default: throw Unreadable(step: name)
    }
    return .received(received)
  }

  private func event(_ name: String, _ minute: Int) throws -> OrderEvent {
    let at = { (more: Int) in WorkedSteps.minute(minute + more) }
    switch name {
    case "立案":
      return .filed(
        OrderEvent.Filed(
          category: nil, urgency: .normal, place: "T01", stageDue: at(30), overallDue: order.core.overallDue))
    case "不予受理": return .declined(OrderEvent.Declined(outcome: .notAccepted, ground: "非职责"))
    case "作废": return .declined(OrderEvent.Declined(outcome: .void, ground: "误报"))
    case "当场答复":
      return .settled(OrderEvent.Settlement(way: .counter, outcome: .explained, text: "已答复", inspectDue: nil))
    case "派遣": return .dispatched(dispatched("U1", at))
    case "改派": return .redispatched(dispatched("U2", at))
    case "签收": return .signed(OrderEvent.Signed(call: nil))
    case "联系": return .contacted(OrderEvent.Contacted(text: "已联系", call: nil))
    case "反馈": return .fedBack(OrderEvent.FedBack(text: "已修", attachments: [], call: nil, stageDue: at(60)))
    case "合格": return .inspected(OrderEvent.Inspected(passed: true, text: "", stageDue: at(60)))
    case "不合格": return .inspected(OrderEvent.Inspected(passed: false, text: "未修", stageDue: at(120)))
    case "结案": return .closed(OrderEvent.Closed(outcome: .solved, text: "", followUpDue: at(1_000)))
    case "直接结案": return .closed(OrderEvent.Closed(outcome: .solved, text: "", followUpDue: nil))
    case "回访满意": return call(reached: true, solved: true, satisfied: true, .done)
    case "回访解决不满意": return call(reached: true, solved: true, satisfied: false, .verdict)
    case "回访不满": return call(reached: true, solved: false, satisfied: false, .verdict)
    case "回访不通": return call(reached: false, solved: false, satisfied: false, .done)
    case "返工":
      return .reopened(OrderEvent.Reopened(reason: "不满意", stage: .handling, stageDue: at(60), rework: true))
    case "重开": return .reopened(OrderEvent.Reopened(reason: "补充材料", stage: .received, stageDue: at(60)))
    case "退单单位": return returned(.unit, at)
    case "退单派遣": return returned(.dispatcher, at)
    case "剔除": return .excluded(OrderEvent.Excluded(rate: "", reason: "演示"))
    case "并入": return .joined(OrderEvent.Joined(into: "20200616-00002"))
    case "拆出": return .parted(OrderEvent.Parted(from: "20200616-00002"))
    case "并网格件":
      return .merged(
        OrderEvent.Merged(
          other: "20200616-00003", reports: [WorkedSteps.report(.grid, "2", at: minute)], urgency: .normal, callers: 2,
          evidence: "", stageDue: order.core.stageDue, handleDue: order.core.handleDue,
          overallDue: order.core.overallDue))
    case "撤销":
      guard let point = order.undo else { throw Unreadable(step: name) }
      return .undone(OrderEvent.Undone(act: point.act, core: point.before))
    default: throw Unreadable(step: name)
    }
  }

  private func dispatched(_ unit: UnitCode, _ at: (Int) -> Instant) -> OrderEvent.Dispatched {
    OrderEvent.Dispatched(
      unit: unit, coUnits: [], category: nil, note: "", stageDue: at(30), handleDue: at(120), filing: false,
      contactDue: at(60))
  }

  private func returned(_ blame: Approving.Blame, _ at: (Int) -> Instant) -> OrderEvent {
    .returned(OrderEvent.Returned(unit: order.core.unit ?? "", blame: blame, text: "", stageDue: at(30)))
  }

  private func call(
    reached: Bool, solved: Bool, satisfied: Bool, _ next: OrderEvent.FollowedUp.Next
  ) -> OrderEvent {
    .followedUp(
      OrderEvent.FollowedUp(
        attempt: order.care.calls + 1, reached: reached, solved: solved, satisfied: satisfied, text: "", next: next))
  }
}

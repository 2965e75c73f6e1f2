/// Before an order is sent out.
extension Act {
  /// Another report of the same incident joins the order.
  func attach(_ report: Report) throws(Refusal) -> OrderEvent {
    guard order.reports.allSatisfy({ !$0.isSameMessage(as: report) }) else {
      throw refusal(.doneAlready, report.sourceID)
    }
    return .attached(OrderEvent.Amended(report: report))
  }

  /// 核实: what collectors of city management and the public report may be looked at on site first.
  func verify(_ verifying: Verifying) throws(Refusal) -> OrderEvent {
    .verified(OrderEvent.Verified(found: verifying.found, text: try written(verifying.text, "text")))
  }

  /// 当场办结: a grid settles what is its own, the counter answers what needs no more.
  func settle(_ settling: Settling) throws(Refusal) -> OrderEvent {
    try checkClaim()
    let text = try written(settling.text, "text")
    try checkChildren()
    guard let first = order.reports.first else { throw refusal(.otherSource) }
    // The others who reported are not on the line.
    if let owed = order.answersOwed(in: city.policy).first(where: { $0 != ReportReference(first) }) {
      throw refusal(.answersOwed, owed.sourceID)
    }
    let way: OrderEvent.Settlement.Way
    switch first.source {
    case .grid: way = .grid
    case .hotline, .window, .other: way = .counter
    case .cityManagement, .enforcement, .police, .emergency: throw refusal(.otherSource, first.source.rawValue)
    }
    let isDrawn = city.policy.draws(ReportReference(first), way: way)
    return .settled(
      OrderEvent.Settlement(
        way: way, outcome: settling.outcome, text: text,
        inspectDue: isDrawn ? try deadlines().due(.inspect, from: now) : nil))
  }

  /// 办理进度: the sub-steps of an enforcement case or a window application, in the order of its table.
  func step(_ stepping: Stepping) throws(Refusal) -> OrderEvent {
    let steps: [String]
    let first: String
    switch order.reports.first?.detail {
    case .enforcement(let item):
      steps = EnforcementCase.Step.allCases.map(\.rawValue)
      first = item.step.rawValue
    case .window(let application):
      steps = WindowApplication.Step.allCases.map(\.rawValue)
      first = application.step.rawValue
    default: throw refusal(.otherSource, order.reports.first?.source.rawValue ?? "")
    }
    guard let wanted = steps.firstIndex(of: stepping.step) else { throw refusal(.unknownName, stepping.step) }
    let reached = steps.firstIndex(of: order.standing.step ?? first) ?? 0
    guard wanted > reached else { throw refusal(.doneAlready, stepping.step) }
    return .stepped(
      OrderEvent.Stepped(step: stepping.step, text: stepping.text, skipped: Array(steps[reached + 1..<wanted])))
  }
}

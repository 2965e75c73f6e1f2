import Journal
import Model
import SafeText
import Terminal

extension OrderTextBuilder {
  /// What is asked for, who commands, who watches, what is owed: nothing where there is nothing of it.
  mutating func standing() {
    pending()
    tallies()
  }

  /// What waits for somebody's word, and what the order waits for itself.
  mutating func pending() {
    guard let order = file?.order else { return }
    if let request = order.standing.request {
      let ground = request.ground.map { "（\(Words.ground($0, city))）" } ?? ""
      let more = request.amount == nil ? "" : "（\(Words.more(request.amount, request.clock))）"
      add("待批 \(Words.request(request.kind))\(ground)\(more)：\(request.reason)  按 r 批", Style(.soon))
    }
    if let suspension = order.activeSuspension(at: state.now) {
      add(
        "挂账 \(Words.ground(suspension.ground, city)) 至 \(TimeWords.full(suspension.until, in: zone))：\(suspension.reason)",
        Style(.soon))
    }
    let instructions = order.care.instructions.enumerated().filter { !order.care.struckOff.contains($0.offset + 1) }
    for (index, instruction) in instructions {
      let isLate = instruction.due < state.now
      add(
        "批示\(index + 1) \(instruction.issuer)：\(instruction.text)  限 \(TimeWords.happened(instruction.due, now: state.now, in: zone))",
        isLate ? Style(.late) : Style(.soon))
    }
  }

  /// Who commands it, what was counted, what is owed.
  mutating func tallies() {
    guard let order = file?.order else { return }
    let items = tallies(order) + owed(order)
    if !items.isEmpty { flow(items, Style(.dim)) }
  }

  private func tallies(_ order: WorkOrder) -> [String] {
    var items = ["指挥 " + Words.rung(order.core.rung)]
    if order.core.direct { items.append("直派") }
    if order.core.assigned { items.append("指定承办") }
    if order.standing.hops > 0 { items.append("退单\(order.standing.hops)次") }
    if order.reworks + order.care.callerReworks > 0 { items.append("返工\(order.reworks + order.care.callerReworks)次") }
    if order.standing.signedUnit == nil, let first = order.standing.firstUnit, first != order.core.unit {
      items.append("首接 " + (city.units[first]?.short ?? first.rawValue) + "（仍负责）")
    }
    if order.care.supervision > 0 { items.append("\(order.care.supervision)级督办（印通知书 command-center notice）") }
    if order.care.urges > 0 { items.append("催办\(order.care.urges)次") }
    if let step = order.standing.step { items.append("进度 " + Words.step(step)) }
    if let into = order.ties.into { items.append("已并到 " + into.short) }
    if !order.ties.parts.isEmpty {
      items.append("并入 " + order.ties.parts.map(\.other.short).joined(separator: "、") + "，\(order.ties.callers)人反映")
    }
    if let parent = order.ties.parent { items.append("属 " + parent.short) }
    if !order.ties.children.isEmpty {
      items.append("子单 \(order.ties.children.count)（未结 \(order.ties.children.count(where: \.isOpen))）")
    }
    // The city's rung says nothing where nothing else is said.
    return items.count == 1 && order.core.rung == .city ? [] : items
  }

  private func owed(_ order: WorkOrder) -> [String] {
    var items: [String] = []
    let owed = order.answersOwed(in: city.policy).count
    if owed > 0, order.core.stage.isDone || order.reports.count > 1 { items.append("待答复 \(owed) 位") }
    if let due = order.core.contactDue, order.care.contactedAt == nil, order.core.stage == .handling {
      items.append("先行联系限 " + TimeWords.happened(due, now: state.now, in: zone))
    }
    if let upstream = order.care.upstream { items.append(Words.upstream(upstream)) }
    return items
  }
}

import Journal
import Model
import Operations
import Terminal

extension Desk {
  /// 比对: the selected order beside what correlation proposes, or beside the other one of two marked orders.
  static func beginMerge(_ state: inout DeskState) -> [DeskEffect] {
    guard let selected = state.queue.selected else { return refuseEmpty(&state) }
    let order: OrderNumber
    let proposals: [MergeForm.Proposal]
    if state.marks.count == 2, let first = state.marks.min(), let second = state.marks.max() {
      order = first
      proposals = [MergeForm.Proposal(number: second, evidence: "")]
    } else {
      order = selected
      let arrivedAt = state.selectedRow?.arrivedAt ?? state.now
      proposals = state.proposals.list(for: selected).map { proposal in
        MergeForm.Proposal(
          number: proposal.number, evidence: ProposalWords.line(proposal, beside: arrivedAt, city: state.city))
      }
    }
    guard !proposals.isEmpty else {
      say(.refusal, "\(selected.short) 没有疑同的工单；也可以用 x 标记两件再按 m", &state)
      return []
    }
    state.dialog = .merge(MergeForm(order: order, proposals: proposals))
    return missingFiles(of: [order] + proposals.map(\.number), &state)
  }

  /// Asks for the files of orders that are not there yet.
  static func missingFiles(of numbers: [OrderNumber], _ state: inout DeskState) -> [DeskEffect] {
    let missing = numbers.filter { state.files[$0] == nil && !state.filesLoading.contains($0) }
    state.filesLoading.formUnion(missing)
    return missing.isEmpty ? [] : [.loadFiles(missing)]
  }

  static func pressMerge(_ key: Key, _ form: MergeForm, _ state: inout DeskState) -> [DeskEffect] {
    var form = form
    switch key.folded {
    case .char("y"), .char("Y"): return decide(form, isOne: true, &state)
    case .char("n"), .char("N"): return decide(form, isOne: false, &state)
    case .char("s"), .char("j"), .down, .tab:
      form.index += 1
      if form.index >= form.proposals.count {
        state.dialog = nil
        say(.note, "以后再说：疑同仍列在详情里", &state)
        return []
      }
    case .char("k"), .up, .backTab: form.index = max(0, form.index - 1)
    case .escape, .char("q"):
      state.dialog = nil
      return []
    default: return []
    }
    state.dialog = .merge(form)
    return []
  }

  private static func decide(_ form: MergeForm, isOne: Bool, _ state: inout DeskState) -> [DeskEffect] {
    guard let other = form.current else { return [] }
    guard let one = state.files[form.order]?.order, let two = state.files[other.number]?.order else {
      say(.refusal, "正在读取，请稍候", &state)
      return []
    }
    state.dialog = nil
    // What has come further takes the other in; of two that have come as far, the one that was there first.
    let isOneKept = progress(one) != progress(two) ? progress(one) > progress(two) : one.number < two.number
    let (kept, taken) = isOneKept ? (one.number, two.number) : (two.number, one.number)
    return give(isOne ? .merge(evidence: other.evidence) : .distinguish, kept, taken, &state)
  }

  /// Gives a command on two orders; the answer is an event.
  static func give(
    _ command: PairCommand, _ kept: OrderNumber, _ other: OrderNumber, _ state: inout DeskState
  ) -> [DeskEffect] {
    guard state.store.canKeep else {
      say(.refusal, "日志连不上，现在办的存不下来，请等恢复后再办", &state)
      return []
    }
    state.commandCount += 1
    state.marks.subtract([kept, other])
    return [
      .performPair(
        PairRequest(command: command, kept: kept, other: other, id: "\(state.context.session):\(state.commandCount)"))
    ]
  }

  private static func progress(_ order: WorkOrder) -> Int {
    switch order.core.stage {
    case .received: 0
    case .filed: 1
    case .dispatched: 2
    default: 3
    }
  }
}

import Terminal
import Journal
import Model
import Operations

extension Desk {
  /// Begins a command of the order's rules: at once where it needs nothing more, else through a dialog.
  static func begin(_ kind: OrderCommand.Kind, _ state: inout DeskState) -> [DeskEffect] {
    if isRefusedInPast(.order(kind), &state) { return [] }
    let orders = state.targets
    guard let first = orders.first else { return refuseEmpty(&state) }
    guard state.store.canKeep else {
      say(.refusal, "日志连不上，现在办的存不下来，请等恢复后再办", &state)
      return []
    }
    let kind = kind == .dispatch && isSent(orders, state) ? .redispatch : kind
    if let reason = inapplicable(kind, orders, state) {
      say(.refusal, reason, &state)
      return []
    }
    switch kind {
    case .claim: return confirmBulk(.claim, orders, &state)
    case .release: return confirmBulk(.release, orders, &state)
    case .undo: return confirmBulk(.undo, orders, &state)
    case .file: return confirmBulk(.file(Filing()), orders, &state)
    case .takeOver:
      let holder = row(first, state)?.claim?.seat.rawValue ?? ""
      state.dialog = .confirm(
        Confirmation(question: .takeOver(first, holder: state.city.seat(SeatCode(holder))?.name ?? holder)))
      return []
    case .dispatch, .redispatch:
      state.dialog = .dispatch(DispatchChoice.form(orders, isRedispatch: kind == .redispatch, state))
      let suggestions = row(first, state).map { loadSuggestions($0, &state) } ?? []
      return (state.pinyin == nil ? [.loadPinyin] : []) + suggestions
    case .inspect:
      state.dialog = .inspection(InspectionForm(orders: orders))
      return []
    case .close:
      state.dialog = .closing(ClosingForm(orders: orders))
      return []
    case .withdraw: return confirmBulk(.withdraw, orders, &state)
    case .deny: return ask(.approve, orders, &state)
    case .merge, .distinguish: return beginMerge(&state)
    case .receive, .amend, .attach, .join, .part: return []
    default: return ask(kind, orders, &state)
    }
  }

  /// 退单 where nothing is asked for yet, else the answer to what is asked for.
  static func beginApproval(_ state: inout DeskState) -> [DeskEffect] {
    let isAsked = state.targets.first.flatMap { row($0, state) }?.stage == .awaitingApproval
    return begin(isAsked ? .approve : .requestReturn, &state)
  }

  /// Gives a command on orders; the answer is an event.
  static func give(
    _ command: OrderCommand, _ orders: [OrderNumber], _ state: inout DeskState
  ) -> [DeskEffect] {
    guard state.store.canKeep else {
      say(.refusal, "日志连不上，现在办的存不下来，请等恢复后再办", &state)
      return []
    }
    state.commandCount += 1
    let targets = orders.map { number in
      PerformRequest.Target(number: number, seen: row(number, state)?.version ?? state.files[number]?.order.version)
    }
    return [
      .perform(
        PerformRequest(
          command: command, orders: targets, id: "\(state.context.session):\(state.commandCount)", at: state.now))
    ]
  }

  private static func isSent(_ orders: [OrderNumber], _ state: DeskState) -> Bool {
    guard let first = orders.first, let row = row(first, state) else { return false }
    return row.stage == .dispatched || row.stage == .handling
  }

  /// Why a command can't be given on what is selected, as far as the screen can tell; the rules have the last word.
  private static func inapplicable(
    _ kind: OrderCommand.Kind, _ orders: [OrderNumber], _ state: DeskState
  ) -> String? {
    let rows = orders.compactMap { row($0, state) }
    if let wrong = rows.first(where: { !StageTable.allows(kind, in: $0.stage) }) {
      let allowed = StageTable.commands(in: wrong.stage).compactMap(way)
      return "\(wrong.number.short) \(Words.stage(wrong.stage))，不能\(Words.command(kind))；可以 "
        + allowed.joined(separator: " ")
    }
    let authority = state.context.authority
    if !state.city.authority.allows(kind, to: authority.role, at: authority.tier) {
      return RefusalWords.text(
        Refusal(.role, kind, subject: authority.role.rawValue), last: nil, city: state.city,
        zone: state.city.calendar.zone)
    }
    if StageTable.needingHands.contains(kind), let held = rows.first(where: { isHeldElsewhere($0, state) }),
      let claim = held.claim
    {
      let refusal = Refusal(.claimedByOther, kind, subject: claim.seat.rawValue, until: claim.until)
      return "\(held.number.short) "
        + RefusalWords.text(refusal, last: nil, city: state.city, zone: state.city.calendar.zone)
    }
    if orders.count > 1, kind == .takeOver { return "接管要一件一件来" }
    return nil
  }

  /// A command that brings an order on, with its key: `d派单`.
  private static func way(_ kind: OrderCommand.Kind) -> String? {
    let action: Action
    switch kind {
    case .claim, .takeOver, .release, .note, .undo, .urge, .escalate, .delegate, .answer, .unmask, .requestSuspension:
      return nil
    case .approve, .requestReturn: action = .approval
    default: action = .order(kind == .redispatch ? .dispatch : kind)
    }
    return Keymap.binding(for: action).map { $0.label + Words.command(kind) }
  }

  private static func isHeldElsewhere(_ row: OrderRow, _ state: DeskState) -> Bool {
    row.claim.map { $0.until > state.now && $0.seat != state.context.authority.seat } ?? false
  }

  static func row(_ number: OrderNumber, _ state: DeskState) -> OrderRow? {
    if let selected = state.selectedRow, selected.number == number { return selected }
    return state.queue.rows.first { $0.number == number }
  }

  static func performed(
    _ kind: OrderCommand.Kind, _ outcomes: [PerformOutcome], _ state: inout DeskState
  ) -> [DeskEffect] {
    var done: [OperationResult] = []
    var failed: [(OrderNumber, OperationError)] = []
    var seen: [OrderNumber: Int] = [:]
    for outcome in outcomes {
      switch outcome.result {
      case .success(let result):
        done.append(result)
        state.changed[outcome.number] = state.wall.adding(milliseconds: changedFor)
        state.marks.remove(outcome.number)
        // What one has done oneself is not news.
        seen[outcome.number] = result.order.version
        if state.context.drill != nil {
          state.sightings.see(outcome.number, version: result.order.version, at: state.present)
        }
        if kind == .unmask {
          state.unmasked.insert(outcome.number)
          state.dialog = .phoneCard(outcome.number)
        }
      case .failure(let error): failed.append((outcome.number, error))
      }
    }
    let zone = state.city.calendar.zone
    if let (number, error) = failed.first {
      let reason = RefusalWords.text(error, city: state.city, zone: zone)
      let rest = outcomes.count > 1 ? "（成 \(done.count) 件，未成 \(failed.count) 件）" : ""
      say(.refusal, "\(number.short) \(reason)\(rest)", &state)
    } else if let result = done.first {
      say(.done, praise(kind, result, count: done.count, state), &state)
    }
    return (seen.isEmpty ? [] : [.markSeen(seen)]) + reload(&state) + loadBoard(&state)
  }

  /// What was done, and whether it can be taken back.
  private static func praise(
    _ kind: OrderCommand.Kind, _ result: OperationResult, count: Int, _ state: DeskState
  ) -> String {
    let order = result.order
    let what = count > 1 ? "\(count) 件" : order.number.short
    let undo = order.undo == nil || kind == .undo ? "" : "，u 可撤"
    switch kind {
    case .dispatch, .redispatch:
      let unit = order.core.unit.flatMap { state.city.units[$0]?.name } ?? ""
      return "已\(Words.command(kind)) \(what) → \(unit)\(undo)"
    case .claim, .takeOver:
      let until = order.claim.map { "，\(TimeWords.minute($0.until, in: state.city.calendar.zone)) 到期" } ?? ""
      return "已\(Words.command(kind)) \(what)\(until)"
    case .inspect where order.stage == .handling: return "\(what) 核查未通过，已退回返工\(undo)"
    default: return "已\(Words.command(kind)) \(what)，现为\(Words.stage(order.stage))\(undo)"
    }
  }
}

import Journal
import Model
import SafeText
import Terminal

/// What each command asks for, and the command that the answers make.
enum CommandForm {
  /// The fields that a command asks for.
  ///
  /// - Parameters:
  ///   - kind: the command.
  ///   - file: the order it is first about.
  ///   - state: the desk.
  static func fields(_ kind: OrderCommand.Kind, _ file: OrderFile, _ state: DeskState) -> [Prompt.Field] {
    let caller = [Prompt.Field.text("来电人"), Prompt.Field.text("来电号码")]
    switch kind {
    case .decline: return [Prompt.Field.text("依据")]
    case .escalate where measures(for: file, state).skipsRungs:
      let rungs = Rung.allCases.filter { $0 > file.order.core.rung }.sorted()
      return [
        Prompt.Field.choice("上报到", rungs.map { (Words.rung($0), $0.rawValue) }), Prompt.Field.text("原因"),
      ]
    case .reopen, .escalate, .delegate, .resume, .unmask: return [Prompt.Field.text("原因")]
    case .note: return [Prompt.Field.text("备注")]
    case .sign: return caller
    case .feedBack: return caller + [Prompt.Field.text("处置情况")]
    case .verify: return [Prompt.Field.choice("结论", [("属实", "yes"), ("不属实", "no")]), Prompt.Field.text("情况")]
    case .settle: return [Prompt.Field.choice("结果", outcomes), Prompt.Field.text("情况")]
    case .contact: return [Prompt.Field.text("联系情况")]
    case .step:
      let steps = Words.steps(of: file.order.reports.first?.detail)
      let reached = file.order.standing.step.flatMap { steps.firstIndex(of: $0) } ?? -1
      return [
        Prompt.Field.choice("步骤", steps.dropFirst(reached + 1).map { (Words.step($0), $0) }),
        Prompt.Field.text("说明", isOptional: true),
      ]
    case .assist:
      return [Prompt.Field.choice("协办", units(file.order.core.coUnits, state))] + caller + [Prompt.Field.text("处置情况")]
    case .requestReturn: return caller + [Prompt.Field.text("退单原因")]
    case .requestSuspension where !grounds(for: file, state).isEmpty:
      return [
        Prompt.Field.choice("事由", grounds(for: file, state).map { (Words.ground($0, state.city), $0) }),
        Prompt.Field.text("天数"), Prompt.Field.text("原因"),
      ]
    case .requestSuspension:
      let grounds = state.city.policy.suspensionGrounds.map { ("\($0.name)≤\($0.maximumDays)天", $0.code) }
      return [Prompt.Field.choice("事由", grounds), Prompt.Field.text("天数")] + caller + [Prompt.Field.text("原因")]
    case .requestExtension:
      return [Prompt.Field.text("延长"), Prompt.Field.choice("单位", [("工作日", "workingDays"), ("小时", "hours")])] + caller
        + [Prompt.Field.text("原因")]
    case .approve: return approval(file)
    case .answer:
      let owed = file.order.answersOwed(in: state.city.policy)
      let reports = owed.map { (label($0, state.city), $0.source.rawValue + ":" + $0.sourceID) }
      return [Prompt.Field.choice("来件", reports), Prompt.Field.text("答复内容")]
    case .followUp:
      return [
        Prompt.Field.choice("结果", [("已解决，满意", "11"), ("已解决，不满意", "10"), ("未解决", "00"), ("无人接听", "-")]),
        Prompt.Field.text("情况", isOptional: true),
      ]
    case .answerBack:
      return [
        Prompt.Field.choice("状态", UpstreamState.allCases.map { (Words.upstream($0), $0.rawValue) }),
        Prompt.Field.text("内容"),
      ]
    case .urge: return [Prompt.Field.text("催办内容")]
    case .supervise:
      return [Prompt.Field.choice("级别", [("一级", "1"), ("二级", "2"), ("三级", "3")]), Prompt.Field.text("要求")]
    case .instruct: return [Prompt.Field.text("批示人"), Prompt.Field.text("批示"), Prompt.Field.text("限几小时")]
    case .strikeOff:
      let open = file.order.care.instructions.enumerated().filter { !file.order.care.struckOff.contains($0.offset + 1) }
      return [
        Prompt.Field.choice("批示", open.map { ("\($0.offset + 1) \($0.element.issuer)", String($0.offset + 1)) }),
        Prompt.Field.text("结果"),
      ]
    case .split:
      return [
        Prompt.Field.choice("并入的", file.order.ties.parts.map { ($0.other.short, $0.other.text) }),
        Prompt.Field.text("原因"),
      ]
    case .branch: return [Prompt.Field.text("事项"), Prompt.Field.text("要求")]
    case .exclude: return [Prompt.Field.text("指标", isOptional: true), Prompt.Field.text("原因")]
    default: return []
    }
  }

  /// What the responses that stand change for an order.
  private static func measures(for file: OrderFile, _ state: DeskState) -> Measures {
    let core = file.order.core
    return state.city.measures(
      under: state.responses, at: core.place, category: core.category, urgency: core.urgency)
  }

  /// The grounds on which this seat may suspend an order at once, because a response makes it wait.
  private static func grounds(for file: OrderFile, _ state: DeskState) -> [String] {
    let authority = state.context.authority
    guard authority.role.isChief, state.city.authority.grants(.respond, to: authority.role, at: authority.tier) else {
      return []
    }
    return measures(for: file, state).grounds.sorted()
  }

  private static func approval(_ file: OrderFile) -> [Prompt.Field] {
    let decision = Prompt.Field.choice("决定", [("批准", "yes"), ("不批准", "no")])
    let word = Prompt.Field.text("意见", isOptional: true)
    guard file.order.standing.request?.kind == .return else { return [decision, word] }
    let blame = Approving.Blame.allCases.map { (Words.blame($0), $0.rawValue) }
    return [decision, Prompt.Field.choice("责任", blame), word]
  }

  /// The command that the answers make; nothing when a number is none.
  static func command(_ prompt: Prompt, at now: Instant, in city: CityTables) -> OrderCommand? {
    let values = prompt.fields.map(\.value)
    func value(_ index: Int) -> String { values.indices.contains(index) ? values[index] : "" }
    func call(_ index: Int) -> PhoneCall { PhoneCall(name: value(index), number: value(index + 1), at: now) }
    switch prompt.command {
    case .decline: return .decline(Declining(ground: value(0)))
    case .reopen: return .reopen(reason: value(0))
    case .escalate where prompt.fields.count == 2:
      return .escalate(reason: value(1), to: Rung(rawValue: value(0)))
    case .escalate: return .escalate(reason: value(0))
    case .delegate: return .delegate(reason: value(0))
    case .resume: return .resume(reason: value(0))
    case .unmask: return .unmask(reason: value(0))
    case .note: return .note(value(0))
    case .sign: return .sign(call: call(0))
    case .feedBack: return .feedBack(Feedback(text: value(2), call: call(0)))
    case .verify: return .verify(Verifying(found: value(0) == "yes", text: value(1)))
    case .settle: return .settle(Settling(outcome: Outcome(rawValue: value(0)) ?? .solved, text: value(1)))
    case .contact: return .contact(text: value(0), call: nil)
    case .step: return .step(Stepping(step: value(0), text: value(1)))
    case .assist: return .assist(Assisting(unit: UnitCode(value(0)), text: value(3), call: call(1)))
    case .requestReturn: return .requestReturn(Asking(reason: value(2), call: call(0)))
    case .requestSuspension where prompt.fields.count == 3:
      return number(value(1), most: 3_650).map { days in
        .requestSuspension(
          SuspensionAsking(
            ground: value(0), until: now.adding(minutes: days * 1_440), reason: value(2), atOnce: true))
      }
    case .requestSuspension:
      return number(value(1), most: 3_650).map { days in
        .requestSuspension(
          SuspensionAsking(
            ground: value(0), until: now.adding(minutes: days * 1_440), reason: value(4), call: call(2)))
      }
    case .requestExtension:
      return number(value(0), most: 10_000).map { amount in
        let limit =
          value(1) == "hours"
          ? Limit(amount: amount * 60, clock: .clockMinutes) : Limit(amount: amount, clock: .workingDays)
        return .requestExtension(ExtensionAsking(limit: limit, reason: value(4), call: call(2)))
      }
    case .approve:
      let hasBlame = prompt.fields.count == 3
      if value(0) == "no" { return .deny(reason: value(hasBlame ? 2 : 1)) }
      return .approve(
        Approving(blame: hasBlame ? Approving.Blame(rawValue: value(1)) : nil, text: value(hasBlame ? 2 : 1)))
    case .answer:
      let parts = value(0).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let source = Source(rawValue: String(parts[0])) else { return nil }
      return .answer(
        Answering(report: ReportReference(source: source, sourceID: String(parts[1])), text: value(1)))
    case .followUp:
      return .followUp(
        FollowingUp(
          reached: value(0) != "-", solved: value(0).hasPrefix("1"), satisfied: value(0) == "11", text: value(1)))
    case .answerBack:
      return .answerBack(AnsweringBack(state: UpstreamState(rawValue: value(0)) ?? .sent, text: value(1)))
    case .urge: return .urge(text: value(0))
    case .supervise: return number(value(0), most: 3).map { .supervise(Supervising(level: $0, text: value(1))) }
    case .instruct:
      return number(value(2), most: 100_000).map { hours in
        .instruct(Instructing(issuer: value(0), text: value(1), due: now.adding(minutes: hours * 60)))
      }
    case .strikeOff:
      return number(value(0), most: 10_000).map { .strikeOff(StrikingOff(instruction: $0, text: value(1))) }
    case .branch: return .branch(Branching(title: value(0), text: value(1)))
    case .exclude: return .exclude(Excluding(rate: Words.rateName(value(0)), reason: value(1)))
    default: return nil
    }
  }

  private static func number(_ text: String, most: Int) -> Int? {
    Int(HalfWidth.folded(text)).flatMap { (1...most).contains($0) ? $0 : nil }
  }

  private static let outcomes = Outcome.allCases.map { (Words.outcome($0), $0.rawValue) }

  private static func units(_ codes: [UnitCode], _ state: DeskState) -> [(String, String)] {
    codes.map { (state.city.units[$0]?.short ?? $0.rawValue, $0.rawValue) }
  }

  private static func label(_ report: ReportReference, _ city: CityTables) -> String {
    (city.sourceNames[report.source] ?? "") + " " + String(report.sourceID.suffix(6))
  }
}

import Journal
import Model

extension History {
  /// What reports say; words that searches look for are among it.
  static let phrases = [
    "夜间施工噪声扰民", "消防通道被货车占用", "路灯不亮", "Water main leak at 5th Avenue", "ＡＢＣ超市门口 Noise 投诉",
    "垃圾清运不及时", "邻里宅基地界纠纷", "噪声", "声噪", "道路积水，车辆绕行", "A-12 号楼漏水", "caf\u{E9} 油烟",
  ]

  /// A report with random fields.
  mutating func report(title: String? = nil, text: String? = nil, sourceID: String? = nil) -> Report {
    let source = random.pick(Source.allCases)
    let closed = random.happens(10)
    let reportedAt = now.adding(minutes: -Int.random(in: 0...600, using: &random))
    return Report(
      source: source, sourceID: sourceID ?? nextSourceID(), reportedAt: reportedAt,
      place: random.pick(SampleCity.places),
      location: random.happens(50) ? Location(address: random.pick(History.phrases)) : nil,
      category: random.happens(60) ? random.pick(SampleCity.categories) : nil,
      urgency: random.pick(Urgency.allCases), title: title ?? random.pick(History.phrases),
      text: text ?? phrases(), confidential: random.happens(10), attachments: attachments(),
      upstream: random.happens(15) ? Upstream(number: "U-\(sourceID ?? "1")", level: "市级") : nil,
      origin: closed
        ? OriginState(
          unit: random.pick(SampleCity.units), status: "办结", closedAt: reportedAt.adding(minutes: 30), outcome: "已办")
        : nil)
  }

  /// A command of a kind, with random fields; the rules may refuse it.
  mutating func randomCommand(_ kind: OrderCommand.Kind, on order: WorkOrder) -> OrderCommand {
    switch kind {
    case .receive: .receive(report())
    case .amend: amendment(of: order)
    case .file:
      .file(
        Filing(
          category: random.pick(SampleCity.categories), urgency: random.pick(Urgency.allCases),
          place: random.happens(50) ? random.pick(SampleCity.places) : nil))
    case .decline: .decline(Declining(ground: "不属受理范围"))
    case .claim: .claim
    case .takeOver: .takeOver
    case .release: .release
    case .dispatch: .dispatch(dispatching())
    case .redispatch: .redispatch(dispatching())
    case .sign:
      .sign(call: random.happens(40) ? PhoneCall(name: "倪某", number: "11900000001", at: now) : nil)
    case .feedBack: .feedBack(Feedback(text: "已处理", attachments: attachments()))
    case .inspect: .inspect(Inspecting(passed: random.happens(70), text: "现场查看"))
    case .close: .close(Closing(outcome: random.pick([.solved, .explained]), text: "办结"))
    case .reopen: .reopen(reason: "来电人不满意")
    case .note: .note("补充：" + random.pick(History.phrases))
    case .undo: .undo
    default: randomChainCommand(kind, on: order)
    }
  }

  /// A command of the chain of command, with random fields; the rules may refuse it.
  private mutating func randomChainCommand(_ kind: OrderCommand.Kind, on order: WorkOrder) -> OrderCommand {
    let call = random.happens(40) ? PhoneCall(name: "倪某", number: "11900000001", at: now) : nil
    let other = OrderNumber(day: order.number.day, sequence: order.number.sequence + 1)
    let first = order.reports.first.map { ReportReference($0) } ?? ReportReference(source: .other, sourceID: "")
    switch kind {
    case .attach: return .attach(report(sourceID: "again-\(order.number.text)"))
    case .verify: return .verify(Verifying(found: random.happens(80), text: "现场查看"))
    case .settle: return .settle(Settling(text: "当场处理"))
    case .contact: return .contact(text: "已联系", call: call)
    case .step: return .step(Stepping(step: "investigation"))
    case .assist: return .assist(Assisting(unit: order.core.coUnits.first ?? "", text: "已配合", call: call))
    case .requestReturn: return .requestReturn(Asking(reason: "不属职责", call: call))
    case .requestSuspension:
      return .requestSuspension(
        SuspensionAsking(ground: "WEATHER", until: now.adding(minutes: 1_440), reason: "大风", call: call))
    case .requestExtension:
      return .requestExtension(
        ExtensionAsking(limit: Limit(amount: 10, clock: .clockMinutes), reason: "缺件", call: call))
    case .approve: return .approve(Approving(blame: random.pick(Approving.Blame.allCases), text: "同意"))
    case .deny: return .deny(reason: "理由不足")
    case .withdraw: return .withdraw
    case .resume: return .resume(reason: "天气转好")
    case .escalate: return .escalate(reason: "超出能力")
    case .delegate: return .delegate(reason: "就近处理")
    case .answer: return .answer(Answering(report: first, text: "已告知", call: call))
    case .followUp:
      return .followUp(
        FollowingUp(
          reached: random.happens(70), solved: random.happens(70), satisfied: random.happens(70), text: "回访"))
    case .answerBack: return .answerBack(AnsweringBack(state: random.pick(UpstreamState.allCases), text: "已办"))
    case .urge: return .urge(text: "请尽快")
    case .supervise: return .supervise(Supervising(level: Int.random(in: 1...3, using: &random), text: "限时办结"))
    case .instruct: return .instruct(Instructing(issuer: "顾某", text: "从速", due: now.adding(minutes: 600)))
    case .strikeOff: return .strikeOff(StrikingOff(instruction: 1, text: "已落实"))
    case .exclude: return .exclude(Excluding(rate: "", reason: "重复登记"))
    case .merge:
      return .merge(
        Merging(
          other: other, reports: [report(sourceID: "with-\(other.text)")], urgency: .normal,
          callers: Int.random(in: 2...7, using: &random)))
    case .join: return .join(into: other)
    case .split: return .split(off: order.ties.parts.first?.other ?? other, reason: "不同楼栋")
    case .part: return .part(from: order.ties.into ?? other)
    case .distinguish: return .distinguish(from: other)
    case .branch: return .branch(Branching(title: "分出一件", text: "请办"))
    case .unmask: return .unmask(reason: "核对来电人")
    default: return .note("补充")
    }
  }

  /// Personal data of nobody.
  static let somebody = PersonalData(name: "某人", phone: "11900001234", identity: "000000190001010000")

  private mutating func amendment(of order: WorkOrder) -> OrderCommand {
    var changed = random.pick(order.reports)
    changed.text = phrases()
    changed.attachments = attachments()
    return .amend(changed)
  }

  private mutating func dispatching() -> Dispatching {
    Dispatching(
      unit: random.pick(SampleCity.units), coUnits: [random.pick(SampleCity.units)],
      category: random.pick(SampleCity.categories), note: "请速办")
  }

  private mutating func phrases() -> String {
    let count = Int.random(in: 1...3, using: &random)
    return (0..<count).map { _ in random.pick(History.phrases) }.joined(separator: "；")
  }

  private mutating func attachments() -> [Attachment] {
    (0..<Int.random(in: 0...2, using: &random)).map { index in
      Attachment(kind: "photo", uri: "file:photo-\(index).jpg", sha256: String(repeating: "0", count: 64))
    }
  }
}

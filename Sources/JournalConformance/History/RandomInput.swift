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

public import Journal
public import Model
import SafeText

/// Events as a timeline and the ticker tell them.
public enum EventWords {
  /// What happened, without who and when: `派单 → 水务站`.
  public static func what(_ event: OrderEvent, city: CityTables) -> String {
    switch event {
    case .received(let received): arrival(received)
    case .attached(let attached): "续报：" + attached.report.title
    case .amended: "来源补正"
    case .filed(let filed): "立案" + (filed.urgency == .normal ? "" : "（\(city.urgencyNames[filed.urgency] ?? "")）")
    case .declined(let declined): "不予立案：\(Words.outcome(declined.outcome)) \(declined.ground)"
    case .claimed: "认领"
    case .takenOver(let takenOver): "接管（原在\(seat(takenOver.from, city))）"
    case .released: "放回"
    case .dispatched(let dispatched): "派单 → " + sent(dispatched, city)
    case .redispatched(let dispatched): "改派 → " + sent(dispatched, city)
    case .signed(let signed): signed.call.map { "代签收（\(call($0))）" } ?? "签收"
    case .fedBack(let fedBack):
      (fedBack.call.map { "代反馈（\(call($0))）" } ?? "反馈") + "：" + fedBack.text + attachments(fedBack.attachments)
    case .inspected(let inspected):
      (inspected.passed ? "核查通过" : "核查未通过，返工") + (inspected.text.isEmpty ? "" : "：" + inspected.text)
    case .closed(let closed):
      "结案：" + Words.outcome(closed.outcome) + (closed.text.isEmpty ? "" : " " + closed.text)
    case .reopened(let reopened): "重开：" + reopened.reason
    case .noted(let noted): "备注：" + noted.text
    case .undone(let undone): "撤销" + Words.command(undone.act)
    case .verified(let verified): "核实" + (verified.found ? "属实" : "不属实") + "：" + verified.text
    case .settled(let settlement): settled(settlement)
    case .contacted(let contacted): "先行联系：" + contacted.text
    case .stepped(let stepped):
      "进度：" + Words.step(stepped.step) + (stepped.text.isEmpty ? "" : "，" + stepped.text)
        + (stepped.skipped.isEmpty ? "" : "（跳过\(stepped.skipped.map(Words.step).joined(separator: "、"))）")
    case .assisted(let assisted): "协办反馈（\(name(assisted.unit, city))）：" + assisted.text
    case .requested, .returned, .suspended, .extended, .denied, .withdrawn, .resumed, .escalated, .delegated:
      standing(event, city)
    case .answered(let answered): "答复 \(answered.report.sourceID)：" + answered.text
    case .followedUp(let call): followedUp(call)
    case .answeredBack(let answer): "回传（\(Words.upstream(answer.state))）：" + answer.text
    case .urged, .supervised, .instructed, .struckOff, .excluded: supervision(event)
    case .merged(let merged): "并入 \(merged.other)，\(merged.callers) 人反映"
    case .partAmended(let amended): "并入的 \(amended.other) 来源补正"
    case .joined(let joined): "并到 \(joined.into)"
    case .split(let split): "拆出 \(split.off)：" + split.reason
    case .parted(let parted): "从 \(parted.from) 拆出"
    case .distinguished(let distinguished): "与 \(distinguished.from) 不是一件"
    case .branched(let branched): "分派子单 \(branched.child.sourceID)：" + branched.title
    case .childEnded(let ended): "子单 \(ended.child.sourceID) 办结：" + Words.outcome(ended.outcome)
    case .childReopened(let reopened): "子单 \(reopened.child.sourceID) 重开"
    case .unmasked(let reason): "看明来件人：" + reason.reason
    }
  }

  private static func arrival(_ received: OrderEvent.Received) -> String {
    if received.report.origin?.closedAt != nil { return "受理（来源已办结）" }
    return received.settlement.map { "受理，" + settled($0) } ?? "受理"
  }

  private static func settled(_ settlement: OrderEvent.Settlement) -> String {
    (settlement.way == .grid ? "网格当场办结" : "坐席当场答复") + (settlement.inspectDue == nil ? "" : "（抽中核查）")
      + (settlement.text.isEmpty ? "" : "：" + settlement.text)
  }

  private static func standing(_ event: OrderEvent, _ city: CityTables) -> String {
    switch event {
    case .requested(let request):
      let what =
        switch request.kind {
        case .suspension: "（\(Words.ground(request.ground ?? "", city))）"
        case .extension: "（\(Words.more(request.amount, request.clock))）"
        case .return, .rework: ""
        }
      return "申请" + Words.request(request.kind) + what + "：" + request.reason
    case .returned(let returned):
      return "准予退单（原派\(name(returned.unit, city))，责任在\(Words.blame(returned.blame))）"
        + (returned.text.isEmpty ? "" : "：" + returned.text)
    case .suspended(let suspension): return "准予挂账（\(Words.ground(suspension.ground, city))）：" + suspension.reason
    case .extended(let extended): return "准予延期" + (extended.text.isEmpty ? "" : "：" + extended.text)
    case .denied(let reason): return "不予批准：" + reason.reason
    case .withdrawn: return "撤回申请"
    case .resumed(let resumed): return "恢复计时：" + resumed.reason
    case .escalated(let moved): return "上报\(Words.rung(moved.to))：" + moved.reason
    case .delegated(let moved): return "下派\(Words.rung(moved.to))：" + moved.reason
    default: return ""
    }
  }

  private static func followedUp(_ call: OrderEvent.FollowedUp) -> String {
    let found =
      call.reached
      ? (call.solved ? "已解决" : "未解决") + "、" + (call.satisfied ? "满意" : "不满意") : "无人接听"
    return "第\(call.attempt)次回访：" + found + (call.text.isEmpty ? "" : "，" + call.text)
  }

  private static func supervision(_ event: OrderEvent) -> String {
    switch event {
    case .urged(let urged): "催办：" + RaiseWords.reason(urged.text, urged.rule)
    case .supervised(let supervised):
      RaiseWords.act(supervised.level) + "：" + RaiseWords.reason(supervised.text, supervised.rule)
    case .instructed(let instruction): "\(instruction.issuer)批示：" + instruction.text
    case .struckOff(let struckOff): "批示\(struckOff.instruction)销号：" + struckOff.text
    case .excluded(let excluded): "剔除\(excluded.rate)：" + excluded.reason
    default: ""
    }
  }

  /// Who brought an event about: the officer's seat and masked name, or the source for a feed.
  public static func who(_ header: EventHeader, _ event: OrderEvent, city: CityTables) -> String {
    switch event {
    case .received(let received): reporter(received.report, city)
    case .amended(let amended), .attached(let amended): reporter(amended.report, city)
    case .partAmended(let amended): reporter(amended.report, city)
    case let event where isRaised(event): "规则"
    default:
      seat(header.seat, city) + (city.officer(header.officer).map { " " + Masking.name($0.name) } ?? "")
    }
  }

  /// Whether a rule of the city brought it about, and no officer.
  static func isRaised(_ event: OrderEvent) -> Bool {
    switch event {
    case .urged(let urged): urged.rule != nil
    case .supervised(let supervised): supervised.rule != nil
    default: false
    }
  }

  private static func reporter(_ report: Report, _ city: CityTables) -> String {
    let source = city.sourceNames[report.source] ?? report.source.rawValue
    switch report.detail {
    case .grid(let alert): return source + " " + Masking.name(alert.worker)
    case .cityManagement(let item): return source + " " + item.collector
    case .hotline(let item): return source + (item.channel == .upstream ? " 上级交办" : "")
    default: return source
    }
  }

  private static func seat(_ code: SeatCode, _ city: CityTables) -> String {
    city.seat(code)?.name ?? code.rawValue
  }

  private static func sent(_ dispatched: OrderEvent.Dispatched, _ city: CityTables) -> String {
    let helpers = dispatched.coUnits.map { name($0, city) }
    return name(dispatched.unit, city) + (helpers.isEmpty ? "" : "（协办 \(helpers.joined(separator: "、"))）")
      + (dispatched.note.isEmpty ? "" : "：" + dispatched.note)
  }

  private static func call(_ call: PhoneCall) -> String {
    "电话 \(Masking.name(call.name)) \(Masking.phone(call.number))"
  }

  private static func attachments(_ list: [Attachment]) -> String {
    list.isEmpty ? "" : " 附\(list.count)"
  }

  private static func name(_ unit: UnitCode, _ city: CityTables) -> String {
    city.units[unit]?.name ?? unit.rawValue
  }
}

/// Events as the ticker tells them.
enum ActivityWords {
  /// The events as lines; what the rules raised in a row stands in one.
  static func lines(_ entries: [DecodedEvent], city: CityTables) -> [ActivityLine] {
    var lines: [ActivityLine] = []
    var raised: [DecodedEvent] = []
    func gather() {
      if raised.count > mostRaised {
        lines.append(gathered(raised))
      } else {
        lines += raised.map { line($0, city: city) }
      }
      raised = []
    }
    for entry in entries {
      if EventWords.isRaised(entry.event) {
        raised.append(entry)
      } else {
        gather()
        lines.append(line(entry, city: city))
      }
    }
    gather()
    return lines
  }

  /// The most in a row that stand one by one.
  private static let mostRaised = 3

  /// `规则催办 12 件、督办 8 件：0616-0012、0616-0013 等`.
  private static func gathered(_ entries: [DecodedEvent]) -> ActivityLine {
    let urged = entries.count { if case .urged = $0.event { true } else { false } }
    let acts = [("催办", urged), ("督办", entries.count - urged)].filter { $0.1 > 0 }.map { "\($0.0) \($0.1) 件" }
    let numbers = entries.prefix(2).compactMap { $0.header.stream.orderNumber?.short }
    let text = "规则" + acts.joined(separator: "、") + "：" + numbers.joined(separator: "、") + " 等"
    let newest = entries[0].header
    return ActivityLine(sequence: newest.sequence, at: newest.recordedAt, text: text, isArrival: false)
  }

  static func line(_ entry: DecodedEvent, city: CityTables) -> ActivityLine {
    let header = entry.header
    let number = header.stream.orderNumber?.short ?? header.stream.id
    var isArrival = false
    let text: String
    if case .received(let received) = entry.event {
      isArrival = true
      let source = city.sourceNames[received.report.source] ?? ""
      let town = city.places.town(of: header.place).flatMap { city.places[$0]?.name } ?? ""
      text = "新来件 \(number) \(source) \(town) \(Masking.freeText(received.report.title))"
    } else {
      let seat = city.seat(header.seat)?.name ?? (EventWords.isRaised(entry.event) ? "规则" : "来源")
      text = "\(number) \(seat) \(Masking.freeText(EventWords.what(entry.event, city: city)))"
    }
    return ActivityLine(sequence: header.sequence, at: header.recordedAt, text: text, isArrival: isArrival)
  }
}

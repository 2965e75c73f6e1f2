public import Journal
public import Model
import SafeText

/// Events as a timeline and the ticker tell them.
public enum EventWords {
  /// What happened, without who and when: `派单 → 水务站`.
  public static func what(_ event: OrderEvent, city: CityTables) -> String {
    switch event {
    case .received(let received):
      received.report.origin?.closedAt == nil ? "受理" : "受理（来源已办结）"
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
    }
  }

  /// Who brought an event about: the officer's seat and masked name, or the source for a feed.
  public static func who(_ header: EventHeader, _ event: OrderEvent, city: CityTables) -> String {
    switch event {
    case .received(let received): reporter(received.report, city)
    case .amended(let amended): reporter(amended.report, city)
    default:
      seat(header.seat, city) + (city.officer(header.officer).map { " " + Masking.name($0.name) } ?? "")
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
  static func line(_ entry: DecodedActivity, city: CityTables) -> ActivityLine {
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
      let seat = city.seat(header.seat)?.name ?? "来源"
      text = "\(number) \(seat) \(Masking.freeText(EventWords.what(entry.event, city: city)))"
    }
    return ActivityLine(sequence: header.sequence, at: header.recordedAt, text: text, isArrival: isArrival)
  }
}

public import Model
import SafeText

/// What the desk calls what stands in books: the responses, shifts, points.
public enum BookWords {
  /// `Ⅱ级`.
  public static func level(_ level: ResponseLevel) -> String {
    switch level {
    case .four: "Ⅳ级"
    case .three: "Ⅲ级"
    case .two: "Ⅱ级"
    case .one: "Ⅰ级"
    }
  }

  /// The name of a kind of response.
  public static func kind(_ code: String, city: CityTables) -> String {
    city.policy.responses.kind(code)?.name ?? code
  }

  /// `防汛Ⅱ级`, with the town where it is not for the whole city.
  public static func short(_ setting: ResponseEvent.Setting, city: CityTables) -> String {
    let place = city.places[setting.place]
    return (place?.kind == .city ? "" : place?.name ?? setting.place.rawValue) + kind(setting.kind, city: city)
      + level(setting.level)
  }

  /// A response that stands, in full: `防汛Ⅱ级 海门市 06-16 08:20起 陈某：暴雨红色预警`.
  public static func line(_ response: Responses.Response, city: CityTables, now: Instant) -> String {
    let setting = response.setting
    let place = city.places[setting.place]?.name ?? setting.place.rawValue
    let officer = HandOverWords.officer(response.signature.officer, city: city)
    let since = TimeWords.happened(response.since, now: now, in: city.calendar.zone)
    return "\(kind(setting.kind, city: city))\(level(setting.level)) \(place) \(since)起 \(officer)：\(setting.reason)"
  }

  /// What was done.
  static func done(_ command: BookCommand, city: CityTables) -> String {
    switch command {
    case .response(.set(let kind, let level, let place, _, _)):
      let place = city.places[place]?.name ?? place.rawValue
      return "\(place)\(self.kind(kind, city: city))应急响应定为\(self.level(level))，时限和口径随之而变"
    case .response(.lift(let kind, let place, _)):
      return "\(city.places[place]?.name ?? place.rawValue)\(self.kind(kind, city: city))应急响应已终止"
    case .handOver: return "已交班，等下一班确认"
    case .takeOver: return "已接班"
    case .points(.earn(let points, _), let volunteer): return "\(SafeText(volunteer).string) 已记 \(points) 分"
    case .points(.spend(let points, _, _), let volunteer): return "\(SafeText(volunteer).string) 已兑换 \(points) 分"
    case .points(.correct(let entry, _), let volunteer): return "\(SafeText(volunteer).string) 第 \(entry) 笔已冲正"
    }
  }

  /// A line of a ledger: `3 06-16 09:12 +5 河道巡查 8分 陈志明`.
  public static func line(_ entry: PointsLedger.Entry, _ ledger: PointsLedger, city: CityTables) -> String {
    let sign = entry.change > 0 ? "+" : ""
    let at = TimeWords.full(entry.signature.at, in: city.calendar.zone)
    return "\(entry.version) \(at) \(sign)\(entry.change) \(what(entry, ledger, city: city)) 余 \(entry.balance) 分 "
      + HandOverWords.officer(entry.signature.officer, city: city)
  }

  /// What an entry of a ledger was for.
  static func what(_ entry: PointsLedger.Entry, _ ledger: PointsLedger, city: CityTables) -> String {
    let what =
      switch entry.event {
      case .earned(let earning): earning.service
      case .spent(let spending):
        "\(city.partners.first { $0.code == spending.partner }?.name ?? spending.partner)兑换\(spending.goods)"
      case .corrected(let correction): "冲正第 \(correction.entry) 笔：\(correction.reason)"
      }
    return what + (ledger.isCorrected(entry.version) ? "（已冲正）" : "")
  }

  /// Why nothing was written.
  public static func text(_ refusal: BookRefusal, city: CityTables) -> String {
    let subject = refusal.subject
    switch refusal.code {
    case .role: return "\(Role(rawValue: subject).map(Words.role) ?? "")席不能办这一项，请由有权的席位办"
    case .outsideScope: return "\(city.places[PlaceCode(subject)]?.name ?? subject)不归本席管辖"
    case .unknownPlace: return "\(subject) 不是市或区镇，请核对地点编码"
    case .unknownKind: return "response-kinds.csv 里没有 \(subject)，请重选响应"
    case .blank: return "\(RefusalWords.field(subject))不能空着"
    case .standsAlready: return "\(kind(subject, city: city))应急响应已是这一级，不必再设"
    case .notStanding: return "那里没有\(kind(subject, city: city))应急响应，不必终止"
    case .nothingHandedOver: return "\(city.seat(SeatCode(subject))?.name ?? subject)没有待接的交班"
    case .takenAlready: return "\(HandOverWords.officer(OfficerCode(subject), city: city))已接班，不能再接"
    case .ownHandOver: return "自己交的班不能自己接，请由下一班确认"
    case .unknownSeat: return "城市里没有席位 \(subject)，请核对 seats.csv"
    case .notPositive: return "积分应是大于 0 的整数"
    case .notEnough: return "积分不够，现有 \(subject) 分"
    case .unknownPartner: return "partners.csv 里没有 \(subject)，请核对共建单位"
    case .unknownEntry: return "账上没有第 \(subject) 笔"
    case .correctedAlready: return "第 \(subject) 笔已冲正，或本身就是冲正"
    case .unknownInject: return "导调脚本里没有来件 \(subject)，请核对编号"
    case .arrivedAlready: return "来件 \(subject) 已经到了，不能再调"
    case .passed: return "来件 \(subject) 已取消，或条件已过，不会再来；要来请立即下达"
    case .minutes: return "分钟数应是 \(subject) 的整数"
    case .badName: return "名称应为 1 到 100 个字节"
    }
  }
}

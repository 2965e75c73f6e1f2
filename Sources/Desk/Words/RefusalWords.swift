public import Journal
public import Model
public import Operations
import SafeText

/// Refusals and failures as an officer reads them: what happened, and what to do.
public enum RefusalWords {
  /// Why an operation was not carried out.
  public static func text(_ error: OperationError, city: CityTables, zone: ZoneOffsets) -> String {
    switch error {
    case .refused(let refusal, let last): text(refusal, last: last, city: city, zone: zone)
    case .refusedBook(let refusal): BookWords.text(refusal, city: city)
    case .overtaken(let header):
      "\(seat(header.seat, city)) \(TimeWords.minute(header.recordedAt, in: zone)) 已先一步办理，请看最新情况后再办"
    case .reused(let header):
      "这个命令编号已用于另一条命令"
        + (header.map { "（\(seat($0.seat, city)) \(TimeWords.minute($0.recordedAt, in: zone))）" } ?? "")
        + "，没有办；请换一个编号"
    case .noSuchOrder(let number): "没有工单 \(number.text)，请核对编号"
    case .over: "演练已结束，不再收命令；按 . 看得分"
    case .journal(let error): text(error)
    }
  }

  /// Why the rules say no.
  public static func text(
    _ refusal: Refusal, last: EventHeader?, city: CityTables, zone: ZoneOffsets
  ) -> String {
    let command = Words.command(refusal.command)
    switch refusal.code {
    case .stage:
      let who = last.map { "（\(seat($0.seat, city)) \(TimeWords.minute($0.recordedAt, in: zone)) 最后办理）" } ?? ""
      return "\(refusal.stage.map(Words.stage) ?? "此时")的工单不能\(command)\(who)"
    case .outsideScope: return "\(place(refusal.subject, city))不归本席管辖，不能\(command)"
    case .role: return "\(Role(rawValue: refusal.subject).map(Words.role) ?? "")席不能\(command)"
    case .claimedByOther:
      let until = refusal.until.map { "，\(TimeWords.minute($0, in: zone)) 到期" } ?? ""
      return "\(seat(SeatCode(refusal.subject), city)) 已认领\(until)，不能\(command)；值班长可按 C 接管"
    case .alreadyClaimed: return "本席已认领，不必再\(command)"
    case .notClaimed: return "没有认领，不能\(command)"
    case .unknownUnit: return "单位表里没有 \(refusal.subject)，请重选承办单位"
    case .unknownCategory: return "派单目录里没有 \(refusal.subject)，请重选类别"
    case .unknownPlace: return "地点表里没有 \(refusal.subject)，请核对地点编码"
    case .sameUnit: return "已在\(city.units[UnitCode(refusal.subject)]?.name ?? refusal.subject)，不必改派"
    case .noLimit: return "时限表没有\(refusal.subject)的时限，请补表后再\(command)"
    case .blank: return "\(field(refusal.subject))不能空着"
    case .photoRequired: return "此类工单反馈须有照片"
    case .handlerInspects: return "谁办理谁不核查，请换一位核查"
    case .nothingToUndo: return "没有可撤销的一步"
    case .undoByOther: return "上一步是\(city.officer(OfficerCode(refusal.subject))?.name ?? "他人")办的，只有本人或值班长能撤"
    case .undoAfterSigning: return "承办单位已签收，不能撤销；请用 d 改派"
    case .otherReport: return "补正的来件不属于这件工单"
    case .callTime: return "通话时间应在进入本环节之后、现在之前"
    default: return chain(refusal, city: city, zone: zone)
    }
  }

  /// Why the chain of command says no.
  private static func chain(_ refusal: Refusal, city: CityTables, zone: ZoneOffsets) -> String {
    let command = Words.command(refusal.command)
    let until = refusal.until.map { TimeWords.full($0, in: zone) } ?? ""
    switch refusal.code {
    case .otherUnit: return "工单不在\(unit(refusal.subject, city))名下，不能\(command)"
    case .aboveRung: return "工单在\(Rung(rawValue: refusal.subject).map(Words.rung) ?? "")指挥，区镇不能\(command)"
    case .rungTop: return "已在最高一级，不能再上报"
    case .oneRung: return "没有应急响应时只能逐级上报，请先报到\(Rung(rawValue: refusal.subject).map(Words.rung) ?? "上一级")"
    case .notWaiting: return "没有应急响应要求它等候（\(Words.ground(refusal.subject, city))），请走申请挂账"
    case .rungBottom: return "\(place(refusal.subject, city))没有更低一级可下派"
    case .suspended: return "挂账中（\(Words.ground(refusal.subject, city))），\(until) 恢复计时，此前不能\(command)；先恢复再办"
    case .notSuspended: return "没有挂账，不必恢复"
    case .unknownGround: return "挂账事由表里没有 \(refusal.subject)，请重选"
    case .badMoment: return "\(refusal.subject == "due" ? "批示期限" : "挂账期限")应在现在之后"
    case .tooLate: return "已过时限（\(until)），不能\(command)"
    case .overCap: return "超过最长期限（\(until)）"
    case .usedUp: return "次数已用完，不能再\(command)"
    case .assignedUnit: return "带班领导指定\(unit(refusal.subject, city))承办，不能退单"
    case .mustBeAssigned: return "已退 \(refusal.subject) 次，须由带班领导指定承办"
    case .ownRequest: return "自己申请的不能自己批"
    case .otherSource:
      return "\(Source(rawValue: refusal.subject).flatMap { city.sourceNames[$0] } ?? "此类")来件不能\(command)"
    case .unknownName: return "没有「\(SafeText(refusal.subject).string)」这一项"
    case .doneAlready: return "已办过，不必再\(command)"
    case .answersOwed: return "还有来件人没有答复（\(SafeText(refusal.subject).string)），请先答复"
    case .childrenOpen: return "子单 \(SafeText(refusal.subject).string) 还没办结，不能\(command)"
    case .exercise: return "演练来件和真实来件不能混在一本日志里"
    case .notTied: return "与 \(refusal.subject) 没有可\(command)的关系"
    default: return "不能\(command)"
    }
  }

  private static func unit(_ code: String, _ city: CityTables) -> String {
    city.units[UnitCode(code)]?.name ?? code
  }

  /// Why the journal could not do it.
  public static func text(_ error: JournalError) -> String {
    SafeText(error.message).string
  }

  private static func seat(_ code: SeatCode, _ city: CityTables) -> String {
    city.seat(code)?.name ?? (code.rawValue.isEmpty ? "来件" : code.rawValue)
  }

  private static func place(_ code: String, _ city: CityTables) -> String {
    city.places[PlaceCode(code)]?.name ?? code
  }

  /// What a field is called.
  static func field(_ name: String) -> String {
    switch name {
    case "note": "备注"
    case "ground": "依据"
    case "reason": "原因"
    case "text": "情况"
    case "name": "来电人"
    case "number": "来电号码"
    case "blame": "退单责任"
    case "issuer": "批示人"
    case "title": "事项"
    case "service": "做了什么"
    case "goods": "换了什么"
    default: name
    }
  }
}

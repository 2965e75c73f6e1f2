public import Journal
public import Model
import SafeText

/// Leads as the desk and the sub-commands write them: each 疑似, none a verdict.
public enum LeadWords {
  /// What a kind is called.
  public static func kind(_ kind: Lead.Kind) -> String {
    switch kind {
    case .inaction: "疑似不作为"
    case .slowness: "疑似慢作为"
    case .pretence: "疑似虚作为"
    case .excess: "疑似乱作为"
    }
  }

  /// What a rule found.
  public static func what(_ lead: Lead) -> String {
    switch lead.rule {
    case .untaken: (lead.stage == .received ? "逾期" : "派单后逾期") + (lead.isRunning ? "至今" : "") + "未\(taking(lead.stage))"
    case .shirked: "两次退单后又接下（推诿）"
    case .lateStage: Words.limit(lead.stage) + (lead.isRunning ? "已超期" : "超期")
    case .lateOverall: lead.isRunning ? "总时限已超" : "超总时限办结"
    case .notDone: "报办结而核查未办好"
    case .notSolved: "已办结而来件人说未解决"
    case .skipped: "跳过步骤"
    case .beyondAuthority: "超出席位权限的操作"
    }
  }

  private static func taking(_ stage: Stage) -> String { stage == .received ? "立案" : "签收" }

  /// A lead in one line, with the limit that was missed.
  public static func line(_ lead: Lead, in city: CityTables) -> String {
    let due = lead.due.map { "，限 " + TimeWords.full($0, in: city.calendar.zone) } ?? ""
    return what(lead) + due
  }

  /// Whom it points at: the unit, or the centre.
  public static func unit(_ unit: UnitCode?, in city: CityTables) -> String {
    unit.map { city.units[$0]?.short ?? $0.rawValue } ?? "指挥中心"
  }

  /// The events that bear a lead out: when, what, whose.
  public static func evidence(_ lead: Lead, _ file: OrderFile, in city: CityTables) -> [String] {
    lead.evidence.compactMap { version in
      file.events.first { $0.header.version == version }.map { event in
        let what = SafeText(Masking.freeText(EventWords.what(event.event, city: city))).string
        let who = EventWords.who(event.header, event.event, city: city)
        return "\(TimeWords.full(event.header.occurredAt, in: city.calendar.zone))  \(what)  \(who)"
      }
    }
  }
}

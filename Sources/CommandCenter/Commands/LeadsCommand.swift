import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center leads`: what an inspector should look into, with the evidence.
struct LeadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leads", abstract: "督查线索：疑似不作为、慢作为、虚作为、乱作为，逐件附依据；是线索，不是结论。",
    discussion: """
      按来件日取工单，此刻还超着期的也在内。不作为：逾期未立案、未签收，两次退单后又接下；慢作为：环节或总时限超期；
      虚作为：报办结而核查未办好，或来件人说未解决；乱作为：跳过步骤，超出席位权限（按今天的 authority.csv 看）。
      """)

  @OptionGroup var sitting: SittingOptions

  @OptionGroup var span: DaySpan

  @Option(name: .long, help: ArgumentHelp("区镇的代码或名称。", valueName: "区镇"))
  var town: String?

  @Option(name: .long, help: ArgumentHelp("哪一类：inaction 不作为、slowness 慢作为、pretence 虚作为、excess 乱作为。", valueName: "类别"))
  var kind: Lead.Kind?

  @Flag(name: .long, help: "输出为 JSON 数组，一条线索一行。")
  var json = false

  /// How many units the summary names.
  private static let foremost = 10

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let city = opened.city
      let now = try opened.operations.now()
      let naming = OrderNaming(viewpoint: try opened.viewpoint(sitting))
      let days = span.days(at: now, in: city.calendar.zone)
      let span = LeadSpan(from: days.from, to: days.to, town: try naming.town(town), now: now)
      let output = StandardOutput()
      if json {
        var records: [LeadRecord] = []
        try opened.operations.leads(span, kind: kind) { found in
          records += found.leads.map { LeadRecord($0, found, city: city) }
        }
        try output.array {
          defer { records = [] }
          return records
        }
      } else {
        var tally = LeadTally()
        var lines: [String] = []
        try opened.operations.leads(span, kind: kind) { found in
          tally.add(found.leads, town: found.town)
          lines += Self.lines(found, city)
        }
        for line in lines { try output.line(line) }
        for line in Self.summary(tally, city) { try output.line(line) }
      }
      try output.flush()
    }
  }

  private static func lines(_ found: OrderLeads, _ city: CityTables) -> [String] {
    let town = found.town.flatMap { city.places[$0]?.name } ?? city.name
    return found.leads.flatMap { lead in
      [
        "\(found.number.text) \(town) \(LeadWords.unit(lead.unit, in: city)) \(LeadWords.kind(lead.kind))："
          + LeadWords.line(lead, in: city)
      ] + LeadWords.evidence(lead, found.file, in: city).map { "  " + $0 }
    }
  }

  private static func summary(_ tally: LeadTally, _ city: CityTables) -> [String] {
    guard tally.all.total > 0 else { return ["没有线索"] }
    func counts(_ counts: LeadTally.Counts) -> String {
      Lead.Kind.allCases.filter { counts[$0] > 0 }.map { "\(LeadWords.kind($0)) \(counts[$0])" }.joined(separator: "、")
    }
    let places = city.places.towns.map(\.code).map(Optional.some) + [nil]
    let towns = places.compactMap { code in
      tally.towns[code].map { "\(code.flatMap { city.places[$0]?.name } ?? city.name)：\(counts($0))" }
    }
    let units = tally.foremostUnits(foremost).map { "\(LeadWords.unit($0.unit, in: city))：\(counts($0.counts))" }
    return ["", "共 \(tally.all.total) 条：" + counts(tally.all)] + ["按区镇"] + towns.map { "  " + $0 }
      + ["按单位，最多的 \(foremost) 个"] + units.map { "  " + $0 }
  }
}

/// A lead as programs read it.
private struct LeadRecord: Encodable {
  private struct Item: Encodable {
    let version: Int
    let type: String
    let occurredAt: String
    let officer: String
    let seat: String
  }

  private let lead: Lead
  private let number: String
  private let town: PlaceCode?
  private let names: (town: String?, unit: String?)
  private let evidence: [Item]

  init(_ lead: Lead, _ found: OrderLeads, city: CityTables) {
    self.lead = lead
    number = found.number.text
    town = found.town
    names = (found.town.flatMap { city.places[$0]?.name }, lead.unit.flatMap { city.units[$0]?.name })
    evidence = found.file.events.filter { lead.evidence.contains($0.header.version) }.map { event in
      Item(
        version: event.header.version, type: event.header.type, occurredAt: InstantText.utc(event.header.occurredAt),
        officer: event.header.officer.rawValue, seat: event.header.seat.rawValue)
    }
  }

  private enum Key: String, CodingKey {
    case number, town, townName, unit, unitName, kind, rule, stage, due, running, evidence
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(number, forKey: .number)
    try fields.encode(town, forKey: .town)
    try fields.encode(names.town, forKey: .townName)
    try fields.encode(lead.unit, forKey: .unit)
    try fields.encode(names.unit, forKey: .unitName)
    try fields.encode(lead.kind, forKey: .kind)
    try fields.encode(lead.rule, forKey: .rule)
    try fields.encode(lead.stage, forKey: .stage)
    try fields.encode(lead.due.map(InstantText.utc), forKey: .due)
    try fields.encode(lead.isRunning, forKey: .running)
    try fields.encode(evidence, forKey: .evidence)
  }
}

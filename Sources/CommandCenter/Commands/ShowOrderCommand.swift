import SQLiteJournal
import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SafeText

/// `command-center order N`: one order with its timeline.
struct ShowOrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order", abstract: "看一件工单：内容、时限、时间线；个人信息脱敏。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "输出一行 JSON。")
  var json = false

  @Argument(help: ArgumentHelp("工单编号，例如 20200616-00142 或 0616-0142。", valueName: "编号"))
  var number: String

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let naming = OrderNaming(viewpoint: try opened.viewpoint(sitting))
      let row = try naming.row(number)
      let file = try naming.file(row.number)
      let output = StandardOutput()
      if json {
        try output.json(OrderFileRecord(file, row: row, city: opened.city))
      } else {
        for line in OrderPaper(file: file, row: row, city: opened.city).lines { try output.line(line) }
      }
      try output.flush()
    }
  }
}

/// An order's file as lines for people, personal data masked.
struct OrderPaper {
  let file: OrderFile
  let row: OrderRow
  let city: CityTables

  var lines: [String] { head + limits + matter + timeline }

  private var zone: ZoneOffsets { city.calendar.zone }

  private var head: [String] {
    let path = city.places.path(to: row.place).map(\.name).joined(separator: "·")
    let claim = row.claim.map { claim in
      "认领 \(city.seat(claim.seat)?.name ?? claim.seat.rawValue) 至 \(TimeWords.full(claim.until, in: zone))"
    }
    let state = [
      row.number.text, Words.stage(row.stage), city.urgencyNames[row.urgency] ?? "", row.confidential ? "保密" : "",
      row.outcome.map(Words.outcome) ?? "",
    ]
    return [
      state.filter { !$0.isEmpty }.joined(separator: "  "),
      "来源 \(city.sourceNames[row.source] ?? row.source.rawValue) \(row.sourceID)",
      "地点 \(path.isEmpty ? city.name : path)",
      row.category.flatMap { city.category($0) }.map { "类别 \($0.className)·\($0.name)" },
      row.unit.map { "承办 \(city.units[$0]?.name ?? $0.rawValue)" },
      claim,
    ].compactMap { $0 }
  }

  private var limits: [String] {
    [
      "到件 " + TimeWords.full(row.arrivedAt, in: zone),
      row.stageDue.map { "\(Words.limit(row.stage))限 " + TimeWords.full($0, in: zone) },
      row.overallDue.map { "总限 " + TimeWords.full($0, in: zone) },
    ].compactMap { $0 }
  }

  private var matter: [String] {
    file.order.reports.flatMap { report in
      let reporter = file.shownReporter(of: report).map { person in
        "来件人 \(Masking.name(person.name)) \(Masking.phone(person.phone))"
      }
      return [
        "", Masking.freeText(report.title), Masking.freeText(report.text),
        report.location.map { Masking.freeText($0.address) },
        report.confidential ? "来件人 保密" : reporter,
      ].compactMap { $0 }
    }
  }

  private var timeline: [String] {
    [""]
      + file.events.map { event in
        let what = Masking.freeText(EventWords.what(event.event, city: city))
        let who = EventWords.who(event.header, event.event, city: city)
        return "\(TimeWords.full(event.header.occurredAt, in: zone))  \(what)  \(who)"
      }
  }
}

import Journal
public import Model
public import Operations
import SafeText

/// The duty log as text and as Markdown.
public struct DutyLogWords {
  private let log: DutyLog
  private let city: CityTables

  /// Makes the words of a log.
  public init(_ log: DutyLog, city: CityTables) {
    self.log = log
    self.city = city
  }

  private var zone: ZoneOffsets { city.calendar.zone }

  /// What it is about, and when.
  public var title: String {
    let place = log.town.flatMap { city.places[$0]?.name } ?? city.name
    return "\(place)值班日志 \(TimeWords.full(log.from, in: zone)) 至 \(TimeWords.full(log.to, in: zone))"
  }

  /// What is counted, with its name.
  public static func name(_ count: DutyLog.Count) -> String {
    switch count {
    case .dispatched: "派单改派"
    case .closed: "结案"
    case .urged: "催办"
    case .supervised: "督办批示"
    case .returned: "退单"
    case .suspended: "挂账"
    case .escalated: "上报"
    }
  }

  /// The log as lines of text.
  public var text: [String] {
    [title, "来件 \(log.arrivals)" + (sources.isEmpty ? "" : "：" + pairs(sources))]
      + (towns.isEmpty ? [] : ["区镇：" + pairs(towns)]) + ["办理：" + pairs(counts)]
      + (log.entries.isEmpty ? ["没有记事"] : log.entries.map { "\(time($0)) \(what($0))" })
  }

  /// The log as lines of Markdown; what an officer has written can't break a table.
  public var markdown: [String] {
    ["# " + title, "", "| 来件 | 件数 |", "|---|---:|"] + rows(sources) + ["| 合计 | \(log.arrivals) |", ""]
      + (towns.isEmpty ? [] : ["| 区镇 | 来件 |", "|---|---:|"] + rows(towns) + [""])
      + ["| 办理 | 次数 |", "|---|---:|"] + rows(counts) + ["", "## 记事", ""]
      + (log.entries.isEmpty
        ? ["没有记事"] : log.entries.map { "- \(time($0)) " + DutyLogWords.escaped(what($0)) })
  }

  /// Arrivals by source, in the order of the sources; those without any are left out.
  private var sources: [(String, Int)] {
    Source.allCases.compactMap { source in
      log.bySource[source].map { (city.sourceNames[source] ?? source.rawValue, $0) }
    }
  }

  /// Arrivals by town, in the order of the table.
  private var towns: [(String, Int)] {
    if log.town != nil { return [] }
    let known = city.places.towns.compactMap { town in log.byTown[town.code].map { (town.name, $0) } }
    return known + (log.byTown[nil].map { [("未落区镇", $0)] } ?? [])
  }

  private var counts: [(String, Int)] {
    DutyLog.Count.allCases.map { (DutyLogWords.name($0), log.counts[$0] ?? 0) }
  }

  private func pairs(_ list: [(String, Int)]) -> String {
    list.map { "\($0.0) \($0.1)" }.joined(separator: "，")
  }

  private func rows(_ list: [(String, Int)]) -> [String] {
    list.map { "| \(DutyLogWords.escaped($0.0)) | \($0.1) |" }
  }

  private func time(_ entry: DutyLog.Entry) -> String {
    TimeWords.happened(entry.header.occurredAt, now: log.from, in: zone)
  }

  /// What an entry says.
  public func what(_ entry: DutyLog.Entry) -> String {
    let header = entry.header
    switch entry.event {
    case .order(let event):
      let number = header.stream.orderNumber?.short ?? header.stream.id
      let urgency: String
      switch event {
      case .received(let received) where received.report.urgency == .critical:
        urgency = city.urgencyNames[.critical].map { "（\($0)）" } ?? ""
      default: urgency = ""
      }
      return
        "\(number) \(Masking.freeText(entry.title)) \(Masking.freeText(EventWords.what(event, city: city)))\(urgency)"
        + by(header)
    case .response(.set(let setting)):
      return "应急响应 \(BookWords.short(setting, city: city))：\(setting.reason)" + by(header)
    case .response(.lifted(let lifting)):
      let place = city.places[lifting.place]?.name ?? lifting.place.rawValue
      return "终止\(place)\(BookWords.kind(lifting.kind, city: city))应急响应：\(lifting.reason)" + by(header)
    case .shift(.handedOver(let handOver)):
      let notes = handOver.notes.isEmpty ? "" : "：" + Masking.freeText(handOver.notes)
      return "交班，要交代的工单 \(handOver.sheet.numbers.count) 件\(notes)" + by(header)
    case .shift(.takenOver(let takeOver)):
      return "接班" + (takeOver.text.isEmpty ? "" : "：" + Masking.freeText(takeOver.text)) + by(header)
    case .opened, .points, .script: return ""
    }
  }

  private func by(_ header: EventHeader) -> String {
    let seat = city.seat(header.seat)?.name ?? header.seat.rawValue
    let officer = HandOverWords.officer(header.officer, city: city)
    return seat.isEmpty ? "" : "（\(seat) \(officer)）"
  }

  /// A text in which nothing is Markdown.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in SafeText(text).string {
      if "\\`*_[]<>#|~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

import Journal
import Model
import SafeText
import Terminal

/// Puts an order's file together, line by line.
struct OrderTextBuilder {
  let row: OrderRow
  let file: OrderFile?
  let state: DeskState
  let width: Int
  var lines: [[Span]] = []

  init(row: OrderRow, file: OrderFile?, state: DeskState, width: Int) {
    self.row = row
    self.file = file
    self.state = state
    self.width = max(10, width)
  }

  var city: CityTables { state.city }
  var zone: ZoneOffsets { city.calendar.zone }
  var report: Report? { file?.order.reports.first }

  mutating func blank() {
    if lines.last?.isEmpty == false { lines.append([]) }
  }

  /// A section that takes so many lines whatever it holds; what there is no room for ends in `…`.
  mutating func slot(_ height: Int, _ build: (inout OrderTextBuilder) -> Void) {
    var section = OrderTextBuilder(row: row, file: file, state: state, width: width)
    build(&section)
    if section.lines.count > height {
      section.lines = Array(section.lines.prefix(height))
      section.lines[height - 1].append(Span("…", Style(.dim)))
    }
    lines += section.lines + Array(repeating: [], count: height - section.lines.count)
  }

  mutating func heading(_ title: String) {
    blank()
    rule(title)
  }

  /// A heading without a line before it.
  mutating func rule(_ title: String) {
    lines.append([
      Span(title + " ", Style(.title)),
      Span(String(repeating: "─", count: max(0, width - title.columns - 1)), Style(.border)),
    ])
  }

  mutating func add(_ text: String, _ style: Style = .normal, most: Int = .max) {
    let wrapped = SafeText(text, breaks: .lines).string.wrapped(toColumns: width)
    for (index, line) in wrapped.prefix(most).enumerated() {
      let isCut = index == most - 1 && wrapped.count > most
      lines.append([Span(isCut ? line.truncated(toColumns: width - 2) + "…" : line, style)])
    }
  }

  /// Items one after the other, broken between two of them where that can be.
  mutating func flow(_ items: [String], _ style: Style) {
    var line = ""
    for item in items {
      if !line.isEmpty, line.columns + 2 + item.columns > width {
        add(line, style)
        line = ""
      }
      line += (line.isEmpty ? "" : "  ") + item
    }
    if !line.isEmpty { add(line, style) }
  }

  mutating func head(isLong: Bool) {
    let path = city.places.path(to: row.place).map(\.name).joined(separator: "·")
    // What differs least from order to order comes first.
    var spans = [
      Span(row.number.short + " " + Words.stage(row.stage), Style(.title)),
      Span(" " + (city.sourceNames[row.source] ?? "")),
    ]
    if row.urgency != .normal {
      spans.append(
        Span(" " + (city.urgencyNames[row.urgency] ?? ""), Style(row.urgency == .critical ? .critical : .soon)))
    }
    if row.confidential { spans.append(Span(" 保密", Style(.critical))) }
    if let claim = row.claim, claim.until > state.now {
      let isMine = claim.seat == state.context.authority.seat
      let holder = isMine ? "我" : city.seat(claim.seat)?.name ?? claim.seat.rawValue
      spans.append(
        Span(" \(holder)认领至\(TimeWords.minute(claim.until, in: zone))", Style(isMine ? .mine : .dim)))
    }
    let head = gridHead.map { "网格长 " + $0 }
    if isLong {
      lines.append(spans)
      add(path.isEmpty ? city.name : path)
      let people = [head, reporter].compactMap { $0 }
      if !people.isEmpty { add((people + ["p 电话卡"]).joined(separator: "   "), Style(.dim)) }
    } else {
      spans.append(Span("  " + (path.isEmpty ? city.name : path)))
      if let head { spans.append(Span("  \(head)  电话按 p", Style(.dim))) }
      lines.append(spans)
    }
  }

  /// 统一口径: what callers are told while responses stand there.
  mutating func wording(most: Int) {
    for wording in city.wordings(under: state.responses, at: row.place) {
      add("统一口径 " + wording, Style(.soon), most: most)
    }
  }

  private var gridHead: String? {
    city.places.ancestor(of: row.place, kind: .grid).flatMap { city.grids[$0] }.map {
      "\(Masking.name($0.head))（\($0.headTitle)）"
    }
  }

  var reporter: String? {
    guard state.mayKnow(row) else { return "来件人 保密" }
    guard let file, let person = file.reporters.min(by: { $0.key < $1.key })?.value, !person.isEmpty else { return nil }
    return "来件人 \(Masking.name(person.name)) \(Masking.phone(person.phone))"
  }

  mutating func matter(most: Int) {
    guard let report else {
      add(Masking.freeText(row.title))
      return
    }
    let title = Masking.freeText(report.title)
    let text = Masking.freeText(report.text)
    var tail = ""
    if row.attachmentCount > 0 { tail += " 附\(row.attachmentCount)" }
    if row.amendments > 0 { tail += " 〔来源补正\(row.amendments)次〕" }
    add((text.hasPrefix(title) ? "" : title + "。") + text + tail, .normal, most: most)
  }

  private func entries() -> [(time: String, text: String)] {
    file?.events.map { event in
      let what = Masking.freeText(EventWords.what(event.event, city: city))
      let who = EventWords.who(event.header, event.event, city: city)
      return (TimeWords.happened(event.header.occurredAt, now: state.now, in: zone), "\(what) \(who)")
    } ?? []
  }

  mutating func timelineInLine() {
    let text = entries().map { "\($0.time) \($0.text)" }.joined(separator: " · ")
    if !text.isEmpty { add(text, Style(.dim)) }
  }

  mutating func timeline() {
    for entry in entries() {
      let indent = entry.time.columns + 1
      let wrapped = SafeText(entry.text).string.wrapped(toColumns: max(10, width - indent))
      for (index, line) in wrapped.enumerated() {
        let lead = index == 0 ? entry.time + " " : String(repeating: " ", count: indent)
        lines.append([Span(lead, Style(.dim)), Span(line)])
      }
    }
  }

  mutating func place(isWhole: Bool) {
    guard let location = report?.location else { return }
    var items = location.address.isEmpty ? [] : [Masking.freeText(location.address)]
    if isWhole || items.isEmpty, let latitude = location.latitude, let longitude = location.longitude {
      items.append(degrees(latitude, "N", "S") + " " + degrees(longitude, "E", "W"))
    }
    if let first = items.first { flow(["位置 " + first] + items.dropFirst(), .normal) }
  }

  private func degrees(_ millionths: Int, _ positive: String, _ negative: String) -> String {
    let rounded = (abs(millionths) + 50) / 100
    let decimals = String(rounded % 10_000)
    let zeros = String(repeating: "0", count: 4 - decimals.count)
    return "\(rounded / 10_000).\(zeros)\(decimals)\(millionths < 0 ? negative : positive)"
  }

  mutating func fields(isWhole: Bool) {
    guard let report else { return }
    var fields: [(name: String, value: String)] = []
    if let upstream = report.upstream {
      let deadline = upstream.deadline.map { " 限 " + TimeWords.happened($0, now: state.now, in: zone) } ?? ""
      fields.append(("上级交办", "\(upstream.number)（\(upstream.level)）\(deadline)"))
    }
    if let detail = report.detail { fields += SourceDetailWords.fields(detail) }
    if let origin = report.origin {
      let unit = origin.unit.map { city.units[$0]?.name ?? $0.rawValue } ?? ""
      fields.append(("来源处", "\(origin.status) \(unit)"))
      if let closed = origin.closedAt {
        fields.append(("来源结案", TimeWords.full(closed, in: zone)))
      }
      if !origin.outcome.isEmpty { fields.append(("来源结果", origin.outcome)) }
    }
    if isWhole { fields.append(("来源编号", report.sourceID)) }
    flow(fields.map { "\($0.name) \(Masking.freeText($0.value))" }, Style(.dim))
    for attachment in report.attachments {
      add("附件 \(attachment.kind) \(attachment.uri)", Style(.dim))
    }
  }

  /// The catalogue's steps: in one paragraph, or one to a line.
  mutating func guide(isList: Bool, isHeaded: Bool) {
    guard let category = row.category.flatMap({ city.category($0) }), !category.guide.isEmpty else { return }
    if isHeaded { heading("办理指南") }
    let numerals = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]
    let steps = category.guide.enumerated().map { index, step in
      (index < numerals.count ? numerals[index] : "\(index + 1).") + " " + step
    }
    let photo = category.photoRequired ? ["（反馈须有照片）"] : []
    if isList {
      for step in steps + photo { add(step) }
    } else {
      add("指南 " + (steps + photo).joined(separator: "  "))
    }
  }
}

import Journal
import Model
import SafeText
import Terminal

/// The columns of the list, and what an order shows in each.
enum QueueColumns {
  /// The columns, from left to right.
  enum Column: Int, CaseIterable {
    case sign, urgency, left, due, number, source, town, matter, unit, waits, claim
  }

  /// Room gives way in the order: due time, claim, number, unit's suffix; never time left, place, matter, what it waits
  /// for.
  static func layout(width: Int, city: CityTables) -> TableLayout {
    let sourceWidth = Source.allCases.map { (city.sourceNames[$0] ?? "").columns }.max() ?? 5
    let townWidth = min(12, max(8, city.places.towns.map { $0.name.columns }.max() ?? 8))
    // Each column asks for what it needs; due time and claim come only where the matter keeps a fair share.
    let unitWidth = width >= 110 ? 14 : 11
    return TableLayout(
      [
        TableColumn("", .fixed(2), priority: 20),
        TableColumn("", .fixed(2), priority: 20),
        TableColumn("剩余", .fixed(6), alignment: .trailing, priority: 20),
        TableColumn("到期", .fixed(7), priority: 1),
        TableColumn("编号", .fixed(9), priority: 3),
        TableColumn("来源", .fixed(sourceWidth), priority: 10),
        TableColumn("区镇", .fixed(townWidth), priority: 20),
        TableColumn("事项", .flexible(minimum: 26), priority: 20),
        TableColumn("承办", .fixed(unitWidth), priority: 9),
        TableColumn("等待", .fixed(6), priority: 20),
        TableColumn("认领", .fixed(4), priority: 2),
      ], width: width)
  }

  /// An order's texts, made once for all its columns.
  struct Cells {
    private let spans: [Span]

    init(_ row: OrderRow, _ state: DeskState) {
      let city = state.city
      let clock = StageClock(row, state)
      let isStale = !state.store.canKeep
      let isChanged = state.changed[row.number] != nil
      func style(_ style: Style) -> Style { isStale ? Style(.dim) : isChanged ? Style(.changed) : style }
      let sign =
        state.marks.contains(row.number)
        ? Span("✓", Style(.mine))
        : row.stage == .awaitingApproval
          ? Span("批", Style(.soon)) : row.unread ? Span("•", Style(.fresh)) : Span(row.amendments > 0 ? "改" : "")
      let urgency = Span(
        Words.sign(row.urgency), Style(row.urgency == .critical ? .critical : row.urgency == .urgent ? .soon : .normal))
      let town = row.town.flatMap { city.places[$0]?.name } ?? city.name
      let unit = (row.unit).map { city.units[$0]?.short ?? $0.rawValue } ?? "—"
      let claim = Cells.claim(row, state)
      spans = [
        sign, urgency, Span(clock.left, style(clock.style)), Span(clock.due, style(Style(.dim))),
        Span(row.number.short, style(.normal)), Span(city.sourceNames[row.source] ?? "", style(.normal)),
        Span(town, style(.normal)), Span(Cells.matter(row), style(row.unread ? Style(.fresh) : .normal)),
        Span(unit, style(row.unit == nil ? Style(.dim) : .normal)), Span(Words.stage(row.stage), style(.normal)), claim,
      ]
    }

    func span(_ column: Int) -> Span { spans[column] }

    private static func matter(_ row: OrderRow) -> String {
      var text = Masking.freeText(row.title)
      if row.confidential, row.title != Sight.mark { text = "〔密〕" + text }
      if row.reportCount > 1 { text += " 并\(row.reportCount)" }
      if row.attachmentCount > 0 { text += " 附\(row.attachmentCount)" }
      return text
    }

    private static func claim(_ row: OrderRow, _ state: DeskState) -> Span {
      guard let claim = row.claim, claim.until > state.now else { return Span("") }
      if claim.seat == state.context.authority.seat { return Span("我", Style(.mine)) }
      let name = state.city.officer(claim.officer).map { Masking.name($0.name) } ?? claim.seat.rawValue
      return Span(name, Style(.dim))
    }
  }
}

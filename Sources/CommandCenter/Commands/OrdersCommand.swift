import SQLiteJournal
import City
import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SafeText

/// `command-center orders`: list and filter.
struct OrdersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orders", abstract: "列出工单，可按区镇、环节、来源、单位、文字筛选。",
    discussion: "--json 输出一个 JSON 数组，一件一行，不另限条数时为全部；时间一律为 UTC。")

  @OptionGroup var sitting: SittingOptions

  @Option(name: .long, help: ArgumentHelp("区镇的代码或名称。", valueName: "区镇"))
  var town: String?

  @Option(name: .long, help: ArgumentHelp("环节。", valueName: "环节"))
  var stage: Stage?

  @Flag(name: .long, help: "只列未结案的。")
  var open = false

  @Option(name: .long, help: ArgumentHelp("来源。", valueName: "来源"))
  var source: Source?

  @Option(name: .long, help: ArgumentHelp("承办单位的代码或名称。", valueName: "单位"))
  var unit: String?

  @Option(name: .long, help: ArgumentHelp("文字、拼音首字母或编号，同指挥台的「/」。", valueName: "文字"))
  var find: String?

  @Option(name: .long, help: ArgumentHelp("次序：due 先到期的在前，newest 新的在前，oldest 早的在前。", valueName: "次序"))
  var sort = OrderQuery.Sort.newest

  @Option(name: .long, help: ArgumentHelp("最多列几件。", valueName: "件数"))
  var limit: Int?

  @Flag(name: .long, help: "全部列出，不限件数。")
  var all = false

  @Flag(name: .long, help: "输出 JSON 数组。")
  var json = false

  /// How many orders are listed for people who do not say.
  private static let shown = 50

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit 至少为 1") }
    if limit != nil, all { throw ValidationError("--limit 与 --all 只能给一个") }
    if open, stage != nil { throw ValidationError("--open 与 --stage 只能给一个") }
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let naming = OrderNaming(viewpoint: try opened.viewpoint(sitting))
      let query = OrderQuery(
        town: try naming.town(town), tab: stage.map { .stage($0) } ?? (open ? .open : .all), source: source,
        unit: try unit.map(naming.unit), sort: sort,
        filter: find.flatMap { FilterReading.filter($0, pinyin: opened.loaded.pinyinIndex, places: opened.city.places) }
      )
      let most = limit ?? (all || json ? Int.max : OrdersCommand.shown)
      var list = OrderListing(viewpoint: naming.viewpoint, query: query, most: most)
      let output = StandardOutput()
      if json {
        try output.array { try list.next().map { OrderRecord($0, city: opened.city) } }
      } else {
        let lines = OrderLines(city: opened.city)
        while case let rows = try list.next(), !rows.isEmpty {
          for row in rows { try output.line(lines.text(row)) }
        }
        if list.hasMore { try output.line("……只列了 \(most) 件，--all 列出全部") }
        try output.flush()
      }
    }
  }
}

/// Reads a list page by page; memory does not grow with it.
struct OrderListing {
  private static let pageSize = 500

  private let viewpoint: Viewpoint
  private let query: OrderQuery
  private var left: Int
  private var last: SortKey?
  private var isAtEnd = false
  /// Whether the list goes on after what was asked for.
  private(set) var hasMore = false

  init(viewpoint: Viewpoint, query: OrderQuery, most: Int) {
    self.viewpoint = viewpoint
    self.query = query
    left = most
  }

  /// The next orders; none at the end.
  mutating func next() throws -> [OrderRow] {
    guard !isAtEnd, left > 0 else { return [] }
    let wanted = min(left, OrderListing.pageSize)
    // The order at the anchor comes again, where it is still in the list.
    let page = try viewpoint.page(
      query, anchor: last.map { .around($0) } ?? .top, before: 0, after: wanted + (last == nil ? 0 : 1), effort: .full)
    var rows = page.rows
    if let last, rows.first?.number == last.number { rows.removeFirst() }
    isAtEnd = !page.hasAfter && rows.count <= wanted
    hasMore = page.hasAfter || rows.count > wanted
    rows = Array(rows.prefix(wanted))
    left -= rows.count
    if let end = rows.last { last = SortKey(end) } else { isAtEnd = true }
    return rows
  }
}

/// Orders as lines for people.
struct OrderLines {
  let city: CityTables

  func text(_ row: OrderRow) -> String {
    let zone = city.calendar.zone
    let due = row.stageDue.map { "限 " + TimeWords.full($0, in: zone) } ?? ""
    let fields = [
      (row.number.text, 14), (Words.stage(row.stage), 6), (city.sourceNames[row.source] ?? row.source.rawValue, 6),
      (row.town.flatMap { city.places[$0]?.name } ?? city.name, 12), (Words.sign(row.urgency), 2),
      (SafeText(Masking.freeText(row.title)).string, 40),
      (row.unit.flatMap { city.units[$0]?.short } ?? "", 12),
    ]
    return fields.map { $0.0.padded(toColumns: $0.1) }.joined(separator: " ") + " " + due
  }
}

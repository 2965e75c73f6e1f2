import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SQLiteJournal

/// `command-center rates`: the rates, and the orders behind each.
struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "考核指标：分子、分母、剔除及原因；--open 列出背后的工单。",
    discussion: """
      按来件日归集：一件工单算在它来的那一天。每项指标里每件工单必居其一：分子、只在分母、不计（附原因）。
      运行中而已超期的，按现在的时刻计入分母。各指标的定义和算例见 docs/rates.md。
      """)

  @OptionGroup var sitting: SittingOptions
  @OptionGroup var scope: RateScope

  @Option(name: .long, help: ArgumentHelp("分组：town 区镇、source 来源、unit 单位、grid 网格、officer 人员。", valueName: "分组"))
  var by: RateQuery.Grouping?

  @Option(name: .long, help: ArgumentHelp("列出这项指标背后的工单。", valueName: "指标"))
  var open: Rate?

  @Option(name: .long, help: ArgumentHelp("列哪一部分：numerator、denominator、missed（只在分母）、left-out。", valueName: "部分"))
  var part = RatePart.numerator

  @Option(name: .long, help: ArgumentHelp("不计的原因，同 --json 里 leftOut 的键。", valueName: "原因"))
  var reason: String?

  @Option(name: .long, help: ArgumentHelp("办结层级：grid、village、town、city；随 --open ladder。", valueName: "层级"))
  var rung: Rung?

  @Option(name: .long, help: ArgumentHelp("最多列几件；--json 不给时为全部。", valueName: "件数"))
  var limit: Int?

  @Flag(name: .long, help: "输出 JSON。")
  var json = false

  /// How many orders are listed for people who do not say.
  private static let shown = 50

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit 至少为 1") }
    if open == nil, reason != nil || rung != nil || limit != nil || part != .numerator {
      throw ValidationError("--part、--reason、--rung、--limit 随 --open")
    }
    if open != nil, by != nil { throw ValidationError("--open 与 --by 只能给一个；用 --town、--unit 等指定范围") }
    if rung != nil, open != .ladder || part != .numerator { throw ValidationError("--rung 随 --open ladder") }
    if let reason, part != .leftOut || RateStanding(name: reason) == nil {
      throw ValidationError("--reason 随 --part left-out，可为：" + RateStanding.reasons.joined(separator: "、"))
    }
    try scope.validateDays()
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let naming = OrderNaming(viewpoint: try opened.viewpoint(sitting))
      let query = try scope.query(naming, by: by, now: try opened.operations.now())
      let output = StandardOutput()
      if let open {
        try list(open, query, naming.viewpoint, output)
      } else {
        let groups = RateNaming(city: opened.city).merged(try naming.viewpoint.rates(query), query)
        if json {
          try output.json(RatesRecord(query, groups, city: opened.city))
        } else {
          for line in RateLines(city: opened.city).lines(query, groups) { try output.line(line) }
        }
      }
      try output.flush()
    }
  }

  private func list(_ rate: Rate, _ query: RateQuery, _ viewpoint: Viewpoint, _ output: StandardOutput) throws {
    let city = viewpoint.city
    let step = rung.map { rung in
      RateList.Step(rung: rung, units: Set(city.units.all.map(\.code).filter { city.rung(of: $0) == rung }))
    }
    let list = RateList(rate, part.part(reason.flatMap { RateStanding(name: $0) }), step: step)
    let most = limit ?? (json ? Int.max : RatesCommand.shown)
    var left = most
    var last: OrderNumber?
    var hasMore = true
    func next() throws -> [OrderRow] {
      guard hasMore, left > 0 else { return [] }
      let page = try viewpoint.orders(behind: list, in: query, after: last, limit: min(left, 500))
      left -= page.rows.count
      last = page.last
      hasMore = page.hasMore && last != nil
      // What is left out must not end the list.
      return page.rows.isEmpty ? try next() : page.rows
    }
    if json {
      try output.array { try next().map { OrderRecord($0, city: city) } }
      return
    }
    let lines = OrderLines(city: city)
    while case let rows = try next(), !rows.isEmpty {
      for row in rows { try output.line(lines.text(row)) }
    }
    if hasMore { try output.line("……只列了 \(most) 件，--limit 可多列") }
  }
}

/// Over which orders rates are worked out.
struct RateScope: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("第一天，2020-06-01；不给为本月一日。", valueName: "日期"))
  var from: String?

  @Option(name: .long, help: ArgumentHelp("末一天，2020-06-30；不给为今天。", valueName: "日期"))
  var to: String?

  @Option(name: .long, help: ArgumentHelp("区镇的代码或名称。", valueName: "区镇"))
  var town: String?

  @Option(name: .long, help: ArgumentHelp("来源。", valueName: "来源"))
  var source: Source?

  @Option(name: .long, help: ArgumentHelp("承办单位的代码或名称。", valueName: "单位"))
  var unit: String?

  @Option(name: .long, help: ArgumentHelp("网格的代码或名称。", valueName: "网格"))
  var grid: String?

  @Option(name: .long, help: ArgumentHelp("人员的代码。", valueName: "人员"))
  var officer: String?

  func validateDays() throws {
    for text in [from, to].compactMap({ $0 }) where RateScope.day(text) == nil {
      throw ValidationError("日期写作 2020-06-01，不是 \(text)")
    }
    if let first = from.flatMap(RateScope.day), let last = to.flatMap(RateScope.day), last < first {
      throw ValidationError("--to 早于 --from")
    }
  }

  func query(_ naming: OrderNaming, by grouping: RateQuery.Grouping?, now: Instant) throws -> RateQuery {
    let today = naming.city.calendar.zone.civil(now).day
    let last = to.flatMap(RateScope.day) ?? today
    let first = from.flatMap(RateScope.day)?.compact ?? (last.compact / 100 * 100 + 1)
    return RateQuery(
      from: first, to: last.compact, town: try naming.town(town), source: source, unit: try unit.map(naming.unit),
      grid: try grid.map(naming.place), officer: officer.map { OfficerCode($0) }, by: grouping, now: now)
  }

  /// Reads `2020-06-01`.
  private static func day(_ text: String) -> CivilDay? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, text.utf8.count == 10, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return CivilDay(year: year, month: month, day: day)
  }
}

/// A part of the orders behind a rate, as it is named on the command line.
enum RatePart: String, CaseIterable, ExpressibleByArgument {
  case numerator, denominator, missed
  case leftOut = "left-out"

  func part(_ reason: RateStanding?) -> RateList.Part {
    switch self {
    case .numerator: .numerator
    case .denominator: .denominator
    case .missed: .missed
    case .leftOut: .leftOut(reason)
    }
  }
}

extension RateStanding {
  /// What programs call the reasons for which an order is left out.
  static var reasons: [String] { allCases.filter { !$0.isCounted }.map(\.name) }

  /// What programs call it.
  var name: String { String(describing: self) }

  /// The reason that bears a name.
  init?(name: String) {
    guard let found = RateStanding.allCases.first(where: { !$0.isCounted && $0.name == name }) else { return nil }
    self = found
  }
}

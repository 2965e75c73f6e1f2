import ArgumentParser
import Desk
import Journal
import Model
import Operations
import SafeText
import SQLiteJournal

/// `command-center grids`: who holds which role in the grids, and what each found.
struct GridsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grids", abstract: "网格：网格长和六员，一段时间里五类事项各发现几件、未结和已结各几件。",
    discussion: "按来件日统计；五类为安全隐患、百姓诉求、社情民意、影响稳定因素、社区建设意见。只统计本席看得到的。")

  @OptionGroup var sitting: SittingOptions

  @OptionGroup var span: DaySpan

  @Option(name: .long, help: ArgumentHelp("区镇的代码或名称。", valueName: "区镇"))
  var town: String?

  @Flag(name: .long, help: "输出 JSON 数组。")
  var json = false

  @Argument(help: ArgumentHelp("网格、村或社区的代码或名称；不给为全部。", valueName: "网格"))
  var place: String?

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let naming = OrderNaming(viewpoint: try opened.viewpoint(sitting))
      let city = opened.city
      let town = try naming.town(town)
      let days = span.days(at: try opened.operations.now(), in: city.calendar.zone)
      let findings = try naming.viewpoint.gridFindings(GridSpan(from: days.from, to: days.to, town: town))
      let scope = try place.map(naming.place) ?? town
      let grids = city.places.all.filter { place in
        place.kind == .grid && (scope.map { city.places.contains(place.code, in: $0) } ?? true)
          && (town.map { city.places.contains(place.code, in: $0) } ?? true)
      }
      let records = grids.map { GridRecord($0, findings[$0.code] ?? GridFindings(), city: city) }
      let output = StandardOutput()
      if json {
        var left = records[...]
        try output.array {
          defer { left = [] }
          return Array(left)
        }
      } else {
        for record in records {
          for line in record.lines(withRoles: place != nil) { try output.line(line) }
        }
        if records.isEmpty { try output.line("没有网格") }
      }
      try output.flush()
    }
  }
}

/// A grid with its people and what they found, for people and programs; names are masked.
struct GridRecord: Encodable {
  private struct Found: Encodable {
    let open: Int
    let closed: Int
  }

  private let place: PlaceCode
  private let name: String
  private let path: String
  private let town: PlaceCode?
  private let head: String
  private let headTitle: String
  private let partyBranch: String
  private let roles: [String: String]
  private let found: [String: Found]

  init(_ grid: Place, _ findings: GridFindings, city: CityTables) {
    let team = city.grids[grid.code]
    place = grid.code
    name = grid.name
    path = city.places.path(to: grid.code).map(\.name).joined(separator: "·")
    town = city.places.town(of: grid.code)
    head = team.map { Masking.name($0.head) } ?? ""
    headTitle = team?.headTitle ?? ""
    partyBranch = team?.partyBranch ?? ""
    roles = Dictionary(
      zip(Words.gridRoles, team?.roles ?? []).map { ($0, Masking.name($1)) }, uniquingKeysWith: { first, _ in first })
    found = Dictionary(
      uniqueKeysWithValues: GridAlert.Kind.allCases.map { kind in
        (kind.rawValue, Found(open: findings.count(kind).open, closed: findings.count(kind).closed))
      })
  }

  func lines(withRoles: Bool) -> [String] {
    let counts = GridAlert.Kind.allCases.map { kind in
      "\(Words.gridFinding(kind)) 未结 \(found[kind.rawValue]?.open ?? 0) 已结 \(found[kind.rawValue]?.closed ?? 0)"
    }
    let first = "\(place.rawValue)  \(path)  网格长 \(head)（\(headTitle)）  \(partyBranch)"
    let people = Words.gridRoles.map { "\($0) \(roles[$0] ?? "")" }.joined(separator: "  ")
    return [first] + (withRoles ? ["  " + people] : []) + ["  " + counts.joined(separator: "；")]
  }
}

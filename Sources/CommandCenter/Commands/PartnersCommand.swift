import ArgumentParser
import City
import Desk
import Model
import SafeText

/// `command-center partners`: what grids need, which resources serve it, which projects bring both together.
struct PartnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partners", abstract: "共驻共建：需求找得到哪些资源、有哪些项目；楼宇党小组和专长。")

  @OptionGroup var cityOptions: CityOptions

  @Option(name: .long, help: ArgumentHelp("区镇的代码。", valueName: "区镇"))
  var town: String?

  @Flag(name: .long, help: "输出一行 JSON。")
  var json = false

  func run() throws {
    try Failure.guarded {
      let city = try CityFolder.load(cityOptions.city).tables
      let scope = town.map { PlaceCode($0) }
      if let scope, city.places[scope] == nil { throw Failure(.noSeat, "地点表里没有 \(scope.rawValue)，请写 places.csv 里的代码") }
      let paper = PartnersPaper(city: city, scope: scope)
      let output = StandardOutput()
      if json { try output.json(paper) } else { for line in paper.lines { try output.line(line) } }
      try output.flush()
    }
  }
}

/// The lists of 共驻共建 within a place, for people and programs.
struct PartnersPaper: Encodable {
  let city: CityTables
  let scope: PlaceCode?

  private enum Key: String, CodingKey { case needs, partyGroups }

  private struct NeedRecord: Encodable {
    let code: String
    let place: PlaceCode
    let kind: String
    let title: String
    let resources: [ResourceRecord]
    let projects: [ProjectRecord]
  }

  private struct ResourceRecord: Encodable {
    let code: String
    let partner: String
    let title: String
  }

  private struct ProjectRecord: Encodable {
    let code: String
    let name: String
    let resource: String
    let progress: String
  }

  private struct GroupRecord: Encodable {
    let code: String
    let name: String
    let place: PlaceCode
    let building: String
    let speciality: String
    let leader: String
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(
      needs.map { need in
        NeedRecord(
          code: need.code, place: need.place, kind: need.kind.rawValue, title: need.title,
          resources: city.resources(for: need).map {
            ResourceRecord(code: $0.code, partner: $0.partner, title: $0.title)
          },
          projects: projects(of: need).map {
            ProjectRecord(code: $0.code, name: $0.name, resource: $0.resource, progress: $0.progress.rawValue)
          })
      }, forKey: .needs)
    try fields.encode(
      groups.map {
        GroupRecord(
          code: $0.code, name: $0.name, place: $0.place, building: $0.building, speciality: $0.speciality,
          leader: Masking.name($0.leader))
      }, forKey: .partyGroups)
  }

  var lines: [String] {
    let matched = needs.flatMap { need in
      ["需求 \(need.code)  \(name(need.place))  \(Words.help(need.kind))  \(need.title)"]
        + city.resources(for: need).map { resource in
          "  资源 \(resource.code)  \(partner(resource.partner))  \(resource.title)"
        }
        + projects(of: need).map { "  项目 \($0.code)  \($0.name)  \(Words.progress($0.progress))" }
        + (city.resources(for: need).isEmpty ? ["  没有对得上的资源"] : [])
    }
    let list = groups.map { group in
      "党小组 \(group.code)  \(name(group.place)) \(group.building)  \(group.name)  专长 \(group.speciality)  "
        + "组长 \(Masking.name(group.leader))"
    }
    return matched + list
  }

  private var needs: [CoBuilding.Need] { city.coBuilding.needs.filter { isWithin($0.place) } }
  private var groups: [CoBuilding.PartyGroup] { city.coBuilding.partyGroups.filter { isWithin($0.place) } }

  private func isWithin(_ place: PlaceCode) -> Bool { scope.map { city.places.contains(place, in: $0) } ?? true }

  private func projects(of need: CoBuilding.Need) -> [CoBuilding.Project] {
    city.coBuilding.projects.filter { $0.need == need.code }
  }

  private func name(_ place: PlaceCode) -> String {
    let path = city.places.path(to: place).map(\.name).joined(separator: "·")
    return path.isEmpty ? city.name : path
  }

  private func partner(_ code: String) -> String { city.partners.first { $0.code == code }?.name ?? code }
}

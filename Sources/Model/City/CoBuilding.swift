/// 共驻共建: what the grids need, what partners can give, the projects that bring both together, and the party groups by
/// building.
public struct CoBuilding: Sendable, Equatable {
  /// What sort of help is needed, or given.
  public enum Kind: String, Sendable, CaseIterable {
    /// 场地.
    case venue
    /// 志愿者.
    case volunteers
    /// 专业技能.
    case skill
    /// 物资.
    case goods
    /// 资金.
    case funds
    /// 宣讲、培训.
    case lesson
    /// 关爱服务.
    case care
  }

  /// How far a project is.
  public enum Progress: String, Sendable, CaseIterable {
    /// 拟办.
    case planned
    /// 在办.
    case running
    /// 已成.
    case done
  }

  /// 需求.
  public struct Need: Sendable, Equatable {
    /// Its code.
    public let code: String
    /// Where: a grid, a village, a town or the city.
    public let place: PlaceCode
    /// What sort of help it asks for.
    public let kind: Kind
    /// What it is.
    public let title: String

    /// Makes a need.
    public init(code: String, place: PlaceCode, kind: Kind, title: String) {
      self.code = code
      self.place = place
      self.kind = kind
      self.title = title
    }
  }

  /// 资源.
  public struct Resource: Sendable, Equatable {
    /// Its code.
    public let code: String
    /// The partner that gives it.
    public let partner: String
    /// What sort of help it is.
    public let kind: Kind
    /// What it is.
    public let title: String
    /// Whether it is for the partner's town, or for the whole city.
    public let reach: Tier

    /// Makes a resource.
    public init(code: String, partner: String, kind: Kind, title: String, reach: Tier) {
      self.code = code
      self.partner = partner
      self.kind = kind
      self.title = title
      self.reach = reach
    }
  }

  /// 项目: a need and the resource that serves it.
  public struct Project: Sendable, Equatable {
    /// Its code.
    public let code: String
    /// What it is called.
    public let name: String
    /// The need.
    public let need: String
    /// The resource.
    public let resource: String
    /// How far it is.
    public let progress: Progress

    /// Makes a project.
    public init(code: String, name: String, need: String, resource: String, progress: Progress) {
      self.code = code
      self.name = name
      self.need = need
      self.resource = resource
      self.progress = progress
    }
  }

  /// 楼宇党小组.
  public struct PartyGroup: Sendable, Equatable {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// The grid, or the village, that the building lies in.
    public let place: PlaceCode
    /// The building.
    public let building: String
    /// What its members are good at.
    public let speciality: String
    /// Who leads it.
    public let leader: String

    /// Makes a group.
    public init(
      code: String, name: String, place: PlaceCode, building: String, speciality: String, leader: String
    ) {
      self.code = code
      self.name = name
      self.place = place
      self.building = building
      self.speciality = speciality
      self.leader = leader
    }
  }

  /// The needs, in the table's order.
  public var needs: [Need] = []
  /// The resources, in the table's order.
  public var resources: [Resource] = []
  /// The projects, in the table's order.
  public var projects: [Project] = []
  /// The party groups, in the table's order.
  public var partyGroups: [PartyGroup] = []

  /// Makes lists that are empty.
  public init() {}
}

extension CityTables {
  /// The resources that serve a need: those of its sort that reach its town, those of the town itself first.
  public func resources(for need: CoBuilding.Need) -> [CoBuilding.Resource] {
    let serving = coBuilding.resources.filter { serves($0, need) }
    let town = places.town(of: need.place)
    func isNear(_ resource: CoBuilding.Resource) -> Bool { town != nil && self.town(of: resource) == town }
    return serving.filter(isNear) + serving.filter { !isNear($0) }
  }

  /// Whether a resource serves a need.
  public func serves(_ resource: CoBuilding.Resource, _ need: CoBuilding.Need) -> Bool {
    guard resource.kind == need.kind else { return false }
    return resource.reach == .city || (town(of: resource) == places.town(of: need.place) && town(of: resource) != nil)
  }

  private func town(of resource: CoBuilding.Resource) -> PlaceCode? {
    partners.first { $0.code == resource.partner }.flatMap { places.town(of: $0.place) }
  }
}

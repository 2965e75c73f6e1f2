/// Who commands: the city centre or a town centre.
public enum Tier: String, Sendable, Codable, CaseIterable, Comparable {
  /// 市.
  case city
  /// 镇 (towns and streets alike).
  case town

  /// Orders the town below the city.
  public static func < (left: Tier, right: Tier) -> Bool { left == .town && right == .city }
}

/// A node of the tree city → town → village or community → grid.
public struct Place: Sendable, Equatable {
  /// The level of the tree.
  public enum Kind: String, Sendable, Codable, CaseIterable, Comparable {
    /// 市: the root.
    case city
    /// 区镇: a town or street.
    case town
    /// 村、社区.
    case village
    /// 网格.
    case grid

    /// Orders levels from the root down.
    public static func < (left: Kind, right: Kind) -> Bool { left.depth < right.depth }

    /// 0 for the city to 3 for a grid.
    public var depth: Int {
      switch self {
      case .city: 0
      case .town: 1
      case .village: 2
      case .grid: 3
      }
    }
  }

  /// The place's own stable code.
  public let code: PlaceCode
  /// The name on screen.
  public let name: String
  /// Its level.
  public let kind: Kind
  /// The place it lies in; the city has none.
  public let parent: PlaceCode?
  /// The administrative code, an attribute only: published town codes disagree.
  public let adcode: String
  /// Full pinyin with spaces; empty when the table leaves it to be computed.
  public let pinyin: String
  /// The zone that is run with a town (开发区 …); empty when there is none.
  public let zone: String

  /// Makes a place.
  public init(
    code: PlaceCode, name: String, kind: Kind, parent: PlaceCode?, adcode: String = "", pinyin: String = "",
    zone: String = ""
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.adcode = adcode
    self.pinyin = pinyin
    self.zone = zone
  }
}

/// Who runs a grid: its head, its Party branch and its six roles.
public struct GridTeam: Sendable, Equatable {
  /// The grid.
  public let place: PlaceCode
  /// 网格长.
  public let head: String
  /// The head's post (社区书记 or 村书记).
  public let headTitle: String
  /// 网格党支部.
  public let partyBranch: String
  /// The six roles in the order 宣传员、助理员、治安巡查员、消防宣传员、矛盾纠纷调解员、卫生监督员.
  public let roles: [String]

  /// Makes a grid's team; `roles` has six names.
  public init(place: PlaceCode, head: String, headTitle: String, partyBranch: String, roles: [String]) {
    self.place = place
    self.head = head
    self.headTitle = headTitle
    self.partyBranch = partyBranch
    self.roles = roles
  }
}

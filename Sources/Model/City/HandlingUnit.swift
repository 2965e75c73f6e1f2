/// Whoever handles orders: a department, a town's brigade, a village, a grid team, a window, a park office, a partner.
public struct HandlingUnit: Sendable, Equatable {
  /// What sort of unit it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 市指挥中心.
    case cityCentre
    /// 区镇指挥中心.
    case townCentre
    /// 市级部门.
    case department
    /// 综合行政执法局.
    case enforcementBureau
    /// 为民服务中心.
    case serviceCentre
    /// A window of a service centre.
    case window
    /// 村、社区.
    case village
    /// 网格队伍.
    case gridTeam
    /// 园区办公室.
    case parkOffice
    /// 共建单位.
    case partner
  }

  /// The unit's code.
  public let code: UnitCode
  /// The full name.
  public let name: String
  /// The name in lists, at most 12 columns.
  public let short: String
  /// What sort of unit it is.
  public let kind: Kind
  /// The place it belongs to.
  public let place: PlaceCode
  /// The unit it is part of.
  public let parent: UnitCode?
  /// Whether it sits in the city centre (进驻).
  public let stationed: Bool
  /// The number to call.
  public let phone: String
  /// Full pinyin with spaces; empty when the table leaves it to be computed.
  public let pinyin: String
  /// The town in whose name it acts.
  public let actsFor: PlaceCode?
  /// Its own working hours, where they differ from the city's; at least one stretch.
  public let hours: [WorkCalendar.Hours]?

  /// Makes a unit.
  public init(
    code: UnitCode, name: String, short: String, kind: Kind, place: PlaceCode, parent: UnitCode? = nil,
    stationed: Bool = false, phone: String = "", pinyin: String = "", actsFor: PlaceCode? = nil,
    hours: [WorkCalendar.Hours]? = nil
  ) {
    self.code = code
    self.name = name
    self.short = short
    self.kind = kind
    self.place = place
    self.parent = parent
    self.stationed = stationed
    self.phone = phone
    self.pinyin = pinyin
    self.actsFor = actsFor
    self.hours = hours
  }
}

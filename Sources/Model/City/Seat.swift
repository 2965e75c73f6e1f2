/// What a seat is for.
public enum Role: String, Sendable, Codable, CaseIterable {
  /// 受理员.
  case intake
  /// 派遣员.
  case dispatcher
  /// 值班长.
  case chief
  /// 带班领导.
  case leader
  /// 承办.
  case handler
  /// 核查.
  case inspector
  /// 回访员.
  case followUp
  /// 督查.
  case supervisor
  /// 观摩.
  case observer
  /// 导调员, in a drill.
  case conductor
  /// 评估员, in a drill.
  case evaluator

  /// Whether the role may take an order out of another seat's hands.
  public var isChief: Bool { self == .chief || self == .leader }
}

/// 席位: a desk position with a role.
public struct Seat: Sendable, Equatable {
  /// The seat's code.
  public let code: SeatCode
  /// The name on screen.
  public let name: String
  /// The tier it commands at.
  public let tier: Tier
  /// The city or the town that it sees and commands.
  public let place: PlaceCode
  /// Its role.
  public let role: Role
  /// For 承办: the unit that it acts for.
  public let unit: UnitCode?

  /// Makes a seat.
  public init(code: SeatCode, name: String, tier: Tier, place: PlaceCode, role: Role, unit: UnitCode? = nil) {
    self.unit = unit
    self.code = code
    self.name = name
    self.tier = tier
    self.place = place
    self.role = role
  }
}

/// 人员: a person on duty.
public struct Officer: Sendable, Equatable {
  /// The officer's code.
  public let code: OfficerCode
  /// The name on screen.
  public let name: String
  /// The number to call.
  public let phone: String
  /// The seats that the officer may take.
  public let seats: [SeatCode]
  /// The operating-system accounts that are the officer's.
  public let accounts: [String]
  /// What the officer is on duty as (带班, 值班长 …); empty when off duty.
  public let duty: String

  /// Makes an officer.
  public init(
    code: OfficerCode, name: String, phone: String = "", seats: [SeatCode] = [], accounts: [String] = [],
    duty: String = ""
  ) {
    self.code = code
    self.name = name
    self.phone = phone
    self.seats = seats
    self.accounts = accounts
    self.duty = duty
  }
}

/// 共建单位: who shares resources with the grids.
public struct Partner: Sendable, Equatable {
  /// The partner's code.
  public let code: String
  /// Its name.
  public let name: String
  /// What sort of body it is.
  public let kind: String
  /// The place it belongs to.
  public let place: PlaceCode
  /// Whom to ask for.
  public let contact: String
  /// The number to call.
  public let phone: String
  /// What it offers.
  public let offers: String

  /// Makes a partner.
  public init(
    code: String, name: String, kind: String, place: PlaceCode, contact: String, phone: String, offers: String
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.place = place
    self.contact = contact
    self.phone = phone
    self.offers = offers
  }
}

/// On whose authority a command is given.
public struct Authority: Sendable, Equatable {
  /// The officer.
  public let officer: OfficerCode
  /// The seat.
  public let seat: SeatCode
  /// The seat's role.
  public let role: Role
  /// The tier it commands at.
  public let tier: Tier
  /// The city or the town that it commands.
  public let place: PlaceCode
  /// For 承办: the unit that it acts for; nothing for all units of its place.
  public let unit: UnitCode?
  /// The operating-system account, or the feed.
  public let account: String

  /// Makes an authority.
  public init(
    officer: OfficerCode, seat: SeatCode, role: Role, tier: Tier, place: PlaceCode, unit: UnitCode? = nil,
    account: String
  ) {
    self.unit = unit
    self.officer = officer
    self.seat = seat
    self.role = role
    self.tier = tier
    self.place = place
    self.account = account
  }

  /// Makes the authority of an officer on a seat.
  public init(officer: OfficerCode, seat: Seat, account: String) {
    self.init(
      officer: officer, seat: seat.code, role: seat.role, tier: seat.tier, place: seat.place,
      unit: seat.unit, account: account)
  }
}

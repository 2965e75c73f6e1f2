/// Under which act something stands: who, from which seat, and when.
public struct Signature: Sendable, Equatable {
  /// The officer.
  public let officer: OfficerCode
  /// The seat.
  public let seat: SeatCode
  /// When, UTC.
  public let at: Instant

  /// Makes a signature.
  public init(officer: OfficerCode, seat: SeatCode, at: Instant) {
    self.officer = officer
    self.seat = seat
    self.at = at
  }
}

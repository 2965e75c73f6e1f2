/// What is asked of a volunteer's points.
public enum PointsCommand: Sendable, Equatable {
  /// Points for a service.
  case earn(points: Int, service: String)
  /// Points that a partner takes in.
  case spend(points: Int, partner: String, goods: String)
  /// An entry that counters another one.
  case correct(entry: Int, reason: String)
}

/// The rules of volunteers' points.
public enum PointsRules {
  /// The most points of one entry.
  public static let most = 1_000_000

  /// Decides what a command brings about.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - ledger: the volunteer's points.
  ///   - authority: who asks.
  ///   - city: the tables of that day.
  /// - Throws: the reason why not.
  public static func decide(
    _ command: PointsCommand, on ledger: PointsLedger, by authority: Authority, in city: CityTables
  ) throws(BookRefusal) -> PointsEvent {
    try authority.check(.points, in: city)
    switch command {
    case .earn(let points, let service):
      try check(points)
      return .earned(PointsEvent.Earning(points: points, service: try service.written("service")))
    case .spend(let points, let partner, let goods):
      try check(points)
      guard city.partners.contains(where: { $0.code == partner }) else { throw BookRefusal(.unknownPartner, partner) }
      let goods = try goods.written("goods")
      guard points <= ledger.balance else { throw BookRefusal(.notEnough, String(ledger.balance)) }
      return .spent(PointsEvent.Spending(points: points, partner: partner, goods: goods))
    case .correct(let entry, let reason):
      guard ledger.entry(entry) != nil else { throw BookRefusal(.unknownEntry, String(entry)) }
      guard let counter = ledger.counter(entry) else { throw BookRefusal(.correctedAlready, String(entry)) }
      let reason = try reason.written("reason")
      guard ledger.balance + counter >= 0 else { throw BookRefusal(.notEnough, String(ledger.balance)) }
      return .corrected(PointsEvent.Correction(entry: entry, points: counter, reason: reason))
    }
  }

  private static func check(_ points: Int) throws(BookRefusal) {
    guard (1...most).contains(points) else { throw BookRefusal(.notPositive, String(points)) }
  }
}

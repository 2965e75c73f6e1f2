import Model

/// How much a volunteer has on the ledger.
public struct VolunteerPoints: Sendable, Equatable {
  /// The volunteer's own number.
  public let volunteer: String
  /// How many entries there are.
  public let entries: Int
  /// What is left.
  public let balance: Int
}

extension JournalStore {
  /// The volunteers who have a ledger, in the order of their numbers' bytes.
  ///
  /// - Parameters:
  ///   - last: the number after which to begin; nothing for the first one.
  ///   - limit: how many at the most.
  public func volunteerPoints(after last: String?, limit: Int) throws(JournalError) -> [VolunteerPoints] {
    var list: [VolunteerPoints] = []
    // A name that is no name comes before all others.
    for head in try streamHeads(after: .points(last ?? ""), limit: limit) {
      guard head.stream.kind == .points else { break }
      let volunteer = head.stream.id
      let ledger = try pointsLedger(of: volunteer)
      list.append(VolunteerPoints(volunteer: volunteer, entries: ledger.entries.count, balance: ledger.balance))
    }
    return list
  }
}

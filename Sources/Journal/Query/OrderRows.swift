public import Model

/// What is read of a journal by looking at rows; for stores that have them at hand.
extension Sequence<OrderRow> {
  /// Open orders that are late, by town, each counted up to `bound`; see `JournalStore`.
  public func late(at now: Instant, towns: [PlaceCode], bound: Int) -> [PlaceCode: BoundedCount] {
    var late: [PlaceCode: Int] = [:]
    for row in self {
      guard row.stage.isOpen, let town = row.town, towns.contains(town), let due = row.stageDue, due < now
      else { continue }
      late[town, default: 0] += 1
    }
    return late.mapValues { BoundedCount(value: Swift.min($0, bound), isMore: $0 > bound) }
  }

  /// The open orders that a seat has in hand, the claim that lapses first in front; see `JournalStore`.
  public func claims(of seat: SeatCode, at now: Instant) -> [OrderRow] {
    filter { row in row.stage.isOpen && row.claim.map { $0.seat == seat && $0.until > now } ?? false }
      .sorted { left, right in
        let first = left.claim?.until ?? now
        let second = right.claim?.until ?? now
        return first == second ? left.number < right.number : first < second
      }
  }

  /// The orders outside of a town in which units have a share, by number; see `JournalStore`.
  public func shared(by units: Set<UnitCode>, outside town: PlaceCode?) -> [OrderRow] {
    filter { (town == nil || $0.town != town) && $0.shares.contains(where: units.contains) }
      .sorted { $0.number < $1.number }
  }
}

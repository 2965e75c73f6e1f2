import Journal
import Model

/// Reads the orders near another one.
///
/// Numbers follow the days of arrival, so what lies near in time lies near in the lists by number: the lanes of a town's
/// list are walked both ways from the number, and no index of its own is needed.
struct CandidateReading {
  let session: Session

  /// The orders near a number that arrived in a time.
  func candidates(
    near number: OrderNumber, town: PlaceCode?, from: Instant, to: Instant, limit: Int
  ) throws(JournalError) -> [CorrelationCandidate] {
    guard limit > 0 else { return [] }
    let later = try keys(.backward, near: number, town: town, limit: limit)
    let earlier = try keys(.forward, near: number, town: town, limit: limit)
    let statement = try session.literal("SELECT arrived_at, place, category, title FROM orders WHERE key = ?")
    defer { statement.reset() }
    var found: [CorrelationCandidate] = []
    for key in later.reversed() + earlier {
      statement.bind(key, 1)
      guard try statement.step() else {
        throw JournalError(.damaged, subject: OrderNumber(key: key).text, detail: "in an index only")
      }
      let arrivedAt = Instant(milliseconds: statement.integer(0))
      if arrivedAt >= from, arrivedAt <= to {
        found.append(
          CorrelationCandidate(
            number: OrderNumber(key: key), arrivedAt: arrivedAt, place: PlaceCode(statement.text(1)),
            category: statement.optionalText(2).map { CategoryCode($0) }, title: statement.text(3)))
      }
      statement.reset()
    }
    return found
  }

  /// The keys on one side of a number, the nearest first.
  private func keys(
    _ direction: Direction, near number: OrderNumber, town: PlaceCode?, limit: Int
  ) throws(JournalError) -> [Int64] {
    let lanes = LanePlan.lanes(OrderQuery(town: town, tab: .all, sort: .newest))
    // Forward begins with the row that stands right at the anchor, which is the order itself.
    let anchor = Standing(instant: 0, key: direction == .forward ? number.key - 1 : number.key)
    var merge = try LaneMerge(lanes, sort: .newest, direction, from: anchor, in: session)
    defer { merge.close() }
    return try merge.next(limit).map(\.key)
  }
}

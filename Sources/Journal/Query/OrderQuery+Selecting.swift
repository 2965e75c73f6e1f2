public import Model

extension OrderQuery {
  /// Whether an order is in the list.
  ///
  /// - Parameters:
  ///   - row: the order's row.
  ///   - reports: the order's reports, which words are looked for in.
  public func selects(_ row: OrderRow, reports: [Report]) -> Bool {
    guard town == nil || row.town == town || row.shares.contains(where: abroad.contains),
      source == nil || row.source == source, unit == nil || row.unit == unit
    else { return false }
    switch tab {
    case .all: break
    case .open: guard row.stage.isOpen else { return false }
    case .stage(let stage): guard row.stage == stage else { return false }
    }
    guard let filter, !filter.isEmpty else { return true }
    let match = TextMatch(filter)
    guard hidesConfidential, row.confidential else {
      return match.matches(row) || match.matches(FoldedText(reports))
    }
    return match.matches(row.inTownOnly)
  }
}

extension SortKey {
  /// Whether an order stands before another in a sorting.
  public func precedes(_ other: SortKey, in sort: OrderQuery.Sort) -> Bool {
    switch sort {
    case .due: instant == other.instant ? number < other.number : instant < other.instant
    case .newest: number > other.number
    case .oldest: number < other.number
    }
  }
}

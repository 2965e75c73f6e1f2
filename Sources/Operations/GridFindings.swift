public import Journal
public import Model

/// What the workers of a grid found, by sort: what of it is still open, and what is closed.
public struct GridFindings: Sendable, Equatable {
  /// Orders of one sort.
  public struct Count: Sendable, Equatable {
    /// Those that are still to be worked on.
    public var open = 0
    /// Those that are done with.
    public var closed = 0
  }

  /// The counts; a sort that was not found is missing.
  public private(set) var counts: [GridAlert.Kind: Count] = [:]

  /// Makes an empty account.
  public init() {}

  /// The count of one sort.
  public func count(_ kind: GridAlert.Kind) -> Count { counts[kind] ?? Count() }

  mutating func add(_ kind: GridAlert.Kind, isOpen: Bool) {
    if isOpen { counts[kind, default: Count()].open += 1 } else { counts[kind, default: Count()].closed += 1 }
  }
}

extension Viewpoint {
  private static let gridPage = 200

  /// What grids found that arrived between two days, both included; grids that found nothing are missing.
  ///
  /// A finding counts in the grid in which its order lies. What the seat may not look into counts nowhere.
  ///
  /// - Parameters:
  ///   - first: the first day, `YYYYMMDD`.
  ///   - last: the last day, `YYYYMMDD`.
  ///   - town: one town, or nothing for all that the seat sees.
  public func gridFindings(
    from first: Int, to last: Int, town: PlaceCode?
  ) throws(JournalError) -> [PlaceCode: GridFindings] {
    var findings: [PlaceCode: GridFindings] = [:]
    let query = OrderQuery(town: town, tab: .all, source: .grid, sort: .oldest)
    // The key of the next order to look at; lists by number begin at any number, whether there is such an order or not.
    var next = OrderNumber(day: first, sequence: 0)
    while true {
      let anchor = PageAnchor.around(SortKey(instant: Instant(milliseconds: 0), number: next))
      let page = try self.page(query, anchor: anchor, before: 0, after: Viewpoint.gridPage, effort: .full)
      let rows = page.rows.filter { $0.number.day <= last }
      for file in try files(rows.map(\.number)) {
        guard case .grid(let alert)? = file.order.reports.first?.detail,
          let grid = city.places.ancestor(of: file.order.core.place, kind: .grid)
        else { continue }
        findings[grid, default: GridFindings()].add(alert.kind, isOpen: !file.order.stage.isDone)
      }
      guard let end = page.rows.last, page.hasAfter, rows.count == page.rows.count else { return findings }
      next = OrderNumber(key: end.number.key + 1)
    }
  }
}

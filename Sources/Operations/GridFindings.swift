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

    /// Both.
    public var all: Int { open + closed }
  }

  /// The counts; a sort that was not found is missing.
  public private(set) var counts: [GridAlert.Kind: Count] = [:]

  /// Makes an empty account.
  public init() {}

  /// The count of one sort.
  public func count(_ kind: GridAlert.Kind) -> Count { counts[kind] ?? Count() }

  /// All sorts together.
  public var total: Count {
    counts.values.reduce(into: Count()) { total, count in
      total.open += count.open
      total.closed += count.closed
    }
  }

  /// Adds orders of one sort.
  public mutating func add(_ kind: GridAlert.Kind, _ more: Count) {
    counts[kind, default: Count()].open += more.open
    counts[kind, default: Count()].closed += more.closed
  }

  /// Adds an order.
  public mutating func add(_ kind: GridAlert.Kind, isOpen: Bool) {
    if isOpen { counts[kind, default: Count()].open += 1 } else { counts[kind, default: Count()].closed += 1 }
  }
}

/// Which orders of grids are looked at.
public struct GridSpan: Sendable, Equatable {
  /// The first day of arrival, `YYYYMMDD`.
  public var from: Int
  /// The last day of arrival, `YYYYMMDD`.
  public var to: Int
  /// One town, or nothing for all that the seat sees.
  public var town: PlaceCode?

  /// Makes a span of days, both included.
  public init(from: Int, to: Int, town: PlaceCode? = nil) {
    self.from = from
    self.to = to
    self.town = town
  }

  /// The number at which it begins, whether there is such an order or not.
  public var start: OrderNumber { OrderNumber(day: from, sequence: 0) }
}

/// One order that a grid's workers found.
public struct GridFinding: Sendable, Equatable {
  /// The order.
  public let number: OrderNumber
  /// The grid in which it lies.
  public let grid: PlaceCode
  /// What sort it is of.
  public let kind: GridAlert.Kind
  /// What it waits for.
  public let stage: Stage
  /// What was reported, as far as the seat may read it.
  public let title: String
}

/// A part of what grids found, read in one go.
public struct GridFindingsPart: Sendable, Equatable {
  /// What was found, by number.
  public let found: [GridFinding]
  /// The number at which to go on; nothing when the whole span has been read.
  public let next: OrderNumber?
}

extension Viewpoint {
  /// The most orders of grids that are read in one go; reading this many takes some tens of milliseconds.
  public static let gridPart = 500

  /// A part of what grids found; see `gridFindings(_:)`.
  ///
  /// However many orders the span has, a part reads `gridPart` of them at most, so that nobody waits long behind it.
  ///
  /// - Parameters:
  ///   - span: the days and the town.
  ///   - start: the number at which to begin, whether there is such an order or not.
  public func gridFindings(_ span: GridSpan, from start: OrderNumber) throws(JournalError) -> GridFindingsPart {
    let query = OrderQuery(town: span.town, tab: .all, source: .grid, sort: .oldest)
    let anchor = PageAnchor.around(SortKey(instant: Instant(milliseconds: 0), number: start))
    let page = try self.page(query, anchor: anchor, before: 0, after: Viewpoint.gridPart, effort: .full)
    let rows = page.rows.filter { $0.number.day <= span.to }
    var found: [GridFinding] = []
    for file in try files(rows.map(\.number)) {
      guard let report = file.order.reports.first, case .grid(let alert)? = report.detail,
        let grid = city.places.ancestor(of: file.order.core.place, kind: .grid)
      else { continue }
      found.append(
        GridFinding(
          number: file.order.number, grid: grid, kind: alert.kind, stage: file.order.stage, title: report.title))
    }
    guard let end = page.rows.last, page.hasAfter, rows.count == page.rows.count else {
      return GridFindingsPart(found: found, next: nil)
    }
    return GridFindingsPart(found: found, next: OrderNumber(key: end.number.key + 1))
  }

  /// What grids found that arrived within a span; grids that found nothing are missing.
  ///
  /// A finding counts in the grid in which its order lies. What the seat may not look into counts nowhere.
  public func gridFindings(_ span: GridSpan) throws(JournalError) -> [PlaceCode: GridFindings] {
    var findings: [PlaceCode: GridFindings] = [:]
    var next: OrderNumber? = span.start
    while let start = next {
      let part = try gridFindings(span, from: start)
      for finding in part.found {
        findings[finding.grid, default: GridFindings()].add(finding.kind, isOpen: !finding.stage.isDone)
      }
      next = part.next
    }
    return findings
  }
}

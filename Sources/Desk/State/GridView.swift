public import Model
public import Operations

/// What grids found, as far as it has been read.
public struct GridBook: Sendable, Equatable {
  /// Over which orders.
  public let span: GridSpan
  /// The counts; grids that found nothing are missing.
  public private(set) var findings: [PlaceCode: GridFindings] = [:]
  /// The number at which reading goes on; nothing when all is read.
  public private(set) var next: OrderNumber?
  private var orders: [PlaceCode: [GridFinding]] = [:]

  /// The most orders of a grid that are kept to be walked through; the latest stay.
  static let mostKept = 500

  /// A book in which nothing stands yet.
  public init(span: GridSpan) {
    self.span = span
    next = span.start
  }

  /// Writes a part down.
  mutating func add(_ part: GridFindingsPart) {
    for finding in part.found {
      findings[finding.grid, default: GridFindings()].add(finding.kind, isOpen: !finding.stage.isDone)
      var list = orders[finding.grid] ?? []
      list.append(finding)
      // Twice as many before any go, so that taking them out costs little.
      if list.count >= 2 * GridBook.mostKept { list.removeFirst(list.count - GridBook.mostKept) }
      orders[finding.grid] = list
    }
    next = part.next
  }

  /// What a grid found, the latest first.
  func orders(of grid: PlaceCode) -> [GridFinding] {
    Array((orders[grid] ?? []).suffix(GridBook.mostKept).reversed())
  }

  /// What all grids found.
  var total: GridFindings {
    findings.values.reduce(into: GridFindings()) { total, one in
      for kind in GridAlert.Kind.allCases { total.add(kind, one.count(kind)) }
    }
  }
}

/// 网格: who holds which role, and what each grid found, as they are walked through.
public struct GridView: Sendable, Equatable {
  /// Over which days.
  public var period: ReviewPeriod
  /// What was found so far.
  public var book: GridBook
  /// The grids, those with the most open first.
  public internal(set) var grids: [Place]
  /// The grid that is selected.
  public var selected = 0
  /// The orders of the selected grid, while they are looked at.
  public var orders: [ListedOrder]?
  /// The order that is selected among them.
  public var selectedOrder = 0

  /// The grid that is selected.
  var grid: Place? { grids.indices.contains(selected) ? grids[selected] : nil }
}

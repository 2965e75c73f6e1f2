public import Model

/// 态势: the counts that the journal keeps.
public struct Board: Sendable, Equatable {
  /// What is counted.
  public struct Cell: Hashable, Sendable {
    /// The town; nothing for orders of the city as a whole.
    public let town: PlaceCode?
    /// The source.
    public let source: Source
    /// The stage.
    public let stage: Stage

    /// Makes a cell's name.
    public init(town: PlaceCode?, source: Source, stage: Stage) {
      self.town = town
      self.source = source
      self.stage = stage
    }
  }

  /// Orders by town, source and stage; cells at zero may be missing.
  public let orders: [Cell: Int]
  /// What every list that the desk names has; a frame asks for dozens of them.
  private let totals: [Total: Int]

  private struct Total: Hashable, Sendable {
    let town: PlaceCode?
    let source: Source?
    let tab: OrderQuery.Tab
  }

  /// Makes a board.
  public init(orders: [Cell: Int] = [:]) {
    self.orders = orders
    var totals: [Total: Int] = [:]
    for (cell, count) in orders where count != 0 {
      let tabs = [.all, .stage(cell.stage)] + (cell.stage.isOpen ? [OrderQuery.Tab.open] : [])
      for town in cell.town == nil ? [nil] : [nil, cell.town] {
        for source in [nil, cell.source] {
          for tab in tabs { totals[Total(town: town, source: source, tab: tab), default: 0] += count }
        }
      }
    }
    self.totals = totals
  }

  /// How many orders a list without a text filter has.
  public func count(town: PlaceCode?, tab: OrderQuery.Tab, source: Source? = nil) -> Int {
    totals[Total(town: town, source: source, tab: tab)] ?? 0
  }
}

/// A count that stops at a bound, so that it costs the same however many there are.
public struct BoundedCount: Sendable, Equatable {
  /// The count, at most the bound.
  public let value: Int
  /// Whether there are more.
  public let isMore: Bool

  /// Makes a count.
  public init(value: Int, isMore: Bool) {
    self.value = value
    self.isMore = isMore
  }
}

/// How many orders arrived in an hour of UTC.
public struct HourlyArrivals: Sendable, Equatable {
  /// Whole hours since the Unix epoch.
  public let hour: Int64
  /// How many arrived.
  public let count: Int

  /// Makes a count of one hour.
  public init(hour: Int64, count: Int) {
    self.hour = hour
    self.count = count
  }
}

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
  public var orders: [Cell: Int]

  /// Makes a board.
  public init(orders: [Cell: Int] = [:]) {
    self.orders = orders
  }

  /// How many orders a list without a text filter has.
  public func count(town: PlaceCode?, tab: OrderQuery.Tab, source: Source? = nil) -> Int {
    orders.reduce(0) { sum, entry in
      let (cell, count) = entry
      guard town == nil || cell.town == town, source == nil || cell.source == source else { return sum }
      switch tab {
      case .all: return sum + count
      case .open: return cell.stage.isOpen ? sum + count : sum
      case .stage(let stage): return cell.stage == stage ? sum + count : sum
      }
    }
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

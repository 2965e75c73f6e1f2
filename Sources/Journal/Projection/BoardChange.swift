public import Model

/// What one step of an order changes in the kept counts.
public struct BoardChange: Sendable, Equatable {
  /// The cell that the order leaves; nothing where it came in, or stays in its cell.
  public let left: Board.Cell?
  /// The cell that it enters; nothing where it stays in its cell.
  public let entered: Board.Cell?
  /// The arrival to count, when the step made the order.
  public let arrival: Arrival?

  /// An order that came in.
  public struct Arrival: Hashable, Sendable {
    /// Whole hours since the Unix epoch.
    public let hour: Int64
    /// The town in which it lay when it came in; a later change of place does not move the arrival.
    public let town: PlaceCode?

    /// Makes an arrival.
    public init(hour: Int64, town: PlaceCode?) {
      self.hour = hour
      self.town = town
    }
  }

  /// The change from one row of an order to the next; `old` is nothing for an order that came in.
  public init(from old: OrderRow?, to new: OrderRow) {
    let after = Board.Cell(new)
    guard let old else {
      left = nil
      entered = after
      arrival = Arrival(hour: new.arrivedAt.hour, town: new.town)
      return
    }
    let before = Board.Cell(old)
    left = before == after ? nil : before
    entered = before == after ? nil : after
    arrival = nil
  }
}

extension [Board.Cell: Int] {
  /// Takes an order out of the cell that it leaves, and counts it in the one that it enters.
  public mutating func add(_ change: BoardChange) {
    if let left = change.left { self[left, default: 0] -= 1 }
    if let entered = change.entered { self[entered, default: 0] += 1 }
  }
}

extension Board.Cell {
  /// The cell in which an order is counted.
  public init(_ row: OrderRow) {
    self.init(town: row.town, source: row.source, stage: row.stage)
  }
}

extension Instant {
  /// Whole hours since the Unix epoch, rounded down.
  public var hour: Int64 {
    let (hours, rest) = milliseconds.quotientAndRemainder(dividingBy: 3_600_000)
    return rest < 0 ? hours - 1 : hours
  }
}

public import Model

/// What one step of an order changes in the kept counts.
public struct BoardChange: Sendable, Equatable {
  /// What is added to the cells; a cell that keeps its count is missing.
  public let cells: [Board.Cell: Int]
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
      cells = [after: 1]
      arrival = Arrival(hour: new.arrivedAt.hour, town: new.town)
      return
    }
    let before = Board.Cell(old)
    cells = before == after ? [:] : [before: -1, after: 1]
    arrival = nil
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
    milliseconds >= 0 ? milliseconds / 3_600_000 : (milliseconds - 3_599_999) / 3_600_000
  }
}

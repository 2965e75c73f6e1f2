public import Model

/// What the rows of orders up to a number, which are kept as they stand now, still tell of an earlier moment.
///
/// An order that has not changed since is as it was; the others have to be made anew from their events.
public struct PastStanding: Sendable, Equatable {
  /// The orders that have not changed since, by town, source and stage; cells at zero are missing.
  public var cells: [Board.Cell: Int]
  /// Those of them that are open, by number.
  public var open: [OrderNumber]
  /// The orders that have changed since, or began since, by number.
  public var changed: [OrderNumber]

  /// Makes a standing.
  public init(cells: [Board.Cell: Int], open: [OrderNumber], changed: [OrderNumber]) {
    self.cells = cells
    self.open = open
    self.changed = changed
  }
}

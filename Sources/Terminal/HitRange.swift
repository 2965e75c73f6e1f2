/// Where something that can be clicked was drawn on a row.
public struct HitRange: Sendable, Hashable {
  /// Its index among the things given.
  public let index: Int
  /// The row.
  public let row: Int
  /// The columns it takes.
  public let columns: Range<Int>

  /// Makes one.
  public init(index: Int, row: Int, columns: Range<Int>) {
    self.index = index
    self.row = row
    self.columns = columns
  }

  /// Whether a cell lies in it.
  public func contains(row: Int, col: Int) -> Bool { row == self.row && columns.contains(col) }
}

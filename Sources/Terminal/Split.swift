/// How much of a rectangle's height or width one part of it gets.
public enum Extent: Sendable, Hashable {
  /// So many rows or columns, as long as there are any left.
  case fixed(Int)
  /// A share of what the others leave, by weight; never less than a minimum while there is room.
  case flexible(weight: Int = 1, minimum: Int = 0)
}

extension Rect {
  /// Parts one below the other.
  /// - Parameter extents: the heights, from the top.
  public func rows(_ extents: [Extent]) -> [Rect] {
    var row = row
    return Extent.sizes(extents, total: height).map { size in
      defer { row += size }
      return Rect(row: row, col: col, width: width, height: size)
    }
  }

  /// Parts side by side.
  /// - Parameter extents: the widths, from the left.
  public func columns(_ extents: [Extent]) -> [Rect] {
    var col = col
    return Extent.sizes(extents, total: width).map { size in
      defer { col += size }
      return Rect(row: row, col: col, width: size, height: height)
    }
  }
}

extension Extent {
  /// Sizes that add up to the total where something is flexible, and never exceed it.
  static func sizes(_ extents: [Extent], total: Int) -> [Int] {
    var left = max(0, total)
    var sizes = extents.map { extent in
      let wanted =
        switch extent {
        case .fixed(let size): size
        case .flexible(_, let minimum): minimum
        }
      let size = min(max(0, wanted), left)
      left -= size
      return size
    }
    var weights = extents.reduce(0) { $0 + $1.weight }
    for (index, extent) in extents.enumerated() where extent.weight > 0 {
      let share = left * extent.weight / weights
      sizes[index] += share
      left -= share
      weights -= extent.weight
    }
    return sizes
  }

  private var weight: Int {
    switch self {
    case .fixed: 0
    case .flexible(let weight, _): max(0, weight)
    }
  }
}

/// Which part of a long list is visible.
public struct ScrollWindow: Sendable, Hashable {
  /// Index of the first visible item.
  public private(set) var offset = 0

  /// Makes a window at the top.
  public init() {}

  /// Moves as little as needed for an item to be visible, and never past the ends.
  /// - Parameters:
  ///   - item: the index that must be seen; nil only keeps within the list.
  ///   - count: how many items there are.
  ///   - visible: how many rows there are for them.
  ///   - margin: how many items should be seen beyond it, where the list has them.
  public mutating func follow(_ item: Int?, count: Int, visible: Int, margin: Int = 0) {
    if let item {
      let margin = min(margin, max(0, (visible - 1) / 2))
      offset = min(offset, item - margin)
      offset = max(offset, item + margin - visible + 1)
    }
    offset = max(0, min(offset, count - visible))
  }

  /// Moves by some items, as the wheel does, and never past the ends.
  public mutating func scroll(by items: Int, count: Int, visible: Int) {
    offset = max(0, min(offset + items, count - visible))
  }
}

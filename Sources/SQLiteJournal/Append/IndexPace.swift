/// How many orders are put into the search index while the lock is held once, learnt from how long it took.
struct IndexPace {
  private static let target = Duration.milliseconds(7)

  /// For a desk: a few more than it lets wait, so that it takes its share of what others have left.
  static let desk = IndexPace(orders: 2 * JournalOptions.desk.waiting, within: 128...256, isThorough: false)
  /// For an import: as many as take a third of the time for which the lock may be held, again and again while there are many.
  static let bulk = IndexPace(orders: 512, within: 128...4_096, isThorough: true)

  /// How many orders at once.
  private(set) var orders: Int
  /// Whether to go on while there are many, as an officer should not have to wait for.
  let isThorough: Bool
  private let bounds: ClosedRange<Int>

  private init(orders: Int, within bounds: ClosedRange<Int>, isThorough: Bool) {
    self.orders = orders
    self.bounds = bounds
    self.isThorough = isThorough
  }

  /// Learns from a hold.
  ///
  /// - Parameters:
  ///   - count: how many orders were put in.
  ///   - time: how much processor time it took.
  mutating func note(_ count: Int, took time: Duration) {
    guard count >= orders else { return }
    let change = time > IndexPace.target ? orders * 3 / 4 : orders * 5 / 4
    orders = min(bounds.upperBound, max(bounds.lowerBound, change))
  }
}

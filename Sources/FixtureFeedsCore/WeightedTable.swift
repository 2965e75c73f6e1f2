/// Indices drawn in proportion to their weights.
struct WeightedTable: Sendable {
  private let cumulative: [Double]

  /// - Parameter weights: one weight an index, none negative.
  init(_ weights: [Double]) {
    var sum = 0.0
    cumulative = weights.map {
      sum += $0
      return sum
    }
  }

  var total: Double { cumulative.last ?? 0 }

  /// An index whose weight is above zero; 0 when all are zero.
  func draw(_ random: inout SplitMix64) -> Int {
    index(at: random.fraction() * total)
  }

  /// The index that holds the given share (0 up to 1) of the whole weight, and how far into it the share lies.
  func position(ofShare share: Double) -> (index: Int, inside: Double) {
    let mark = share * total
    let found = index(at: mark)
    let start = found == 0 ? 0 : cumulative[found - 1]
    let weight = cumulative[found] - start
    return (found, weight > 0 ? min(max((mark - start) / weight, 0), 0.999_999) : 0)
  }

  private func index(at mark: Double) -> Int {
    var low = 0
    var high = max(cumulative.count - 1, 0)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > mark { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

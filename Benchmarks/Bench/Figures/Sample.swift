/// Measured values of one kind.
struct Sample {
  private let sorted: [Double]

  /// Makes a sample of values in any order.
  init(_ values: [Double]) {
    sorted = values.sorted()
  }

  /// How many there are.
  var count: Int { sorted.count }

  /// The value below which a share of them lies; 0 when there are none.
  func quantile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  /// The value in the middle.
  var median: Double { quantile(0.5) }
  /// The value that one in a hundred exceeds.
  var p99: Double { quantile(0.99) }
  /// The largest.
  var most: Double { sorted.last ?? 0 }
  /// The mean.
  var mean: Double { sorted.isEmpty ? 0 : sorted.reduce(0, +) / Double(sorted.count) }
}

extension Duration {
  /// In milliseconds.
  var milliseconds: Double { seconds * 1_000 }
  /// In seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Double {
  /// Written with a few digits, as many as the size is worth.
  var brief: String {
    let digits = self >= 100 ? 0 : self >= 10 ? 1 : 2
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return digits == 0 ? String(Int(rounded)) : String(rounded)
  }
}

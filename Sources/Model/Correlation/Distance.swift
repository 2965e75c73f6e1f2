extension Location {
  /// How far another point lies away, in whole metres; nothing when either has no point.
  ///
  /// Right to a few thousandths over a town, which is all that a report's point is good for; integers, and a square
  /// root that is the same on every machine. Two points more than two degrees apart are merely far apart.
  func metres(to other: Location) -> Int? {
    guard let latitude, let longitude, let otherLatitude = other.latitude, let otherLongitude = other.longitude else {
      return nil
    }
    // A millionth of a degree of latitude is 0.1113 m.
    let north = Location.bounded(latitude - otherLatitude) * 1_113 / 100
    let middle = (latitude + otherLatitude) / 2_000
    // cos x ≈ (32400 − 4x²) / (32400 + x²) for x in degrees (Bhaskara); here in thousandths of a degree.
    let square = middle * middle / 1_000
    let cosine = (32_400_000 - 4 * square) * 10_000 / (32_400_000 + square)
    let east = Location.bounded(longitude - otherLongitude) * 1_113 / 100 * cosine / 10_000
    let sum = Double(north * north + east * east)
    return Int(sum.squareRoot() / 100)
  }

  private static func bounded(_ millionths: Int) -> Int { min(max(millionths, -2_000_000), 2_000_000) }
}

import Foundation

/// A point on the map, degrees.
package struct Point: Sendable, Equatable {
  package var lat: Double
  package var lon: Double

  /// Metres to another point near by.
  package func distance(to other: Point) -> Double {
    let north = (other.lat - lat) * Self.metresPerDegree
    let east = (other.lon - lon) * Self.metresPerDegree * cos(lat * .pi / 180)
    return (north * north + east * east).squareRoot()
  }

  /// The point moved in a direction and by a distance (metres) that `hash` decides.
  func moved(by hash: UInt64, radius: ClosedRange<Double>) -> Point {
    let angle = Double(hash & 0xFFFF) / 65_536 * 2 * .pi
    let share = Double((hash >> 16) & 0xFFFF) / 65_536
    let metres = radius.lowerBound + (radius.upperBound - radius.lowerBound) * share
    return Point(
      lat: lat + metres * sin(angle) / Self.metresPerDegree,
      lon: lon + metres * cos(angle) / (Self.metresPerDegree * cos(lat * .pi / 180)))
  }

  /// To five places, about a metre, as a telephone would send it.
  var rounded: Point {
    Point(lat: (lat * 100_000).rounded() / 100_000, lon: (lon * 100_000).rounded() / 100_000)
  }

  private static let metresPerDegree = 111_320.0
}

/// A hash that is the same in every run (FNV-1a, 64 bits), for what must stay where it is whatever the seed.
enum StableHash {
  static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}

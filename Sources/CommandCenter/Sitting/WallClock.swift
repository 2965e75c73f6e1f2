import Foundation
import Model

/// The clock on the wall.
enum WallClock {
  /// What it shows, UTC.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// What nobody can guess.
enum Chance {
  /// Sixteen bytes from the system's generator.
  static func salt() -> [UInt8] {
    // Two calls of the system, not one for each byte: an import does it for every report.
    var generator = SystemRandomNumberGenerator()
    return withUnsafeBytes(of: (generator.next(), generator.next())) { [UInt8]($0) }
  }

  /// A name for a sitting that no other sitting has.
  static func session() -> String {
    salt().prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

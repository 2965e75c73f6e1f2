public import Model

/// How far an import is: pure arithmetic on counts and times that are passed in.
public struct ImportProgress: Sendable, Equatable {
  /// When it began, UTC.
  public let began: Instant
  /// Bytes of the whole, where that is known.
  public let totalBytes: Int64?
  /// Bytes done.
  public private(set) var doneBytes: Int64 = 0
  /// Lines done.
  public private(set) var lines = 0
  private var latest: Instant

  /// Begins.
  public init(began: Instant, totalBytes: Int64?) {
    self.began = began
    self.totalBytes = totalBytes
    latest = began
  }

  /// Notes how far it is.
  public mutating func advance(lines: Int, bytes: Int64, at now: Instant) {
    self.lines = lines
    doneBytes = bytes
    latest = max(latest, now)
  }

  /// Milliseconds since it began.
  public var elapsed: Int64 { latest.since(began) }

  /// Lines a second since it began; 0 before any time has passed.
  public var rate: Int {
    elapsed > 0 ? Int(Int64(lines) * 1_000 / elapsed) : 0
  }

  /// Thousandths of the whole; nothing when the whole is not known.
  public var permille: Int? {
    totalBytes.map { $0 > 0 ? Int(min(doneBytes, $0) * 1_000 / $0) : 1_000 }
  }

  /// Milliseconds that are left at the speed so far; nothing when that can't be said.
  public var left: Int64? {
    guard let totalBytes, doneBytes > 0, elapsed > 0 else { return nil }
    let rest = max(0, totalBytes - doneBytes)
    return Int64((Double(rest) * Double(elapsed) / Double(doneBytes)).rounded(.up))
  }
}

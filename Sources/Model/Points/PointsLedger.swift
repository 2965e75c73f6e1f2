/// 积分账: a volunteer's points, as their events make them.
public struct PointsLedger: Sendable, Equatable {
  /// One line of the ledger.
  public struct Entry: Sendable, Equatable {
    /// Its version in the stream, from 1.
    public let version: Int
    /// What happened.
    public let event: PointsEvent
    /// What it adds; below zero when it takes away.
    public let change: Int
    /// The balance after it.
    public let balance: Int
    /// Who wrote it, and when.
    public let signature: Signature
  }

  /// The lines, the first one first.
  public private(set) var entries: [Entry] = []

  /// Makes an empty ledger.
  public init() {}

  /// What is left; never below zero.
  public var balance: Int { entries.last?.balance ?? 0 }

  /// The entry at a version.
  public func entry(_ version: Int) -> Entry? {
    entries.indices.contains(version - 1) ? entries[version - 1] : nil
  }

  /// Whether an entry was countered.
  public func isCorrected(_ version: Int) -> Bool {
    entries.contains { line in
      if case .corrected(let correction) = line.event { correction.entry == version } else { false }
    }
  }

  /// Takes an event in.
  ///
  /// - Returns: whether it could follow; nothing is changed otherwise.
  @discardableResult
  public mutating func take(_ event: PointsEvent, by signature: Signature) -> Bool {
    guard let change = change(event) else { return false }
    let (after, overflows) = balance.addingReportingOverflow(change)
    guard !overflows, after >= 0 else { return false }
    entries.append(
      Entry(version: entries.count + 1, event: event, change: change, balance: after, signature: signature))
    return true
  }

  private func change(_ event: PointsEvent) -> Int? {
    switch event {
    case .earned(let earning): earning.points > 0 ? earning.points : nil
    case .spent(let spending): spending.points > 0 ? -spending.points : nil
    case .corrected(let correction): counter(correction.entry) == correction.points ? correction.points : nil
    }
  }

  /// What counters an entry; nothing for one that does not exist, is a correction itself, or was countered.
  public func counter(_ version: Int) -> Int? {
    guard let entry = entry(version), !isCorrected(version) else { return nil }
    if case .corrected = entry.event { return nil }
    return -entry.change
  }
}

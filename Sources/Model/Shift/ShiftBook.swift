/// 交接簿: where a seat stands between two officers, as the last events of its stream make it.
public struct ShiftBook: Sendable, Equatable {
  /// A hand-over that was made.
  public struct Page: Sendable, Equatable {
    /// What was handed over.
    public var handOver: ShiftEvent.HandOver
    /// Its version in the stream.
    public var version: Int
    /// Who handed over, and when.
    public var signature: Signature
    /// Who confirmed it, and when; nothing while it waits.
    public var takenBy: Signature?
    /// What he had to say to it.
    public var answer: String
  }

  /// The last hand-over.
  public private(set) var last: Page?
  /// The version of the stream.
  public private(set) var version: Int

  /// Makes the book of a seat whose stream stands at a version.
  public init(version: Int = 0) {
    self.version = version
  }

  /// The hand-over that waits for the next officer.
  public var waiting: Page? { last.flatMap { $0.takenBy == nil ? $0 : nil } }

  /// When the present shift began, UTC: with the last confirmation; while a hand-over waits it goes on.
  public var since: Instant? { last.map { $0.takenBy?.at ?? $0.handOver.since } }

  /// Takes an event in.
  ///
  /// - Returns: whether it could follow; nothing is changed otherwise.
  @discardableResult
  public mutating func take(_ event: ShiftEvent, by signature: Signature) -> Bool {
    switch event {
    case .handedOver(let handOver):
      last = Page(handOver: handOver, version: version + 1, signature: signature, takenBy: nil, answer: "")
    case .takenOver(let takeOver):
      guard waiting?.version == takeOver.handOver else { return false }
      last?.takenBy = signature
      last?.answer = takeOver.text
    }
    version += 1
    return true
  }
}

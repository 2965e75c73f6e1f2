/// What happens to a seat's shifts.
public enum ShiftEvent: Sendable, Equatable {
  /// 交班.
  case handedOver(HandOver)
  /// 接班.
  case takenOver(TakeOver)

  /// What one officer leaves to the next.
  public struct HandOver: Sendable, Equatable, Codable {
    /// When the shift began that ends now, UTC.
    public var since: Instant
    /// The orders that the next officer must know of.
    public var sheet: HandOverSheet
    /// What the officer has written.
    public var notes: String
    /// Where the journal ended, as `verify` prints it: the sequence and the chain's value there.
    public var head: String

    /// Makes a hand-over.
    public init(since: Instant, sheet: HandOverSheet, notes: String, head: String) {
      self.since = since
      self.sheet = sheet
      self.notes = notes
      self.head = head
    }
  }

  /// That the next officer has read it.
  public struct TakeOver: Sendable, Equatable, Codable {
    /// The version in the stream of what was handed over.
    public var handOver: Int
    /// What the officer has to say to it; may be empty.
    public var text: String

    /// Makes a confirmation.
    public init(handOver: Int, text: String) {
      self.handOver = handOver
      self.text = text
    }

    private enum CodingKeys: String, CodingKey {
      case handOver = "hand_over"
      case text
    }
  }
}

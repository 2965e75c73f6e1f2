/// A stored event with the value of the journal's chain after it, as the store keeps it.
public struct ChainedEvent: Sendable, Equatable {
  /// The event.
  public let event: StoredEvent
  /// The chain's value, 32 bytes.
  public let chain: [UInt8]

  /// Makes a chained event.
  public init(event: StoredEvent, chain: [UInt8]) {
    self.event = event
    self.chain = chain
  }
}

/// Where a stream ends, as the store keeps it.
public struct StreamHead: Sendable, Equatable {
  /// The stream.
  public let stream: StreamID
  /// Its last version.
  public let version: Int
  /// The sequence of its last event.
  public let sequence: Int64
  /// The value of its chain there, 32 bytes.
  public let chain: [UInt8]

  /// Makes a head.
  public init(stream: StreamID, version: Int, sequence: Int64, chain: [UInt8]) {
    self.stream = stream
    self.version = version
    self.sequence = sequence
    self.chain = chain
  }
}

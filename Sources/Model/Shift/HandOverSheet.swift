/// 交接单: the open orders that the next officer must know of, by why.
public struct HandOverSheet: Sendable, Equatable, Codable {
  /// Those that the seat has in hand.
  public var claimed: [String]
  /// Those that the seat has acted on in this shift.
  public var followed: [String]
  /// Those whose unit was urged and has not fed back.
  public var urged: [String]
  /// Those that somebody supervises, or that carry an instruction that was not struck off.
  public var supervised: [String]
  /// Those whose callers were promised an answer that they have not had.
  public var promised: [String]

  /// Makes a sheet out of orders' numbers as they are written.
  public init(
    claimed: [String] = [], followed: [String] = [], urged: [String] = [], supervised: [String] = [],
    promised: [String] = []
  ) {
    self.claimed = claimed
    self.followed = followed
    self.urged = urged
    self.supervised = supervised
    self.promised = promised
  }
}

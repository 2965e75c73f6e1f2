public import Model
public import Operations

/// 疑同: what may be the same event as the order that the selection rests on.
public struct ProposalState: Sendable, Equatable {
  /// The order that was asked for.
  public private(set) var number: OrderNumber?
  /// What was found, the most alike first.
  public private(set) var list: [Proposal] = []
  /// Whether the journal has changed since it was asked.
  public var isStale = false
  private var version = 0
  private var askedAt = Instant(milliseconds: 0)
  private var isLoading = false

  /// How long, in milliseconds of wall time, what was found stands although the journal has changed.
  static let standsFor: Int64 = 10_000

  /// Nothing was asked for.
  public init() {}

  /// Asks for an order's; whether that is needed.
  mutating func ask(_ number: OrderNumber, version: Int, at wall: Instant) -> Bool {
    let isOther = self.number != number || self.version != version
    if isLoading, self.number == number { return false }
    guard isOther || isStale && wall.since(askedAt) >= ProposalState.standsFor else { return false }
    if self.number != number { list = [] }
    self.number = number
    self.version = version
    askedAt = wall
    isStale = false
    isLoading = true
    return true
  }

  /// Takes in what was found, unless another order's is wanted by now.
  mutating func adopt(_ list: [Proposal], for number: OrderNumber) {
    guard self.number == number else { return }
    self.list = list
    isLoading = false
  }

  /// What was found for an order; nothing while it is another's.
  func list(for number: OrderNumber) -> [Proposal] { self.number == number ? list : [] }
}

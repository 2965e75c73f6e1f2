public import Model

/// 并单比对: an order beside those that may tell of the same event, one after the other.
public struct MergeForm: Sendable, Equatable {
  /// An order that may tell of the same event.
  public struct Proposal: Sendable, Equatable {
    /// Its number.
    public var number: OrderNumber
    /// What speaks for it, in words: `80米`, `「消防通道」`; empty where an officer put the two together.
    public var evidence: String

    /// Makes a proposal.
    public init(number: OrderNumber, evidence: String) {
      self.number = number
      self.evidence = evidence
    }
  }

  /// The order that was selected.
  public var order: OrderNumber
  /// What it is compared with.
  public var proposals: [Proposal]
  /// Which of them is shown.
  public var index = 0

  /// What is shown beside the order.
  var current: Proposal? { proposals.indices.contains(index) ? proposals[index] : nil }
}

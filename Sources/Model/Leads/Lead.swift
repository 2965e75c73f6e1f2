/// 线索: something in an order's way that an inspector should look into; a lead and no verdict (疑似).
public struct Lead: Sendable, Equatable {
  /// What it would be if it were so.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 不作为.
    case inaction
    /// 慢作为.
    case slowness
    /// 虚作为.
    case pretence
    /// 乱作为.
    case excess
  }

  /// The rule that found it.
  public enum Rule: String, Sendable, Codable, CaseIterable {
    /// Nobody took it in time: it was not filed, or not signed.
    case untaken
    /// 推诿: given back twice, and then accepted by a unit that had given it back.
    case shirked
    /// A stage took longer than its limit.
    case lateStage
    /// All of it took longer than its limit.
    case lateOverall
    /// Said to be done, and found not done.
    case notDone
    /// Closed, and the caller says that it is not solved.
    case notSolved
    /// A sub-step was skipped.
    case skipped
    /// An act of a seat that may not give such a command, or not on such an order.
    case beyondAuthority

    /// What it would be if it were so.
    public var kind: Kind {
      switch self {
      case .untaken, .shirked: .inaction
      case .lateStage, .lateOverall: .slowness
      case .notDone, .notSolved: .pretence
      case .skipped, .beyondAuthority: .excess
      }
    }
  }

  /// The rule that found it.
  public let rule: Rule
  /// The unit that had it; nothing where the centre did.
  public let unit: UnitCode?
  /// The stage that it is about.
  public let stage: Stage
  /// The limit that was missed, UTC; nothing where it is about none.
  public let due: Instant?
  /// The versions of the events that bear it out, in order; for a limit, what began it and what ended it too late.
  public let evidence: [Int]
  /// Whether it still goes on: the limit is over, and nothing has ended the stage.
  public let isRunning: Bool

  /// What it would be if it were so.
  public var kind: Kind { rule.kind }
}

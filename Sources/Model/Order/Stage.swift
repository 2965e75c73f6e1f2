/// 环节: what an order waits for.
public enum Stage: String, Sendable, Codable, CaseIterable {
  /// 待立案.
  case received
  /// 待派遣.
  case filed
  /// 待签收.
  case dispatched
  /// 处置中.
  case handling
  /// 待核查.
  case fedBack
  /// 待结案.
  case inspected
  /// 待批: a return, a suspension, an extension or a rework is asked for; the order stays where it is meanwhile.
  case awaitingApproval
  /// 待回访: closed, and those who reported are still to be answered and asked.
  case followUp
  /// 已结案.
  case closed

  /// Whether the order is still to be worked on.
  public var isOpen: Bool { self != .closed }

  /// Whether what had to be done about the event is done.
  public var isDone: Bool { self == .closed || self == .followUp }

  /// The limit that an order in this stage waits against.
  public var limitedBy: LimitedStage? {
    switch self {
    case .received: .file
    case .filed: .dispatch
    case .dispatched: .sign
    case .handling: .handle
    case .fedBack: .inspect
    case .inspected: .close
    case .followUp: .followUp
    case .awaitingApproval, .closed: nil
    }
  }
}

/// How an order ended.
public enum Outcome: String, Sendable, Codable, CaseIterable {
  /// 已解决.
  case solved
  /// 已解释.
  case explained
  /// 不予受理.
  case notAccepted
  /// 重复.
  case duplicate
  /// 转出.
  case referredOut
  /// 作废.
  case void
}

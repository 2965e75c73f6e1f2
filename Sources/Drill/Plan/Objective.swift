/// 目标: what a drill is scored by.
public enum Objective: String, Sendable, Codable, CaseIterable {
  /// 发现: somebody took notice.
  case discovered
  /// 认领.
  case claimed
  /// 一次派准: dispatched to the right unit the first time.
  case dispatched
  /// 时限: the limits of the stages were kept; follows from the orders, without expectations.
  case limits
  /// 上报: escalated when required.
  case escalated
  /// 并单: duplicates were merged.
  case merged
  /// 无重大遗漏: nothing critical was missed; all of the weight, or none.
  case critical

  /// What the officer reads.
  public var name: String {
    switch self {
    case .discovered: "及时发现"
    case .claimed: "及时认领"
    case .dispatched: "一次派准"
    case .limits: "守住时限"
    case .escalated: "该报即报"
    case .merged: "重复并单"
    case .critical: "无重大遗漏"
    }
  }

  /// Whether expectations are counted under it; the others follow from all of them.
  public var hasExpectations: Bool { self != .limits && self != .critical }
}

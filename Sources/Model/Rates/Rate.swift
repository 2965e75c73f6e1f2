/// 指标: a share of the orders that it applies to.
///
/// Definitions and worked examples are in `docs/rates.md`.
public enum Rate: String, Sendable, Codable, CaseIterable {
  /// 响应率: the caller was reached first within the limit.
  case response
  /// 解决率: the caller says that it is solved.
  case solved
  /// 满意率: the caller is satisfied.
  case satisfied
  /// 按时处置率: every feedback came within its limit.
  case onTime = "on-time"
  /// 返工率: had to be done once more.
  case rework
  /// 立案率: filed, of what was decided on.
  case filing
  /// 准确派遣率: sent to the right unit at once.
  case dispatchAccuracy = "dispatch-accuracy"
  /// 按期结案率: closed before the overall deadline.
  case onSchedule = "on-schedule"
  /// 先于来电发现: the grid reported it before a caller did.
  case gridFirst = "grid-first"
  /// 推诿: a unit gave it back.
  case returned
  /// 办结层级: closed, on one of the rungs of the ladder.
  case ladder

  /// The place in `allCases`.
  public var index: Int {
    switch self {
    case .response: 0
    case .solved: 1
    case .satisfied: 2
    case .onTime: 3
    case .rework: 4
    case .filing: 5
    case .dispatchAccuracy: 6
    case .onSchedule: 7
    case .gridFirst: 8
    case .returned: 9
    case .ladder: 10
    }
  }
}

/// How an order stands in a rate: counted, or left out and why.
///
/// Every order stands in every rate in exactly one way.
public enum RateStanding: Int, Sendable, CaseIterable {
  /// In the numerator, and so in the denominator.
  case numerator
  /// In the denominator only.
  case denominator
  /// Left out: what is judged has not come about yet.
  case running
  /// Left out: an officer has left it out, with a reason.
  case excluded
  /// Left out: it was no order (作废).
  case void
  /// Left out: it went into another order, which counts.
  case duplicate
  /// Left out: it arrived closed, so that nobody here handled it.
  case closedAtSource
  /// Left out: it ended without handling (不予受理、转出).
  case declined
  /// Left out: the grid settled it itself or the counter answered at once.
  case settled
  /// Left out: what the rate asks does not arise.
  case notApplicable
  /// Left out: the caller could not be reached.
  case unreached

  /// Whether it is in the denominator.
  public var isCounted: Bool { self == .numerator || self == .denominator }
}

/// A way through an order that takes time.
public enum TimedSpan: String, Sendable, Codable, CaseIterable {
  /// 立案: waiting to be filed.
  case filing
  /// 派遣: waiting to be dispatched.
  case dispatch
  /// 签收: waiting for the unit.
  case signing
  /// 处置: with the unit.
  case handling
  /// 核查: waiting to be inspected.
  case inspection
  /// 结案: waiting to be closed.
  case closing
  /// 回访: waiting for the follow-up.
  case followUp = "follow-up"
  /// From arrival to the last closing.
  case overall
  /// 发现: from the event to its arrival, where the source says when it happened.
  case discovery

  /// The place in `allCases`.
  public var index: Int {
    switch self {
    case .filing: 0
    case .dispatch: 1
    case .signing: 2
    case .handling: 3
    case .inspection: 4
    case .closing: 5
    case .followUp: 6
    case .overall: 7
    case .discovery: 8
    }
  }

  /// The stage that it is spent in; nothing for a span across stages.
  var stage: Stage? {
    switch self {
    case .filing: .received
    case .dispatch: .filed
    case .signing: .dispatched
    case .handling: .handling
    case .inspection: .fedBack
    case .closing: .inspected
    case .followUp: .followUp
    case .overall, .discovery: nil
    }
  }
}

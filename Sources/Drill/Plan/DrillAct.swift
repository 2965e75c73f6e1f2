import Model

/// What a condition or an expectation looks for in an order's events.
public enum DrillAct: String, Sendable, Codable, CaseIterable {
  /// Anything that an officer does.
  case touched
  /// 核实.
  case verified
  /// 立案.
  case filed
  /// 认领 or 接管.
  case claimed
  /// 派单.
  case dispatched
  /// 改派.
  case redispatched
  /// 签收.
  case signed
  /// 先行联系.
  case contacted
  /// 反馈.
  case fedBack
  /// 核查.
  case inspected
  /// 结案.
  case closed
  /// 不予立案.
  case declined
  /// 当场办结.
  case settled
  /// 上报, as far as the city; a rung within the town is none of the drill's business.
  case escalated
  /// 下派.
  case delegated
  /// 并单, in either direction.
  case merged
  /// 分派子单.
  case branched
  /// 督办.
  case supervised
  /// 批示.
  case instructed
  /// 催办.
  case urged
  /// 答复.
  case answered
  /// 备注.
  case noted

  /// What an officer's event is; nothing for one that drills do not ask for by name.
  init?(_ event: OrderEvent) {
    switch event {
    case .verified: self = .verified
    case .filed: self = .filed
    case .claimed, .takenOver: self = .claimed
    case .dispatched: self = .dispatched
    case .redispatched: self = .redispatched
    case .signed: self = .signed
    case .contacted: self = .contacted
    case .fedBack: self = .fedBack
    case .inspected: self = .inspected
    case .closed: self = .closed
    case .declined: self = .declined
    case .settled: self = .settled
    case .escalated(let moved) where moved.to == .city: self = .escalated
    case .delegated: self = .delegated
    case .merged, .joined: self = .merged
    case .branched: self = .branched
    case .supervised: self = .supervised
    case .instructed: self = .instructed
    case .urged: self = .urged
    case .answered: self = .answered
    case .noted: self = .noted
    default: return nil
    }
  }

  /// The command that an undo names when it takes the act back; nothing for one that stays.
  var undoable: OrderCommand.Kind? {
    switch self {
    case .filed: .file
    case .dispatched: .dispatch
    case .redispatched: .redispatch
    case .inspected: .inspect
    case .closed: .close
    case .declined: .decline
    case .settled: .settle
    case .escalated: .escalate
    case .delegated: .delegate
    default: nil
    }
  }

  /// What the officer reads.
  public var name: String {
    switch self {
    case .touched: "有人处理"
    case .verified: "已核实"
    case .filed: "已立案"
    case .claimed: "已认领"
    case .dispatched: "已派单"
    case .redispatched: "已改派"
    case .signed: "已签收"
    case .contacted: "已先行联系"
    case .fedBack: "已反馈"
    case .inspected: "已核查"
    case .closed: "已结案"
    case .declined: "已不予立案"
    case .settled: "已当场办结"
    case .escalated: "已上报到市"
    case .delegated: "已下派"
    case .merged: "已并单"
    case .branched: "已分派子单"
    case .supervised: "已督办"
    case .instructed: "已批示"
    case .urged: "已催办"
    case .answered: "已答复"
    case .noted: "已备注"
    }
  }
}

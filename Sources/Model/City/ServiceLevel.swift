/// How pressing an order is.
public enum Urgency: String, Sendable, Codable, CaseIterable, Comparable {
  /// 一般.
  case normal
  /// 紧急.
  case urgent
  /// 特急.
  case critical

  /// Orders urgencies from the least pressing up.
  public static func < (left: Urgency, right: Urgency) -> Bool { left.rank < right.rank }

  /// 0 for 一般 to 2 for 特急.
  public var rank: Int {
    switch self {
    case .normal: 0
    case .urgent: 1
    case .critical: 2
    }
  }
}

/// A stage of an order's way, or the whole of it, that a limit is set for.
public enum LimitedStage: String, Sendable, Codable, CaseIterable {
  /// 立案.
  case file
  /// 派遣.
  case dispatch
  /// 签收.
  case sign
  /// 处置.
  case handle
  /// 核查.
  case inspect
  /// 结案.
  case close
  /// 回访.
  case followUp
  /// 先行联系.
  case firstContact
  /// 退单: until when a unit may ask to give an order back.
  case `return`
  /// From arrival to closing.
  case overall

  /// The stages without which a service level is not whole.
  public static let required: [LimitedStage] = [.file, .dispatch, .sign, .handle, .inspect, .close, .overall]
}

/// 时限: the limits of one service level.
public struct ServiceLevel: Sendable, Equatable {
  /// What a limit is set for.
  public struct Key: Hashable, Sendable {
    /// The urgency.
    public let urgency: Urgency
    /// The stage.
    public let stage: LimitedStage

    /// Makes a key.
    public init(urgency: Urgency, stage: LimitedStage) {
      self.urgency = urgency
      self.stage = stage
    }
  }

  /// The level's code.
  public let code: LevelCode
  /// The limits.
  public let limits: [Key: Limit]

  /// Makes a level.
  public init(code: LevelCode, limits: [Key: Limit]) {
    self.code = code
    self.limits = limits
  }
}

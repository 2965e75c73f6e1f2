public import Model

/// What the parts of the chain of command are called.
extension Words {
  /// 层级: the rung at which an order is commanded.
  public static func rung(_ rung: Rung) -> String {
    switch rung {
    case .grid: "网格"
    case .village: "村社区"
    case .town: "区镇"
    case .city: "市级"
    }
  }

  /// What is asked for.
  public static func request(_ kind: WorkOrder.Request.Kind) -> String {
    switch kind {
    case .return: "退单"
    case .suspension: "挂账"
    case .extension: "延期"
    case .rework: "返工"
    }
  }

  /// On whom a return is recorded.
  public static func blame(_ blame: Approving.Blame) -> String {
    switch blame {
    case .dispatcher: "派遣"
    case .unit: "承办"
    }
  }

  /// How an order stands with above.
  public static func upstream(_ state: UpstreamState) -> String {
    switch state {
    case .sent: "已回传"
    case .accepted: "上级认可"
    case .rejected: "上级退回"
    }
  }

  /// A sub-step of an enforcement case or a window application.
  public static func step(_ name: String) -> String {
    switch name {
    case "patrol": "巡查"
    case "filing": "执法立案"
    case "investigation": "调查取证"
    case "notice": "告知"
    case "decision": "决定"
    case "execution": "执行"
    case "closing": "执法结案"
    case "accept": "受理"
    case "review": "审查"
    case "decide": "决定"
    case "deliver": "送达"
    default: name
    }
  }

  /// The sub-steps that an order goes through, in their order; none for most sources.
  public static func steps(of detail: SourceDetail?) -> [String] {
    switch detail {
    case .enforcement: EnforcementCase.Step.allCases.map(\.rawValue)
    case .window: WindowApplication.Step.allCases.map(\.rawValue)
    default: []
    }
  }

  /// A ground on which the clocks stand still.
  static func ground(_ code: String, _ city: CityTables) -> String {
    city.policy.ground(code)?.name ?? code
  }

  /// More time: `3工作日`.
  static func more(_ amount: Int?, _ clock: LimitClock?) -> String {
    guard let amount, let clock else { return "" }
    return LimitWords.span(Limit(amount: amount, clock: clock))
  }
}

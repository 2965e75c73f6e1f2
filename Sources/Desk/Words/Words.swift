public import Model

/// What things are called on screen.
public enum Words {
  /// 环节.
  public static func stage(_ stage: Stage) -> String {
    switch stage {
    case .received: "待立案"
    case .filed: "待派遣"
    case .dispatched: "待签收"
    case .handling: "处置中"
    case .fedBack: "待核查"
    case .inspected: "待结案"
    case .awaitingApproval: "待批"
    case .followUp: "待回访"
    case .closed: "已结案"
    }
  }

  /// What a stage's clock measures.
  public static func limit(_ stage: Stage) -> String {
    switch stage {
    case .received: "立案"
    case .filed: "派遣"
    case .dispatched: "签收"
    case .handling: "处置"
    case .fedBack: "核查"
    case .inspected: "结案"
    case .followUp: "回访"
    case .awaitingApproval: "待批"
    case .closed: ""
    }
  }

  /// A command.
  public static func command(_ kind: OrderCommand.Kind) -> String {
    switch kind {
    case .receive: "受理"
    case .amend: "补正"
    case .attach: "续报"
    case .verify: "核实"
    case .file: "立案"
    case .decline: "不予立案"
    case .settle: "当场办结"
    case .claim: "认领"
    case .takeOver: "接管"
    case .release: "放回"
    case .dispatch: "派单"
    case .redispatch: "改派"
    case .sign: "签收"
    case .contact: "先行联系"
    case .step: "办理进度"
    case .assist: "协办反馈"
    case .feedBack: "反馈"
    case .requestReturn: "申请退单"
    case .requestSuspension: "申请挂账"
    case .requestExtension: "申请延期"
    case .approve: "批准"
    case .deny: "不予批准"
    case .withdraw: "撤回申请"
    case .resume: "恢复计时"
    case .escalate: "上报"
    case .delegate: "下派"
    case .inspect: "核查"
    case .close: "结案"
    case .answer: "答复"
    case .followUp: "回访"
    case .answerBack: "回传"
    case .reopen: "重开"
    case .urge: "催办"
    case .supervise: "督办"
    case .instruct: "批示"
    case .strikeOff: "销号"
    case .exclude: "剔除"
    case .merge: "并单"
    case .join: "并入"
    case .split: "拆单"
    case .part: "拆出"
    case .distinguish: "判为不是一件"
    case .branch: "分派子单"
    case .unmask: "看明"
    case .note: "备注"
    case .undo: "撤销"
    }
  }

  /// 结果.
  public static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .solved: "已解决"
    case .explained: "已解释"
    case .notAccepted: "不予受理"
    case .duplicate: "重复"
    case .referredOut: "转出"
    case .void: "作废"
    }
  }

  /// 角色.
  public static func role(_ role: Role) -> String {
    switch role {
    case .intake: "受理员"
    case .dispatcher: "派遣员"
    case .chief: "值班长"
    case .leader: "带班领导"
    case .handler: "承办"
    case .inspector: "核查"
    case .followUp: "回访员"
    case .supervisor: "督查"
    case .observer: "观摩"
    case .conductor: "导调员"
    case .evaluator: "评估员"
    }
  }

  /// A town's name without what all such names end in: `三星镇` is 三星.
  public static func townShort(_ name: String) -> String {
    for suffix in ["街道", "镇"] where name.hasSuffix(suffix) && name.count > suffix.count + 1 {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  /// How much earlier orders speak for a unit.
  public static func likeness(_ learned: LearnedSuggestion) -> String { "近似 \(learned.share)% \(learned.orders)件" }

  /// The sign of an urgency in a list; nothing for 一般.
  public static func sign(_ urgency: Urgency) -> String {
    switch urgency {
    case .normal: ""
    case .urgent: "急"
    case .critical: "特"
    }
  }

  /// The six roles of a grid, in the table's order.
  public static let gridRoles = ["宣传员", "助理员", "治安巡查员", "消防宣传员", "矛盾纠纷调解员", "卫生监督员"]

  /// What a grid worker found.
  public static func gridFinding(_ kind: GridAlert.Kind) -> String {
    switch kind {
    case .hazard: "安全隐患"
    case .appeal: "百姓诉求"
    case .opinion: "社情民意"
    case .stability: "影响稳定因素"
    case .suggestion: "社区建设意见"
    }
  }

  /// The same in two characters, where there is no room.
  static func gridFindingShort(_ kind: GridAlert.Kind) -> String {
    switch kind {
    case .hazard: "隐患"
    case .appeal: "诉求"
    case .opinion: "民意"
    case .stability: "稳定"
    case .suggestion: "建设"
    }
  }
}

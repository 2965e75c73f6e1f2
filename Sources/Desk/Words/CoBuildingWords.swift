public import Model

extension Words {
  /// What sort of help is needed, or given.
  public static func help(_ kind: CoBuilding.Kind) -> String {
    switch kind {
    case .venue: "场地"
    case .volunteers: "志愿者"
    case .skill: "专业技能"
    case .goods: "物资"
    case .funds: "资金"
    case .lesson: "宣讲培训"
    case .care: "关爱服务"
    }
  }

  /// How far a project is.
  public static func progress(_ progress: CoBuilding.Progress) -> String {
    switch progress {
    case .planned: "拟办"
    case .running: "在办"
    case .done: "已成"
    }
  }
}

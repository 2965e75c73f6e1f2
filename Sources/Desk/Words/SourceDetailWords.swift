import Model
import SafeText

/// A source's own fields as the detail shows them: a name and a value each.
enum SourceDetailWords {
  static func fields(_ detail: SourceDetail) -> [(name: String, value: String)] {
    switch detail {
    case .grid(let alert):
      [("上报", Masking.name(alert.worker) + " " + role(alert.role)), ("类型", Words.gridFinding(alert.kind))]
        + (alert.settled ? [("网格", "已当场处置")] : [])
    case .cityManagement(let item):
      [
        ("采集", item.collector), ("类别", item.classification == .event ? "事件" : "部件"), ("代码", item.code),
        ("核实", item.checked ? "已核实" : "未核实"),
      ]
    case .enforcement(let item):
      [("案号", item.number), ("当事人", Masking.name(item.party)), ("步骤", Words.step(item.step.rawValue))]
    case .hotline(let item):
      [("诉求", kind(item.kind)), ("渠道", item.channel == .seat ? "本市坐席" : "上级交办")]
        + (item.answered ? [("坐席", "已当场答复")] : [])
    case .police(let item): [("警情", item.alarm), ("类型", kind(item.kind))]
    case .emergency(let item):
      [
        ("报送", phase(item.phase)), ("事件", item.incident), ("等级", "\(item.severity)级"), ("伤亡", "\(item.casualties)人"),
      ]
    case .window(let item): [("窗口", item.window), ("事项", item.matter), ("步骤", Words.step(item.step.rawValue))]
    }
  }

  private static let roles = [
    "publicist": "宣传员", "assistant": "助理员", "patrol": "治安巡查员", "fireSafety": "消防宣传员",
    "mediator": "矛盾纠纷调解员", "sanitation": "卫生监督员", "head": "网格长",
  ]

  private static func role(_ name: String) -> String { roles[name] ?? name }

  private static func kind(_ kind: HotlineItem.Kind) -> String {
    switch kind {
    case .inquiry: "咨询"
    case .help: "求助"
    case .complaint: "投诉"
    case .report: "举报"
    case .suggestion: "建议"
    case .praise: "表扬"
    }
  }

  private static func kind(_ kind: PoliceItem.Kind) -> String {
    switch kind {
    case .dispute: "纠纷"
    case .help: "求助"
    case .traffic: "交通"
    case .noise: "噪声"
    case .other: "其他"
    }
  }

  private static func phase(_ phase: EmergencyReport.Phase) -> String {
    switch phase {
    case .first: "初报"
    case .followUp: "续报"
    case .final: "终报"
    }
  }
}

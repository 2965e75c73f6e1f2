/// How each source puts what happened.
enum Style {
  static func sentences(_ channel: Channel, kind: Matter.Kind) -> [Template] {
    (channel == .seat ? calls[kind] : others[channel]) ?? [short]
  }

  /// How the same source tells of it once more.
  static func again(_ channel: Channel) -> [Template] { channel == .emergency ? followUps : repeats }

  /// When the sentence drawn is too long or too short.
  static let short: Template = "{v}：{w}{c}。{e}。{i}。"

  private static let repeats: [Template] = ["来电人此前已来电，现再次反映{w}{c}，{i}，{a}。", "来电人第二次来电：{w}{c}，{e}，至今没有人到场，{a}。"]
  private static let followUps: [Template] = ["【续报】{w}{c}。{e}。{a}，现场秩序平稳。", "【续报】关于{w}{c}一事：{e}，{a}。"]

  private static let calls: [Matter.Kind: [Template]] = [
    .complaint: [
      "来电人反映{w}{c}，{e}。{i}，{a}。", "来电人投诉：{w}{c}，{e}，{a}。", "市民来电称{w}{c}。{e}，{i}。{a}。", "来电人住在{v}，反映{w}{c}，{i}，{a}。",
      "来电人反映{w}{c}，{e}，情绪较激动，{a}。",
    ],
    .help: ["来电人求助：{w}{c}，{e}。{i}。", "来电人称{w}{c}，{e}，{i}，{a}。", "市民来电求助，{w}{c}。{e}，{a}。"],
    .inquiry: ["来电人{c}，{e}，{i}。", "来电人（{v}居民）{c}。{e}，{i}。", "市民来电{c}，{e}。座席已查询知识库，{a}。"],
    .suggestion: ["来电人来自{v}，关于{w}，{c}，{e}，{i}。", "市民来电，{w}{c}。{e}，{i}。", "来电人就{w}提意见：{c}，{e}，{a}。"],
    .praise: ["来电人{c}，{e}，{i}。", "{v}居民来电：{c}。{e}，{i}。"],
    .report: ["来电人举报：{w}{c}，{e}。{i}。", "匿名来电称{w}{c}，{e}。来电人要求保密。"],
  ]

  private static let others: [Channel: [Template]] = [
    .upstream: [
      "上级12345平台转办：诉求人反映{w}{c}，{e}。{i}。请属地核实处理并按期回传。", "省平台交办件：{w}{c}，{e}，{i}。要求三个工作日内答复诉求人。",
      "转办单：{w}{c}。诉求人称{e}。请核查并反馈办理结果。",
    ],
    .grid: [
      "巡查至{w}，{c}，{e}。{a}。", "{w}{c}，{e}。{a}。", "入户走访时发现{w}{c}，{e}。{a}。", "{h}巡查：{w}{c}；{e}。{a}。", "{w}：{c}，{i}。{a}。",
    ],
    .cityManagement: ["采集员巡查上报：{w}{c}，{e}。{a}。", "{w}{c}，{e}，已拍照取证。{a}。", "路段巡查发现{w}{c}，{e}。", "{w}{c}，权属待查。{a}。"],
    .enforcement: ["中队巡查至{w}，发现{c}，{e}。{a}。", "执法队员{h}在{w}发现{c}。{a}。", "接群众举报后到场，{w}{c}，{e}。{a}。"],
    .police: ["报警人称：{w}{c}，{e}。{a}。", "接警：{w}{c}，{e}。{a}。", "{h}接报，{w}{c}，{e}。{a}。"],
    .emergency: ["【初报】{h}，{w}{c}。{e}。{a}。人员伤亡：无。", "【初报】{w}{c}，{e}。{i}。{a}。", "【初报】时间：{h}；地点：{w}；情况：{c}，{e}。处置：{a}。"],
    .other: [
      "市民通过随手拍上传：{w}{c}，{e}。{i}。", "市长信箱来信：{w}{c}，{e}，{i}，盼回复。", "网络论坛发帖：{w}{c}，{e}。跟帖多人反映同样情况。",
      "镇人大代表反映：{w}{c}，{i}。",
    ],
  ]

  /// What a source asks for, or what it did.
  static func acts(_ channel: Channel, of matter: Matter, settled: Bool) -> [String] {
    switch channel {
    case .grid where matter.kind == .suggestion: ["已记录，建议采纳", "已收集上报，请主管部门研究", "已列入村民议事内容"]
    case .grid where matter.pressure.critical > 0: ["网格员已到场，请求支援", "已告知村委，请立即派人", "已疏散周边人员，请派人", "已设警戒，等待处置"]
    case .seat where settled && [.inquiry, .praise].contains(matter.kind): ["已当场答复，来电人满意", "已告知办理渠道", "来电人表示清楚"]
    case .seat where matter.kind == .inquiry: ["来电人希望主管部门回电", "转主管部门答复", "需主管部门答复"]
    case .seat where matter.pressure.critical > 0: ["请立即派人到现场", "请马上联系相关部门", "希望尽快到场处置", "催得很急"]
    default: (settled ? settledActs : openActs)[channel] ?? requests
    }
  }

  private static let requests = ["请尽快处理", "希望核实后回电", "要求派人到现场查看", "多次反映未果，要求彻底解决", "请相关部门给个说法", "希望今天能有答复"]

  private static let settledActs: [Channel: [String]] = [
    .grid: ["已当场劝导并处置完毕", "联系当事人后已整改", "网格内已处理", "现场处理完毕，已复查"],
    .cityManagement: ["已现场处理"],
    .enforcement: ["当事人当场改正，予以教育", "已责令改正并复查合格", "自行整改，现场恢复"],
    .police: ["民警到场调解，双方和解", "民警到场处置完毕", "当事人已自行离开"],
    .emergency: ["险情已排除", "已处置完毕"],
  ]

  private static let openActs: [Channel: [String]] = [
    .grid: ["超出网格处置权限，请上级派单", "已告知村委，请协调", "已拍照，请相关部门处理", "已设临时提醒，待处理", "已联系相关单位，请跟进"],
    .cityManagement: ["立案待派", "未见责任单位人员", "已放置警示", "照片已上传", "需权属单位确认"],
    .enforcement: ["已下达责令改正通知书", "当事人不在现场，已留通知", "已立案调查", "需联合其他部门处置", "已做询问笔录"],
    .police: ["不属警情，转非警务平台", "民警到场后移交属地", "建议由主管部门处理", "已告知报警人，请跟进"],
    .emergency: ["镇应急办已派人到场", "抢险队正在处置", "已设警戒", "请求增派力量", "已通知相关部门"],
  ]
}

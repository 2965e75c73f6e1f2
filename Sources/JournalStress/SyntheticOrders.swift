import Journal
import Model
import SeededRandom

/// Makes orders that look like a city's: 720 a day, in Chinese, over twelve towns, from all sources.
struct SyntheticOrders {
  private static let perDay = 720
  private static let firstDay = CivilDay(epochDay: 17_532)
  private static let villages = ["凤城社区", "长江村", "锡类村", "正余社区", "包场村", "悦来社区", "四甲村", "货隆社区"]
  private static let subjects = ["居民", "商户", "施工单位", "物业公司", "出租户", "过路司机", "网格员", "养殖户", "学校", "企业"]
  private static let troubles = [
    "夜间施工噪声扰民", "占道经营影响通行", "垃圾堆放无人清运", "路灯损坏多日未修", "下水道堵塞污水外溢", "违章搭建影响采光",
    "井盖缺失存在隐患", "河道水质发黑发臭", "拖欠工资要求协调", "消防通道被车辆堵塞", "油烟直排气味刺鼻", "犬只未拴绳吓到行人",
    "道路破损积水严重", "非法倾倒建筑渣土", "燃气管道疑似泄漏", "邻里因宅基地发生纠纷",
  ]
  private static let wishes = ["希望尽快处理", "请有关部门核实", "要求当天回复", "盼望现场查看", "建议加强巡查", "多次反映没有结果"]
  private static let rare = Array(
    "丰丽于云亚亭亮仁佳俊倩健兰冰凤刚勇北华卫卓南博卿军利冠君启哲嘉国坤坚城培堂增士夏大天奇妍姗娜娟婷媛子孝学宁宇安宏宗家富寿小少尧岚峰川巧帆平庆康建弘强彤彦彬德心志忠怡思恒悦惠慧成才振捷文斌新方旭昊昌明春晓晨晶智曼朋林果枫柏栋树桂梅梦楠欣正武民永江汉沛波泽洁洋洪浩海涛清源滨潇炎炜然熙燕爱玉玲珍珊琳琴琼瑞瑶璐生盛石磊祥福秀秋立红纯绍美翔耀艳芳芬芸英茂莉莎莹菊菲萍蓉蓝虎蕾薇虹行西诗诚谦贤超越辉达远邦郁金鑫钧铁锋锦长阳雄雅雨雪雯霞露青静韵颖风飞香馨骏高鸣鹏麟黎"
  )

  private var generator: SeededGenerator
  private var made = 0
  private let prefix: String

  /// Makes orders for a seed.
  ///
  /// - Parameters:
  ///   - seed: the seed.
  ///   - prefix: begins the numbers of all reports and commands.
  init(seed: UInt64, prefix: String) {
    generator = SeededGenerator(seed: seed)
    self.prefix = prefix
  }

  /// The request for the next order.
  mutating func next() throws(JournalError) -> AppendRequest {
    let index = made
    made += 1
    let day = CivilDay(epochDay: SyntheticOrders.firstDay.epochDay + index / SyntheticOrders.perDay)
    let second = Int64(day.epochDay) * 86_400 - 28_800 + Int64(index % SyntheticOrders.perDay) * 120
    let arrived = Instant(seconds: second)
    let place = pick(StressCity.grids)
    let source = pick([
      Source.hotline, .hotline, .hotline, .grid, .grid, .police, .cityManagement, .enforcement, .window, .emergency,
      .other,
    ])
    let sourceID = "\(prefix)\(source.rawValue)-\(day.compact)-\(1_000_000 + index)"
    let title = pick(SyntheticOrders.villages) + pick(SyntheticOrders.troubles)
    let report = Report(
      source: source, sourceID: sourceID, reportedAt: arrived, place: place,
      location: Location(address: pick(SyntheticOrders.villages) + "\(1 + below(300))号"), category: nil,
      urgency: below(20) == 0 ? .urgent : .normal, title: title, text: text(title))
    let event = try StressCity.decide(.receive(report), on: nil, by: StressCity.intake, at: arrived)
    let personal = PersonalRecord(
      data: PersonalData(name: name(), phone: "119\(10_000_000 + below(89_999_999))"),
      salt: (0..<16).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
    let pending = try StressCity.pending(
      event, at: place, by: StressCity.intake, at: arrived, personal: source == .hotline ? personal : nil)
    return AppendRequest(
      command: "receive:\(sourceID)",
      writes: [StreamWrite(target: .newOrder(day: day.compact), events: pending)])
  }

  private mutating func text(_ title: String) -> String {
    var text = name() + "来电反映：" + title + "，"
    for _ in 0..<(2 + below(4)) {
      text += pick(SyntheticOrders.subjects) + "反映" + pick(SyntheticOrders.troubles) + "，"
    }
    return text + "联系人" + name() + "，" + pick(SyntheticOrders.wishes) + "。"
  }

  private mutating func name() -> String {
    String([pick(SyntheticOrders.rare), pick(SyntheticOrders.rare), pick(SyntheticOrders.rare)])
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

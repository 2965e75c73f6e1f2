/// Rare words, so that a search has something rare to find: the k-th occurs with a frequency in proportion to k^-1.5.
struct Curios: Sendable {
  /// The first occurs about once in 240 reports, the last about once in 110,000.
  static let words: [String] = [
    "石狮", "喷泉", "雕塑", "风筝", "古井", "马蜂", "蝙蝠", "鱼竿", "花轿", "牌坊", "石碾", "水车", "渔网", "灯笼", "石磨", "鸟巢", "铜锣", "旗杆",
    "木船", "烽火", "石桥", "茶摊", "竹筏", "戏台", "风车", "盆景", "鼓楼", "水塔", "碑亭", "银杏", "紫藤", "桑葚", "莲蓬", "蜂箱", "蚕茧", "芦笙",
    "纺车", "酱缸", "皮影", "泥塑", "蓝印", "盐灶", "号子", "铁锚", "刺猬", "野兔", "黄鼬", "白鹭", "猫头鹰", "獾", "江豚", "鸬鹚", "蝾螈", "琵琶",
    "丹顶鹤", "穿山甲", "麋鹿", "白鹳", "陨石", "化石",
  ]

  private let share: Double
  private let table: WeightedTable

  /// - Parameter share: the share of reports that get such a word.
  init(share: Double = 0.01) {
    self.share = share
    table = WeightedTable((1...Self.words.count).map { rank in 1 / (Double(rank) * Double(rank).squareRoot()) })
  }

  func draw(_ random: inout SplitMix64) -> String {
    guard random.chance(share) else { return "" }
    return "，旁边有" + Self.words[table.draw(&random)]
  }
}

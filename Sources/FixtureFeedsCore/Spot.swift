/// Where in a village something happens: a named place and a part of it.
struct Spot: Sendable {
  /// What kind of place a matter needs: what such places are called, and their parts in the several ways people put them.
  struct Setting: Sendable {
    let names: [String]
    let parts: [[String]]

    static let homes = Setting(
      names: ["花苑", "新村", "家园", "佳苑", "小区东区", "小区西区", "安置房小区", "公寓", "雅居", "名邸"],
      parts: [["南门", "南大门", "南门口"], ["北门", "北大门"], ["东侧", "东边"], ["中心花园", "小区中间花园"], ["地下车库入口", "车库口"]])
    static let street = Setting(
      names: ["路", "老街", "大道", "中路", "东路", "西路", "北街", "环路"],
      parts: [["路口", "十字路口"], ["东段", "东头"], ["西段", "西头"], ["公交站台旁", "站台附近"], ["银行门口", "银行对面"]])
    static let market = Setting(
      names: ["农贸市场", "商业街", "家纺市场", "菜场", "小商品市场", "夜市", "美食街"],
      parts: [["南门", "南大门"], ["东门", "东侧入口"], ["西侧停车场", "西边停车位"], ["北面通道", "北侧巷道"]])
    static let fields = Setting(
      names: ["二组", "五组", "八组", "十一组", "十四组", "村部", "中心路", "机耕路", "果园", "大棚基地"],
      parts: [["路边", "马路边"], ["桥头", "小桥旁"], ["田头", "地头"], ["晒场", "场地上"]])
    static let works = Setting(
      names: ["工业集中区", "机械厂", "纺织厂", "家纺厂", "五金厂", "物流园", "仓储中心", "建材堆场", "木业厂"],
      parts: [["大门口", "厂门口"], ["后墙外", "北围墙外"], ["东侧道路", "东边路上"], ["宿舍楼", "职工宿舍"]])
    static let water = Setting(
      names: ["中心河", "横河", "竖河", "节制闸", "泵站", "老河桥", "沿河路"],
      parts: [["桥下", "桥底下"], ["南岸", "南边岸上"], ["东侧河段", "东面河道"], ["闸口", "闸门处"]])
    static let school = Setting(
      names: ["小学", "幼儿园", "初级中学", "卫生服务站", "敬老院"],
      parts: [["门口", "大门口"], ["围墙外", "西围墙外"], ["前面路段", "门前道路"]])
    static let park = Setting(
      names: ["广场", "公园", "健身点", "文化礼堂", "公交站"],
      parts: [["入口", "进口处"], ["东南角", "东南侧"], ["停车位", "停车区"]])
  }

  /// The named place, such as 凤城花苑.
  let base: String
  /// The part of it, in the several ways people put it.
  let parts: [String]
  let village: Village

  /// A spot of the village, drawn; the same drawing gives the same spot.
  init(_ setting: Setting, in village: Village, _ random: inout SplitMix64) {
    self.village = village
    base = village.root + random.pick(setting.names)
    parts = random.pick(setting.parts)
  }

  /// Stable for the named place: up to about 900 m from the middle of the village; its parts lie up to 120 m apart.
  var point: Point {
    village.point
      .moved(by: StableHash.of(base), radius: 150...900)
      .moved(by: StableHash.of(base + (parts.first ?? "")), radius: 20...60)
  }

  /// The spot in one teller's words, a number that grows with each teller.
  func told(_ teller: Int) -> String {
    let part = parts[teller % parts.count]
    switch teller % 4 {
    case 0: return base + part
    case 1: return village.name + base + part
    case 2: return base + part + "附近"
    default: return village.town.name + base + part
    }
  }
}

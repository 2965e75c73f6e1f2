/// What people report on condition that nobody learns who they are.
let confidentialMatters: [Matter] = [
  Matter(
    "tip-pollution", from: [.seat, .upstream, .other, .grid], at: .works, kind: .report, hours: .any, day: 28, storm: 4,
    find: "hazard",
    titles: ["举报{x}", "{s}涉嫌{x}", "匿名举报{x}"],
    cores: ["一家企业{x}", "有厂家夜间{x}", "厂区后面{x}，已有一段时间", "老板指使工人{x}"],
    details: ["{d}，多在凌晨", "用暗管通到河里", "约有{m}吨", "车牌已记下", "平时大门紧闭"],
    impacts: ["举报人是附近职工，担心报复", "举报人怕邻居知道", "请求暗访取证"],
    things: ["偷排废水", "填埋固体废物", "焚烧塑料", "偷倒危险废物", "停用治污设施"]),
  Matter(
    "tip-trade", from: [.seat, .upstream, .police, .other], at: .market, kind: .report, hours: .any, day: 28, storm: 4,
    titles: ["举报{x}", "{s}有人{x}", "匿名举报{x}"],
    cores: ["有人{x}", "店铺后屋{x}", "一处民房内{x}", "出租屋里{x}，进出人员复杂"],
    details: ["{d}", "晚上八点以后最多", "约有{m}人参与", "门口有人望风", "资金往来约{m}万元"],
    impacts: ["举报人住在附近，担心报复", "请求突击检查", "举报人不愿留下姓名"],
    things: ["聚众赌博", "无证行医", "制售假烟", "非法加油", "销售江鲜野生鱼", "开设黑网吧", "传销聚会"]),
  Matter(
    "tip-official", from: [.seat, .upstream, .other], at: .fields, kind: .report, hours: .office, day: 18, storm: 4,
    titles: ["举报{x}", "{v}有人{x}", "反映{x}问题"],
    cores: ["村里有人{x}", "承包人{x}", "某项目负责人{x}", "有干部亲属{x}"],
    details: ["涉及约{m}亩地", "账目没有公示", "{d}", "有{n}名村民可以作证"],
    impacts: ["举报人要求保密", "希望上级直接调查", "举报人担心被穿小鞋"],
    things: ["骗取补贴", "违规占用耕地", "虚报面积", "私分集体资金", "违规发包鱼塘"]),
]

/// Which categories of the catalogue each matter is filed under, by scheme.
struct Categories: Sendable {
  private let byMatter: [String: [String: String]]
  private let known: Set<String>

  /// - Throws: `FeedGenerationError` with `unknownCategory` when the city's catalogue lacks a code that is used here.
  init(city: CityTables) throws {
    var byMatter: [String: [String: String]] = [:]
    for (key, codes) in Self.codes {
      for code in codes.split(separator: " ").map(String.init) {
        guard let scheme = city.schemes[code] else { throw FeedGenerationError(.unknownCategory, code) }
        byMatter[key, default: [:]][scheme] = code
      }
    }
    self.byMatter = byMatter
    known = Set(byMatter.keys)
  }

  /// The code under which a channel files the matter; nil when it has none of it.
  ///
  /// - Parameter thing: what the matter is about this time, where that decides (a subsidy, a kind of praise).
  func code(_ matter: Matter, thing: String, by channel: Channel) -> String? {
    if channel == .police { return byMatter["110-" + matter.alarm]?["other"] }
    let exact = "\(matter.key)/\(thing)"
    guard let codes = byMatter[known.contains(exact) ? exact : matter.key] else { return nil }
    for scheme in channel.schemes {
      if let code = codes[scheme] { return code }
    }
    return nil
  }

  private static let codes: [String: String] = [
    "110-dispute": "OT-JQ-DISPUTE", "110-noise": "OT-JQ-NOISE", "110-traffic": "OT-JQ-TRAFFICHELP",
    "110-help": "OT-JQ-HELP", "110-other": "OT-JQ-HELP",
    "stall": "EN-CG-STALL EV-JM-HAWK", "parking": "GR-CZ-PARKING EV-JM-OCCUPY",
    "parking/共享单车": "EV-JM-BIKES GR-CZ-PARKING",
    "street-lamp": "GR-CZ-LAMP PT-GY-STREETLAMP", "manhole": "EV-KZ-HOLE PT-GY-MANHOLE",
    "pothole": "GR-CZ-ROADHOLE EV-TF-COLLAPSE PT-DL-SIDEWALK", "traffic-light": "PT-DL-SIGNAL",
    "advert": "EN-CG-AD EV-XG-SIGNDAMAGE PT-SR-ADFRAME", "advert/小广告": "EV-SR-POSTING EN-CG-AD",
    "advert/横幅": "EV-XG-BANNER EN-CG-AD", "slag-truck": "EN-CG-DUST EV-SR-ROADDIRTY",
    "cable": "EV-KZ-CABLE PT-GY-PHONEBOX",
    "accident": "EV-TF-ACCIDENT PT-DL-GUARDRAIL", "bus-stop": "HL-JY-BUSROUTE PT-DL-BUSSTOP",
    "construction-noise": "EN-CG-NIGHTWORK EV-SG-SITENOISE HL-TS-NOISE", "life-noise": "EN-ST-NOISE HL-TS-NOISE",
    "garbage": "GR-ST-DUMPING EN-CG-GARBAGE EV-SR-LITTER PT-SR-BIN", "garbage/建筑垃圾": "EV-SR-CONSTRWASTE GR-ST-DUMPING",
    "sewage": "EN-ST-SEWAGE HL-QZ-SEWERBLOCK PT-GY-RAINGRATE", "elevator": "EN-SC-LIFT HL-QZ-LIFTSTOP",
    "property": "GR-CZ-PROPERTY HL-TS-PROPERTY", "illegal-building": "GR-CZ-ILLEGALBUILD",
    "water-cut": "GR-CZ-OUTAGEWATER HL-QZ-NOWATER EV-TF-PIPEBURST PT-GY-VALVE", "water-quality": "HL-TS-WATERQUALITY",
    "power-cut": "HL-QZ-NOPOWER EV-TF-POWEROUT", "dog": "EV-JM-ANIMALS", "drain-flood": "GR-YJ-WATERLOG EV-TF-FLOOD",
    "fire-lane": "GR-AQ-FIRELANE EV-JM-OCCUPY EN-AQ-BLOCKEDEXIT", "e-bike": "GR-AQ-EBIKE EN-AQ-ELECTRIC",
    "workshop": "GR-AQ-SMALLPLACE EN-AQ-INSPECT HL-JB-SAFETY", "gas-smell": "GR-AQ-GASLEAK EV-TF-GASBURST",
    "fire": "EV-TF-FIRE", "tree": "EV-TF-TREE PT-YL-BRANCH", "river-guard": "PT-QT-WATERFENCE",
    "site-safety": "EV-SG-HOARDING GR-AQ-WORKSHOP EN-AQ-HEIGHT", "fireworks": "EN-ST-NOISE HL-TS-NOISE",
    "straw": "GR-ST-STRAW EN-ST-OPENBURN", "odour": "GR-ST-FACTORYODOUR HL-TS-ODOUR",
    "cooking-fume": "EN-ST-SMOKE HL-TS-ODOUR",
    "river-dirt": "GR-ST-RIVER", "waste-water": "GR-ST-BLACKWATER EN-ST-SEWAGE HL-JB-POLLUTE",
    "poultry": "GR-ST-LIVESTOCK",
    "green": "GR-CZ-GREEN PT-YL-LAWN HL-JY-GREENING", "green/行道树": "PT-YL-TREEDEAD HL-JY-GREENING",
    "toilet": "GR-CZ-TOILET PT-SR-WC", "dispute": "GR-PA-DISPUTE", "dispute/宅基地界": "GR-PA-LANDLINE",
    "wages": "GR-SB-WAGE", "food": "EN-SC-FOOD HL-JB-FAKEFOOD", "prepaid": "HL-TS-CONSUMER EN-SC-PRICE",
    "elder": "GR-JZ-ALONE HL-QZ-MEDICALHELP", "lost": "HL-QZ-LOST", "fraud": "GR-PA-FRAUD HL-JB-FUND",
    "fight": "GR-PA-THEFT",
    "party": "GR-DJ-ACTIVITY HL-JY-CULTURE", "poor": "GR-JZ-LOWINCOME", "poor/需要临时救助": "GR-JZ-TEMPORARY",
    "poor/残疾证到期": "GR-JZ-DISABLED", "poor/轮椅损坏": "GR-JZ-DISABLED", "ask-benefit": "HL-ZX-AGEDSUBSIDY",
    "ask-benefit/医保报销": "HL-ZX-MEDICARE", "ask-benefit/生育津贴": "HL-ZX-MEDICARE", "ask-permit": "HL-ZX-PERMIT",
    "ask-permit/不动产登记": "HL-ZX-HOUSE", "ask-school": "HL-ZX-SCHOOL", "ask-health": "HL-ZX-EPIDEMIC",
    "ask-health/门诊慢性病": "HL-ZX-MEDICARE", "ask-traffic": "HL-ZX-TRAVEL", "ask-house": "HL-ZX-HOUSE",
    "praise": "HL-BY-SERVICE",
    "praise/社区网格员": "HL-BY-GRID", "praise/村干部": "HL-BY-GRID", "praise/派出所民警": "HL-BY-POLICE",
    "praise/环卫工人": "HL-BY-WORKER", "praise/供电抢修队": "HL-BY-WORKER", "suggest": "HL-JY-TRAFFIC GR-DJ-COBUILD",
    "suggest/延长公园开放": "HL-JY-GREENING", "suggest/设置垃圾分类点": "HL-JY-SERVICE", "help-daily/家中漏水": "HL-QZ-NOWATER",
    "help-daily/电表异常": "HL-QZ-NOPOWER", "tip-pollution": "HL-JB-POLLUTE GR-ST-DUMPING", "tip-trade": "HL-JB-GAMBLE",
    "tip-trade/无证行医": "HL-JB-ILLEGALMED", "tip-trade/制售假烟": "HL-JB-FAKEFOOD", "tip-trade/传销聚会": "HL-JB-FUND",
    "tip-official": "GR-DJ-DISCIPLINE", "road-flood": "GR-YJ-WATERLOG EV-TF-FLOOD", "roof": "GR-YJ-ROOF",
    "old-house": "GR-YJ-SHELTER", "shelter": "GR-YJ-SUPPLIES PT-QT-ALARM", "boat": "GR-YJ-BOAT",
    "warehouse": "GR-YJ-WAREHOUSE",
    "billboard": "EV-XG-SIGNDAMAGE PT-SR-ADFRAME EN-CG-AD", "dyke": "GR-YJ-SEAWALL PT-QT-SLUICE",
    "trapped": "HL-QZ-TRAPPED",
    "signal-loss": "PT-GY-PHONEBOX", "ask-storm": "HL-ZX-TRAVEL",
  ]
}

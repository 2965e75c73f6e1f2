import Model

/// A city of two towns, small enough to keep in mind.
enum TestCity {
  static let zone = ZoneOffsets(initial: 8 * 3_600)

  /// Tuesday, 16 June 2020.
  static let tuesday = CivilDay(epochDay: 18_429)

  /// Seven working hours a day; 25 to 27 June 2020 are off, Sunday the 28th is worked instead.
  static let calendar = WorkCalendar(
    zone: zone, hours: [WorkCalendar.Hours(start: 510, end: 720), WorkCalendar.Hours(start: 840, end: 1_050)],
    exceptions: [
      CivilDay(epochDay: 18_438): false, CivilDay(epochDay: 18_439): false, CivilDay(epochDay: 18_440): false,
      CivilDay(epochDay: 18_441): true,
    ])

  static let tables = CityTables(
    code: "TEST", name: "试验市", title: "试验市指挥中心", site: "test", calendar: calendar, claimMinutes: 10,
    sourceNames: [.grid: "网格"], urgencyNames: [.normal: "一般"], places: PlaceTree(places),
    grids: [
      GridTeam(
        place: "G111", head: "甲某", headTitle: "社区书记", partyBranch: "第一支部",
        roles: ["甲", "乙", "丙", "丁", "戊", "己"])
    ], units: UnitTable(units), categories: categories, levels: levels, defaultLevel: "L-MINUTES", seats: seats,
    officers: [Officer(code: "O-INTAKE", name: "乙某", seats: ["S-INTAKE"])], authority: authority, policy: policy)

  /// Everybody but observers may do everything, and only a chief or a leader decides over others.
  static let authority = {
    var table = AuthorityTable()
    let chiefs: [AuthorityTable.Right] = [.command(.takeOver), .command(.approve), .command(.deny)]
    table.grant(
      AuthorityTable.Right.all.filter { !chiefs.contains($0) }, to: Role.allCases.filter { $0 != .observer })
    table.grant(chiefs, to: [.chief, .leader])
    return table
  }()

  static let policy = {
    var policy = OrderPolicy()
    policy.startRungs = [.grid: .grid, .enforcement: .town, .window: .town]
    policy.callerSources = [.hotline]
    policy.responses.kinds = [
      ResponsePolicy.Kind(code: "FLOOD", name: "防汛", ground: "WEATHER", wording: "已启动防汛响应"),
      ResponsePolicy.Kind(code: "WATER", name: "供水", ground: nil, wording: ""),
    ]
    policy.responses.rules = [
      ResponsePolicy.Rule(kind: "FLOOD", level: .four, category: "FLOOD", raiseTo: .urgent),
      ResponsePolicy.Rule(kind: "FLOOD", level: .two, category: "FLOOD", raiseTo: .critical),
      ResponsePolicy.Rule(kind: "FLOOD", level: .three, category: "LAMP", serviceLevel: "L-DAYS", waits: true),
      ResponsePolicy.Rule(kind: "FLOOD", level: .one, category: "LAMP", serviceLevel: "L-CLOCK"),
    ]
    policy.suspensionGrounds = [
      OrderPolicy.SuspensionGround(code: "WEATHER", name: "恶劣天气", maximumDays: 10),
      OrderPolicy.SuspensionGround(code: "APPRAISAL", name: "鉴定", maximumDays: 60),
    ]
    policy.gridSamplePercent = 0
    policy.counterSamplePercent = 100
    return policy
  }()

  static let places = [
    Place(code: "CITY", name: "试验市", kind: .city, parent: nil),
    Place(code: "T1", name: "东镇", kind: .town, parent: "CITY"),
    Place(code: "T2", name: "西街道", kind: .town, parent: "CITY"),
    Place(code: "V11", name: "东一村", kind: .village, parent: "T1"),
    Place(code: "V12", name: "东二村", kind: .village, parent: "T1"),
    Place(code: "V21", name: "西社区", kind: .village, parent: "T2"),
    Place(code: "G111", name: "东一村一格", kind: .grid, parent: "V11"),
    Place(code: "G112", name: "东一村二格", kind: .grid, parent: "V11"),
    Place(code: "G211", name: "西社区一格", kind: .grid, parent: "V21"),
  ]

  static let units = [
    HandlingUnit(code: "CC", name: "市指挥中心", short: "市中心", kind: .cityCentre, place: "CITY"),
    HandlingUnit(code: "TC1", name: "东镇指挥中心", short: "东镇中心", kind: .townCentre, place: "T1"),
    HandlingUnit(code: "TC2", name: "西街道指挥中心", short: "西街中心", kind: .townCentre, place: "T2"),
    HandlingUnit(code: "D-WATER", name: "水务局", short: "水务局", kind: .department, place: "CITY", stationed: true),
    HandlingUnit(code: "D-ROAD", name: "公路局", short: "公路局", kind: .department, place: "CITY"),
    HandlingUnit(
      code: "E1", name: "东镇综合行政执法局", short: "东镇执法", kind: .enforcementBureau, place: "CITY",
      actsFor: "T1"),
    HandlingUnit(
      code: "E2", name: "西街道综合行政执法局", short: "西街执法", kind: .enforcementBureau, place: "T2",
      actsFor: "T2"),
    HandlingUnit(code: "SC1", name: "东镇为民服务中心", short: "东镇服务", kind: .serviceCentre, place: "T1"),
    HandlingUnit(
      code: "SC1-CIVIL", name: "民政窗口", short: "民政窗口", kind: .window, place: "T1", parent: "SC1"),
    HandlingUnit(
      code: "SC1-POLICE", name: "公安窗口", short: "公安窗口", kind: .window, place: "T1", parent: "SC1"),
    HandlingUnit(code: "VU11", name: "东一村村委会", short: "东一村", kind: .village, place: "V11"),
    HandlingUnit(code: "GT111", name: "东一村一格队伍", short: "一格", kind: .gridTeam, place: "G111"),
  ]

  static let categories = [
    Category(
      code: "LAMP", scheme: .cityPart, className: "公用设施", name: "路灯", lead: .unit("D-ROAD"), level: "L-MINUTES"),
    Category(
      code: "PIT", scheme: .cityEvent, className: "街面", name: "路面坑洞", lead: .townCentre, level: "L-DAYS",
      photoRequired: true),
    Category(
      code: "FLOOD", scheme: .grid, className: "应急管理", name: "积水", lead: .unit("D-WATER"), level: "L-CLOCK"),
    Category(
      code: "LOOSE", scheme: .other, className: "其他", name: "无时限", lead: .unit("CC"), level: "L-EMPTY"),
    Category(
      code: "STRAY", scheme: .other, className: "其他", name: "不在表", lead: .unit("CC"), level: "L-ABSENT"),
  ]

  static let levels = [
    level("L-MINUTES", .workingMinutes, [20, 15, 30, 240, 60, 60, 480]),
    level("L-DAYS", .workingDays, [1, 1, 1, 3, 1, 1, 5]),
    level("L-CLOCK", .clockMinutes, [10, 5, 10, 120, 30, 30, 180]),
    ServiceLevel(code: "L-EMPTY", limits: [:]),
  ]

  static let seats = [
    Seat(code: "S-INTAKE", name: "受理席", tier: .city, place: "CITY", role: .intake),
    Seat(code: "S-CHIEF", name: "值班长席", tier: .city, place: "CITY", role: .chief),
    Seat(code: "S-T1", name: "东镇席", tier: .town, place: "T1", role: .dispatcher),
  ]

  /// The limits of a level in the order of `LimitedStage.required`: normal as given, urgent in that many clock
  /// minutes, critical in half as many.
  private static func level(_ code: LevelCode, _ clock: LimitClock, _ amounts: [Int]) -> ServiceLevel {
    var limits: [ServiceLevel.Key: Limit] = [:]
    for (stage, amount) in zip(LimitedStage.required, amounts) {
      limits[ServiceLevel.Key(urgency: .normal, stage: stage)] = Limit(amount: amount, clock: clock)
      limits[ServiceLevel.Key(urgency: .urgent, stage: stage)] = Limit(amount: amount, clock: .clockMinutes)
      limits[ServiceLevel.Key(urgency: .critical, stage: stage)] =
        Limit(amount: (amount + 1) / 2, clock: .clockMinutes)
    }
    for urgency in Urgency.allCases {
      limits[ServiceLevel.Key(urgency: urgency, stage: .followUp)] = Limit(amount: 3, clock: .workingDays)
      limits[ServiceLevel.Key(urgency: urgency, stage: .firstContact)] = Limit(amount: 60, clock: .clockMinutes)
    }
    return ServiceLevel(code: code, limits: limits)
  }

  /// A moment of Tuesday, 16 June 2020, by the city's clocks.
  static func at(_ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> Instant {
    zone.instant(day: tuesday, second: hour * 3_600 + minute * 60 + second)
  }

  /// A report of a broken lamp in the first grid of the first town, taken in at 09:00.
  static func report(_ change: (inout Report) -> Void = { _ in }) -> Report {
    var report = Report(
      source: .grid, sourceID: "W-1", reportedAt: at(9), place: "G111", category: "LAMP", title: "路灯不亮",
      text: "东一村路口两盏路灯不亮")
    change(&report)
    return report
  }
}

/// Who sits where.
enum Duty {
  static let intake = authority("INTAKE", .intake)
  static let dispatcher = authority("DISPATCH", .dispatcher)
  static let inspector = authority("INSPECT", .inspector)
  static let chief = authority("CHIEF", .chief)
  static let leader = authority("LEADER", .leader)
  static let observer = authority("OBSERVER", .observer)
  static let town1 = authority("T1", .dispatcher, .town, "T1")
  static let town1Chief = authority("T1-CHIEF", .chief, .town, "T1")
  static let town2 = authority("T2", .dispatcher, .town, "T2")
  static let town2Chief = authority("T2-CHIEF", .chief, .town, "T2")
  static let unit = authority("UNIT", .handler)
  /// Acts for one unit only.
  static let brigade = Authority(
    officer: "O-BRIGADE", seat: "S-BRIGADE", role: .handler, tier: .town, place: "T1", unit: "E1", account: "brigade")
  static let followUp = authority("FOLLOWUP", .followUp)

  static let all = [
    intake, dispatcher, inspector, chief, leader, observer, town1, town1Chief, town2, unit,
    brigade, followUp,
  ]

  private static func authority(
    _ name: String, _ role: Role, _ tier: Tier = .city, _ place: PlaceCode = "CITY"
  ) -> Authority {
    Authority(
      officer: OfficerCode("O-" + name), seat: SeatCode("S-" + name), role: role, tier: tier, place: place,
      account: name.lowercased())
  }
}

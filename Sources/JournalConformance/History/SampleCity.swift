import Model

/// A small invented city: two towns with two villages each, four units, two sub-categories, five seats.
enum SampleCity {
  static let towns: [PlaceCode] = ["990001", "990002"]
  static let villages: [PlaceCode] = ["990001001", "990001002", "990002001", "990002002"]
  static let places: [PlaceCode] = ["9900"] + towns + villages
  static let units: [UnitCode] = ["WATER", "LIGHT", "ENF-1", "ENF-2"]
  static let categories: [CategoryCode] = ["NOISE", "LAMP"]
  static let zone = ZoneOffsets(initial: 8 * 3_600)

  static let seats: [Seat] = [
    Seat(code: "C1", name: "派遣一", tier: .city, place: "9900", role: .dispatcher),
    Seat(code: "C2", name: "值班长", tier: .city, place: "9900", role: .chief),
    Seat(code: "C3", name: "核查", tier: .city, place: "9900", role: .inspector),
    Seat(code: "T1", name: "甲镇台", tier: .town, place: "990001", role: .dispatcher),
    Seat(code: "T2", name: "乙镇台", tier: .town, place: "990002", role: .chief),
  ]

  /// Everybody may do everything.
  private static let authority = {
    var table = AuthorityTable()
    table.grant(AuthorityTable.Right.all, to: Role.allCases)
    return table
  }()

  private static let policy = {
    var policy = OrderPolicy()
    policy.startRungs = [.grid: .village, .enforcement: .town, .window: .town]
    policy.callerSources = [.hotline, .police]
    policy.suspensionGrounds = [.init(code: "WEATHER", name: "恶劣天气", maximumDays: 10)]
    return policy
  }()

  static let tables = CityTables(
    code: "9900", name: "样城", title: "样城指挥中心", site: "sample",
    calendar: WorkCalendar(
      zone: zone, hours: [WorkCalendar.Hours(start: 480, end: 720), WorkCalendar.Hours(start: 840, end: 1_080)],
      exceptions: [:]),
    claimMinutes: 30, sourceNames: [:], urgencyNames: [:],
    places: PlaceTree(
      [Place(code: "9900", name: "样城", kind: .city, parent: nil)]
        + towns.map { Place(code: $0, name: "镇", kind: .town, parent: "9900") }
        + villages.map {
          Place(code: $0, name: "村", kind: .village, parent: PlaceCode(String($0.rawValue.prefix(6))))
        }),
    units: UnitTable(
      units.map { HandlingUnit(code: $0, name: $0.rawValue, short: $0.rawValue, kind: .department, place: "9900") }),
    categories: categories.map {
      Category(
        code: $0, scheme: .other, className: "其他", name: $0.rawValue, lead: .unit(units[0]), level: "L")
    },
    levels: [ServiceLevel(code: "L", limits: limits)], defaultLevel: "L", seats: seats, officers: [],
    authority: authority, policy: policy)

  private static let limits: [ServiceLevel.Key: Limit] = Dictionary(
    uniqueKeysWithValues: Urgency.allCases.flatMap { urgency in
      LimitedStage.allCases.enumerated().map { index, stage in
        let clock: LimitClock = urgency == .normal ? .workingMinutes : .clockMinutes
        return (
          ServiceLevel.Key(urgency: urgency, stage: stage),
          Limit(amount: 30 + index * 45 / (urgency.rank + 1), clock: clock)
        )
      }
    })
}

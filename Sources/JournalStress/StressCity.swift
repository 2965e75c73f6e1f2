import Journal
import Model

/// An invented city of twelve towns, and what its rules make of commands.
enum StressCity {
  static let towns = (1...12).map { PlaceCode("T\($0 < 10 ? "0" : "")\($0)") }
  static let grids = towns.flatMap { town in (100..<200).map { PlaceCode("\(town.rawValue)\($0)") } }

  /// What the feed's reports come in by.
  static let intake = Authority(
    officer: "", seat: "", role: .intake, tier: .city, place: "CITY", account: "feed:stress")

  /// A dispatcher of the city on a seat of his own.
  static func dispatcher(_ name: String) -> Authority {
    Authority(
      officer: OfficerCode("O-" + name), seat: SeatCode("S-" + name), role: .dispatcher, tier: .city, place: "CITY",
      account: name)
  }

  /// What the rules make of a command.
  ///
  /// - Throws: `.invalidRequest` when the rules refuse it.
  static func decide(
    _ command: OrderCommand, on order: WorkOrder?, by authority: Authority, at now: Instant
  ) throws(JournalError) -> [OrderEvent] {
    do throws(Refusal) {
      return try OrderRules.decide(command, on: order, by: authority, at: now, in: tables)
    } catch {
      throw JournalError(.invalidRequest, subject: order?.number.text ?? "", detail: error.code.rawValue)
    }
  }

  /// Events that are ready to be appended.
  static func pending(
    _ events: [OrderEvent], at place: PlaceCode, by authority: Authority, at now: Instant,
    personal: PersonalRecord? = nil
  ) throws(JournalError) -> [PendingEvent] {
    var pending: [PendingEvent] = []
    for event in events {
      pending.append(
        try PendingEvent(
          .order(event), place: place, town: tables.places.town(of: place), tier: authority.tier,
          confidential: false, officer: authority.officer, seat: authority.seat, account: authority.account,
          occurredAt: now, personal: pending.isEmpty ? personal : nil))
    }
    return pending
  }

  /// Everybody may do everything.
  private static let authority = {
    var table = AuthorityTable()
    table.grant(AuthorityTable.Right.all, to: Role.allCases)
    return table
  }()

  private static let tables = CityTables(
    code: "city", name: "样城", title: "样城指挥中心", site: "stress",
    calendar: WorkCalendar(
      zone: ZoneOffsets(initial: 28_800), hours: [WorkCalendar.Hours(start: 480, end: 1_080)], exceptions: [:]),
    claimMinutes: 30, sourceNames: [:], urgencyNames: [:],
    places: PlaceTree(
      [Place(code: "CITY", name: "样城", kind: .city, parent: nil)]
        + towns.map { Place(code: $0, name: "镇", kind: .town, parent: "CITY") }
        + grids.map {
          Place(code: $0, name: "网格", kind: .grid, parent: PlaceCode(String($0.rawValue.prefix(3))))
        }),
    units: UnitTable([HandlingUnit(code: "U1", name: "单位", short: "单位", kind: .department, place: "CITY")]),
    categories: [], levels: [ServiceLevel(code: "L", limits: limits)], defaultLevel: "L",
    seats: [], officers: [], authority: authority)

  private static let limits: [ServiceLevel.Key: Limit] = Dictionary(
    uniqueKeysWithValues: Urgency.allCases.flatMap { urgency in
      LimitedStage.allCases.map { stage in
        (ServiceLevel.Key(urgency: urgency, stage: stage), Limit(amount: 30 + 60 * urgency.rank, clock: .clockMinutes))
      }
    })
}

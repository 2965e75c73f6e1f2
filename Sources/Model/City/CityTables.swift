/// A city as the rules know it: its tables, already read and linked.
public final class CityTables: Sendable {
  /// The city's own code.
  public let code: String
  /// The city's name.
  public let name: String
  /// The centre's full name, for the head line.
  public let title: String
  /// The origin that journals made here bear.
  public let site: String
  /// Working time and zone.
  public let calendar: WorkCalendar
  /// Minutes after which a claim lapses.
  public let claimMinutes: Int
  /// What the screen calls each source.
  public let sourceNames: [Source: String]
  /// What the screen calls each urgency.
  public let urgencyNames: [Urgency: String]
  /// Every place, the city first, then in the order of the table.
  public let places: PlaceTree
  /// Who runs each grid.
  public let grids: [PlaceCode: GridTeam]
  /// Every unit, in the order of the table.
  public let units: UnitTable
  /// Every sub-category, in the order of the table.
  public let categories: [Category]
  /// Every seat, in the order of the table.
  public let seats: [Seat]
  /// Every officer, in the order of the table.
  public let officers: [Officer]
  /// Every partner, in the order of the table.
  public let partners: [Partner]
  /// 共驻共建: needs, resources, projects, party groups.
  public let coBuilding: CoBuilding
  /// Who may give which command.
  public let authority: AuthorityTable
  /// What the city settles about its orders besides the limits.
  public let policy: OrderPolicy
  /// How reports are compared.
  public let correlation: CorrelationRules
  private let categoryIndex: [CategoryCode: Int]
  private let levels: [LevelCode: ServiceLevel]
  private let defaultLevel: LevelCode

  /// Links tables; `defaultLevel` serves orders without a category.
  public init(
    code: String, name: String, title: String, site: String, calendar: WorkCalendar, claimMinutes: Int,
    sourceNames: [Source: String], urgencyNames: [Urgency: String], places: PlaceTree,
    grids: [GridTeam] = [], units: UnitTable, categories: [Category], levels: [ServiceLevel],
    defaultLevel: LevelCode, seats: [Seat], officers: [Officer], partners: [Partner] = [],
    coBuilding: CoBuilding = CoBuilding(),
    authority: AuthorityTable = AuthorityTable(), policy: OrderPolicy = OrderPolicy(),
    correlation: CorrelationRules = .standard
  ) {
    self.code = code
    self.name = name
    self.title = title
    self.site = site
    self.calendar = calendar
    self.claimMinutes = claimMinutes
    self.sourceNames = sourceNames
    self.urgencyNames = urgencyNames
    self.places = places
    self.grids = Dictionary(grids.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    self.units = units
    self.categories = categories
    self.seats = seats
    self.officers = officers
    self.partners = partners
    self.coBuilding = coBuilding
    self.authority = authority
    self.policy = policy
    self.correlation = correlation
    self.defaultLevel = defaultLevel
    self.levels = Dictionary(levels.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    categoryIndex = Dictionary(
      categories.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The sub-category with a code.
  public func category(_ code: CategoryCode) -> Category? {
    categoryIndex[code].map { categories[$0] }
  }

  /// The seat with a code.
  public func seat(_ code: SeatCode) -> Seat? {
    seats.first { $0.code == code }
  }

  /// The officer with a code.
  public func officer(_ code: OfficerCode) -> Officer? {
    officers.first { $0.code == code }
  }

  /// The working time of a unit: its own hours on the city's days; the city's where it has none, or there is no unit.
  public func calendar(of unit: UnitCode?) -> WorkCalendar {
    unit.flatMap { units[$0]?.hours }.map(calendar.with) ?? calendar
  }

  /// The limit of a stage for a category and an urgency; the default level serves where a category is not known.
  ///
  /// - Parameter instead: a level that holds in place of the category's own.
  public func limit(
    _ stage: LimitedStage, category code: CategoryCode?, urgency: Urgency, instead: LevelCode? = nil
  ) -> Limit? {
    let level = instead ?? code.flatMap { category($0)?.level } ?? defaultLevel
    return (levels[level] ?? levels[defaultLevel])?.limits[ServiceLevel.Key(urgency: urgency, stage: stage)]
  }

  /// The unit that a catalogue reference means for an order that lies at `place`.
  public func resolve(_ reference: UnitReference, at place: PlaceCode) -> UnitCode? {
    switch reference {
    case .unit(let code): units[code]?.code
    case .townCentre: units.first(.townCentre, at: places.town(of: place))
    case .enforcement: units.acting(for: places.town(of: place))
    case .serviceCentre: units.first(.serviceCentre, at: places.town(of: place))
    case .village: units.first(.village, at: places.ancestor(of: place, kind: .village))
    case .gridTeam: units.first(.gridTeam, at: places.ancestor(of: place, kind: .grid))
    case .window(let name): units.window(name, at: places.town(of: place))
    }
  }
}

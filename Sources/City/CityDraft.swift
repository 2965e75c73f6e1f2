import Model

/// A city's files as read, before anybody looked whether they fit together.
struct CityDraft {
  /// The files that make up a city, in the order in which they are read.
  static let files = [
    CitySettings.file, PlaceColumn.file, GridColumn.file, UnitColumn.file, CatalogueColumn.file, LimitColumn.file,
    SeatColumn.file, OfficerColumn.file, WorkdayColumn.file, PartnerColumn.file, AuthorityColumn.file,
    SuspensionColumn.file,
  ]

  /// The files that a city may leave out.
  static let optionalFiles = [CorrelationReader.file, ResponseKindColumn.file, ResponseRuleColumn.file]

  let settings: CitySettings
  let places: Sheet<PlaceColumn, Place>
  let grids: Sheet<GridColumn, GridTeam>
  let units: Sheet<UnitColumn, HandlingUnit>
  let catalogue: Sheet<CatalogueColumn, Category>
  let limits: Sheet<LimitColumn, LimitRow>
  let seats: Sheet<SeatColumn, Seat>
  let officers: Sheet<OfficerColumn, Officer>
  let workdays: Sheet<WorkdayColumn, WorkdayRow>
  let partners: Sheet<PartnerColumn, Partner>
  let authority: Sheet<AuthorityColumn, AuthorityRow>
  let suspensions: Sheet<SuspensionColumn, OrderPolicy.SuspensionGround>
  let responseKinds: Sheet<ResponseKindColumn, ResponsePolicy.Kind>
  let responseRules: Sheet<ResponseRuleColumn, ResponsePolicy.Rule>
  let tables: CityTables
  let levels: [ServiceLevel]

  /// Reads and links the tables out of a folder's files.
  init(_ files: [FolderFile], log: FindingLog) {
    func file(_ name: String) -> FolderFile? { files.first { $0.name == name } }
    settings = SettingsReader.read(file(CitySettings.file), log: log)
    places = SheetReader.read(file(PlaceColumn.file), log: log, value: \.place)
    grids = SheetReader.read(file(GridColumn.file), log: log, value: \.team)
    units = SheetReader.read(file(UnitColumn.file), log: log, value: \.unit)
    catalogue = SheetReader.read(file(CatalogueColumn.file), log: log, value: \.category)
    limits = SheetReader.read(file(LimitColumn.file), log: log, value: \.limitRow)
    seats = SheetReader.read(file(SeatColumn.file), log: log, value: \.seat)
    officers = SheetReader.read(file(OfficerColumn.file), log: log, value: \.officer)
    workdays = SheetReader.read(file(WorkdayColumn.file), log: log, value: \.workday)
    partners = SheetReader.read(file(PartnerColumn.file), log: log, value: \.partner)
    authority = SheetReader.read(file(AuthorityColumn.file), log: log, value: \.grants)
    suspensions = SheetReader.read(file(SuspensionColumn.file), log: log, value: \.ground)
    responseKinds = SheetReader.read(file(ResponseKindColumn.file), log: log, value: \.kind)
    responseRules = SheetReader.read(file(ResponseRuleColumn.file), log: log, value: \.rule)
    levels = limits.levels
    var policy = settings.policy
    policy.suspensionGrounds = suspensions.values
    policy.responses.kinds = responseKinds.values
    policy.responses.rules = responseRules.values
    let exceptions = Dictionary(
      workdays.values.map { ($0.day, $0.kind == .work) }, uniquingKeysWith: { first, _ in first })
    tables = CityTables(
      code: settings.code, name: settings.name, title: settings.title, site: settings.site,
      calendar: WorkCalendar(zone: settings.zone, hours: settings.hours, exceptions: exceptions),
      claimMinutes: settings.claimMinutes, sourceNames: settings.sourceNames, urgencyNames: settings.urgencyNames,
      places: PlaceTree(places.values), grids: grids.values, units: UnitTable(units.values),
      categories: catalogue.values, levels: levels,
      defaultLevel: settings.defaultLevel ?? levels.first?.code ?? "", seats: seats.values,
      officers: officers.values, partners: partners.values, authority: authority.table, policy: policy,
      correlation: CorrelationReader.read(file(CorrelationReader.file), log: log))
  }

  /// Looks whether the tables fit together.
  func lint(log: FindingLog) {
    PlaceLint(draft: self, log: log).run()
    GridLint(draft: self, log: log).run()
    UnitLint(draft: self, log: log).run()
    LevelLint(draft: self, log: log).run()
    CatalogueLint(draft: self, log: log).run()
    SeatLint(draft: self, log: log).run()
    OfficerLint(draft: self, log: log).run()
    AuthorityLint(draft: self, log: log).run()
    ResponseLint(draft: self, log: log).run()
    suspensions.reportRepeats(of: .code, log: log) { $0.code }
    workdays.reportRepeats(of: .date, log: log) { row in
      "\(row.day.year)-\(row.day.month)-\(row.day.day)"
    }
    partners.reportRepeats(of: .code, log: log) { $0.code }
    for row in partners.rows {
      reportUnknownPlace(row.value.place, at: partners.cell(.place, line: row.line), log: log)
    }
  }

  /// Reports a place that the table does not have; answers whether it has it.
  @discardableResult
  func reportUnknownPlace(_ code: PlaceCode, at cell: Cell, log: FindingLog) -> Bool {
    if tables.places[code] != nil { return true }
    if !places.mayHold(code.rawValue) { log.add(.placeUnknown, at: cell, "places.csv 里没有地点“\(shown(code.rawValue))”。") }
    return false
  }

  /// Reports a unit that the table does not have.
  func reportUnknownUnit(_ code: UnitCode, at cell: Cell, log: FindingLog) {
    if tables.units[code] != nil || units.mayHold(code.rawValue) { return }
    log.add(.unitUnknown, at: cell, "units.csv 里没有单位“\(shown(code.rawValue))”。")
  }
}

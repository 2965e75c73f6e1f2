import Model

/// What `city.yaml` says.
struct CitySettings {
  /// The file's name.
  static let file = "city.yaml"

  var code = ""
  var name = ""
  var title = ""
  var site = ""
  var zone = ZoneOffsets(initial: 0)
  var hours: [WorkCalendar.Hours] = []
  var claimMinutes = 10
  var tierNames: [Tier: String] = [:]
  var sourceNames: [Source: String] = [:]
  var urgencyNames: [Urgency: String] = [:]
  var policy = OrderPolicy()
  /// The level for orders without a category; the first of the table when nothing is said.
  var defaultLevel: LevelCode?
  /// Where the default level stands.
  var defaultLevelCell = Cell(file: CitySettings.file, line: 1, column: 1)
}

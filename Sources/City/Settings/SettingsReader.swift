import Model
import SafeText

/// Reads `city.yaml`.
struct SettingsReader {
  private let log: FindingLog
  private var settings = CitySettings()

  /// Reads the file; what could not be read keeps its default and is in the log.
  static func read(_ file: FolderFile?, log: FindingLog) -> CitySettings {
    var reader = SettingsReader(log: log)
    if let file { reader.readRoot(YamlFile.root(of: file, log: log)) }
    return reader.settings
  }

  private init(log: FindingLog) {
    self.log = log
  }

  private mutating func readRoot(_ map: YamlMap?) {
    guard let map else { return }
    if let format = map.integer("format"), format != 1 {
      log.add(.formatUnknown, at: map.cell("format"), "格式 \(format) 不认识，本程序读格式 1。")
    }
    settings.code = map.text("code") ?? ""
    settings.name = map.text("name") ?? ""
    settings.title = map.text("title") ?? ""
    settings.site = map.text("site") ?? ""
    readZone(map)
    settings.hours = HoursReader.read(map.texts("hours").map { ($0.text, $0.cell) }, log: log)
    if let minutes = map.integer("claimMinutes") {
      settings.claimMinutes = minutes
      if !(1...1_440).contains(minutes) {
        log.add(.valueWrong, at: map.cell("claimMinutes"), "认领时间 \(minutes) 不行，必须是 1 到 1440 分钟。")
      }
    }
    settings.tierNames = map.names("tierNames", of: Tier.self)
    settings.sourceNames = map.names("sources", of: Source.self)
    settings.urgencyNames = map.names("urgencies", of: Urgency.self)
    settings.defaultLevel = map.text("defaultLevel", isRequired: false).map { LevelCode($0) }
    settings.defaultLevelCell = map.cell("defaultLevel")
    settings.policy = PolicyReader.read(map.map("rules", isRequired: true), log: log)
    map.reportUnknown()
  }

  private mutating func readZone(_ map: YamlMap) {
    guard let name = map.text("timeZone") else { return }
    if let zone = TimeZones.offsets(of: name) {
      settings.zone = zone
    } else {
      log.add(
        .zoneUnknown, at: map.cell("timeZone"), "时区“\(shown(name))”不认识；若名称无误，请安装系统的 tzdata。")
    }
  }
}

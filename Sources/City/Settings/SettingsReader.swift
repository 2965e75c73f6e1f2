import Model
import SafeText
import Yams

/// Reads `city.yaml`.
struct SettingsReader {
  private let log: FindingLog
  private var settings = CitySettings()

  /// Reads the file; what could not be read keeps its default and is in the log.
  static func read(_ file: FolderFile?, log: FindingLog) -> CitySettings {
    var reader = SettingsReader(log: log)
    if let file { reader.read(file.bytes) }
    return reader.settings
  }

  private init(log: FindingLog) {
    self.log = log
  }

  private mutating func read(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.add(.encodingIllFormed, at: cell(illFormed: bytes), "不是 UTF-8 文字，请另存为 UTF-8。")
      return
    }
    do {
      // Without a resolver's rules, which are regular expressions and cost more than the whole file: all is text here.
      guard let root = try Yams.compose(yaml: text, .basic) else {
        return log.add(.yamlMalformed, at: cell(line: 1, column: 1), "文件是空的。")
      }
      readRoot(YamlMap(root, file: CitySettings.file, log: log))
    } catch let error as YamlError {
      report(error, in: text)
    } catch {
      log.add(.yamlMalformed, at: cell(line: 1, column: 1), "不是 YAML：\(shown("\(error)"))。")
    }
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
    settings.hours = HoursReader.read(map.texts("hours"), log: log)
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
    settings.policy = PolicyReader.read(map.map("rules"), log: log)
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

  private func report(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // At the end of a text that does not end its last line, the parser stands on a line that is not there.
      let lines = text.utf8.count { $0 == 0x0A } + 1
      log.add(
        .yamlMalformed, at: cell(line: min(mark.line, lines), column: mark.column),
        "不是 YAML（\(shown(problem))），请检查这里的引号、缩进和冒号。")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { shown($0) }.joined(separator: "、")
      log.add(
        .yamlMalformed, at: cell(line: context.mark.line, column: context.mark.column), "键“\(names)”重复。")
    case .reader(let problem, let offset, _, _):
      let before = text.utf8.prefix(offset ?? 0)
      let line = before.count { $0 == 0x0A } + 1
      let column = before.reversed().prefix { $0 != 0x0A }.count + 1
      log.add(.cellHostile, at: cell(line: line, column: column), "含有控制字符：\(shown(problem))。")
    default:
      log.add(.yamlMalformed, at: cell(line: 1, column: 1), "不是 YAML：\(shown("\(error)"))。")
    }
  }

  private func cell(line: Int, column: Int) -> Cell {
    Cell(file: CitySettings.file, line: line, column: column)
  }

  /// The line that is not UTF-8.
  private func cell(illFormed bytes: [UInt8]) -> Cell {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    return cell(line: line + 1, column: 1)
  }
}

import City
import Feeds
import Journal
import Model

/// What `drill.yaml` says.
struct DrillSettings {
  static let file = "drill.yaml"
  /// How full speed is written among the speeds.
  private static let fullSpeed = "max"

  var code = ""
  var title = ""
  var start = Instant(milliseconds: 0)
  var minutes = 0
  var seed = 0
  var speeds: [Int] = []
  var seats: [SeatCode] = []
  var weights: [Objective: Int] = [:]
  /// Where the weight of each objective stands.
  var weightCells: [Objective: Cell] = [:]

  /// When it ends, UTC; not after the beginning when either could not be read.
  var end: Instant { start.adding(minutes: minutes) }

  /// Reads the file; what stands against it goes to the log.
  init(_ file: FolderFile?, city: CityTables, log: FindingLog) {
    guard let map = file.flatMap({ YamlFile.root(of: $0, log: log) }) else { return }
    if let format = map.integer("format"), format != 1 {
      log.add(.formatUnknown, at: map.cell("format"), "格式 \(format) 不认识，本程序读格式 1。")
    }
    readCode(map, log: log)
    title = map.text("title") ?? ""
    minutes = DrillSettings.whole("minutes", in: 1...1_440, map, log: log) ?? 0
    if let text = map.text("start") {
      if let instant = InternetTime.instant(text) {
        start = instant
      } else {
        minutes = 0
        log.add(.timeMalformed, at: map.cell("start"), "“start”应写成 2020-06-16T09:00:00+08:00 这样。")
      }
    }
    seed = DrillSettings.whole("seed", in: 0...Int(Int32.max), map, log: log) ?? 0
    readSpeeds(map, log: log)
    for text in map.texts("seats") {
      if city.seat(SeatCode(text.text)) == nil {
        log.add(.seatUnknown, at: text.cell, "seats.csv 里没有席位“\(shown(text.text))”。")
      }
      seats.append(SeatCode(text.text))
    }
    readWeights(map, log: log)
    map.reportUnknown()
  }

  private mutating func readCode(_ map: YamlMap, log: FindingLog) {
    code = map.text("code") ?? ""
    let isPlain = code.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
    if !isPlain || code.utf8.count > 40 {
      log.add(.codeMalformed, at: map.cell("code"), "“code”只能用小写英文字母、数字和 -，至多 40 个。")
    }
  }

  private mutating func readSpeeds(_ map: YamlMap, log: FindingLog) {
    for text in map.texts("speeds") {
      if text.text == DrillSettings.fullSpeed {
        speeds.append(ClockSetting.full)
        continue
      }
      guard let speed = Int(text.text), (1...120).contains(speed) else {
        log.add(.numberOutOfRange, at: text.cell, "倍速“\(shown(text.text))”应是 1 到 120 的整数，或 \(DrillSettings.fullSpeed)。")
        continue
      }
      speeds.append(speed * 1_000)
    }
  }

  private mutating func readWeights(_ map: YamlMap, log: FindingLog) {
    guard let objectives = map.map("objectives", isRequired: true) else { return }
    for objective in Objective.allCases where objectives.has(objective.rawValue) {
      weightCells[objective] = objectives.cell(objective.rawValue)
      weights[objective] = DrillSettings.whole(objective.rawValue, in: 0...100, objectives, log: log)
    }
    objectives.reportUnknown()
    let sum = weights.values.reduce(0, +)
    if sum != 100 {
      log.add(.weightsWrong, at: map.cell("objectives"), "各目标的权重合计 \(sum)，应为 100。")
    }
  }

  private static func whole(_ key: String, in range: ClosedRange<Int>, _ map: YamlMap, log: FindingLog) -> Int? {
    guard let number = map.integer(key) else { return nil }
    guard range.contains(number) else {
      log.add(.numberOutOfRange, at: map.cell(key), "“\(key)”应在 \(range.lowerBound) 到 \(range.upperBound) 之间。")
      return nil
    }
    return number
  }
}

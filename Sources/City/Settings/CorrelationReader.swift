import Model

/// Reads how reports are compared, `correlation.yaml`; what it does not say keeps its default.
struct CorrelationReader {
  /// The file's name.
  static let file = "correlation.yaml"

  private let map: YamlMap
  private let log: FindingLog
  private var rules = CorrelationRules.standard

  /// Reads the file, where there is one; what could not be read keeps its default and is in the log.
  static func read(_ file: FolderFile?, log: FindingLog) -> CorrelationRules {
    guard let file, let map = YamlFile.root(of: file, log: log) else { return .standard }
    var reader = CorrelationReader(map: map, log: log)
    reader.read()
    return reader.rules
  }

  private init(map: YamlMap, log: FindingLog) {
    self.map = map
    self.log = log
  }

  private mutating func read() {
    if let format = map.integer("format"), format != 1 {
      log.add(.formatUnknown, at: map.cell("format"), "格式 \(format) 不认识，本程序读格式 1。")
    }
    take("windowMinutes", 1...43_200, of: map, \.windowMinutes)
    take("candidates", 1...2_000, of: map, \.candidates)
    take("shown", 1...20, of: map, \.shown)
    take("threshold", 1...1_000, of: map, \.threshold)
    take("leastMatter", 0...1_000, of: map, \.leastMatter)
    take("nearMetres", 0...100_000, of: map, \.nearMetres)
    take("farMetres", 0...100_000, of: map, \.farMetres)
    if rules.farMetres < rules.nearMetres {
      log.add(.valueWrong, at: map.cell("farMetres"), "farMetres 不能比 nearMetres 小。")
    }
    if let points = map.map("points") { read(points: points) }
    readLists()
    rules.everydayWords = map.text("everydayWords", isRequired: false) ?? rules.everydayWords
    rules.usualWords = map.text("usualWords", isRequired: false) ?? rules.usualWords
    map.reportUnknown()
  }

  private mutating func read(points: YamlMap) {
    let gain = 0...1_000
    let either = -1_000...1_000
    take("near", gain, of: points, \.near)
    take("apart", either, of: points, \.apart)
    take("sameGrid", gain, of: points, \.sameGrid)
    take("sameVillage", gain, of: points, \.sameVillage)
    take("samePart", gain, of: points, \.samePart)
    take("address", gain, of: points, \.address)
    take("sameBuilding", gain, of: points, \.sameBuilding)
    take("otherBuilding", either, of: points, \.otherBuilding)
    take("sameCategory", gain, of: points, \.sameCategory)
    take("relatedCategory", gain, of: points, \.relatedCategory)
    take("rareWord", gain, of: points, \.rareWord)
    take("usualWord", gain, of: points, \.usualWord)
    take("words", gain, of: points, \.words)
    take("sameNumber", gain, of: points, \.sameNumber)
    take("sameTime", gain, of: points, \.sameTime)
    take("sameCaller", gain, of: points, \.sameCaller)
    take("otherSource", gain, of: points, \.otherSource)
    points.reportUnknown()
  }

  private mutating func readLists() {
    if map.has("leftOut") {
      rules.leftOut = Set(
        map.texts("leftOut").compactMap { text in
          if let source = Source(rawValue: text.text) { return source }
          log.add(.wordUnknown, at: text.cell, "没有来源“\(shown(text.text))”。")
          return nil
        })
    }
    if map.has("buildingWords") { rules.buildingWords = map.texts("buildingWords").map(\.text) }
  }

  private mutating func take(
    _ key: String, _ range: ClosedRange<Int>, of map: YamlMap, _ field: WritableKeyPath<CorrelationRules, Int>
  ) {
    guard let value = map.integer(key, isRequired: false) else { return }
    guard range.contains(value) else {
      return log.add(
        .valueWrong, at: map.cell(key), "“\(key)”是 \(value)，必须在 \(range.lowerBound) 到 \(range.upperBound) 之间。")
    }
    rules[keyPath: field] = value
  }
}

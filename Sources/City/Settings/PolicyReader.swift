import Model

/// Reads `rules` of `city.yaml`: what a city settles about its orders besides the limits.
struct PolicyReader {
  private let map: YamlMap
  private let log: FindingLog

  /// Reads the mapping; what could not be read keeps its default and is in the log.
  static func read(_ map: YamlMap?, log: FindingLog) -> OrderPolicy {
    guard let map else { return OrderPolicy() }
    return PolicyReader(map: map, log: log).policy()
  }

  private func policy() -> OrderPolicy {
    var policy = OrderPolicy()
    if let rungs = map.map("startRungs", isRequired: true) {
      for source in Source.allCases {
        policy.startRungs[source] = word(rungs.text(source.rawValue), Rung.self, at: rungs.cell(source.rawValue))
      }
      rungs.reportUnknown()
    }
    policy.callerSources = Set(map.texts("callerSources").compactMap { word($0.text, Source.self, at: $0.cell) })
    read(&policy.extensionCapPercent, "extensionCapPercent", 1...1_000)
    read(&policy.returnsBeforeAssignment, "returnsBeforeAssignment", 1...9)
    read(&policy.followUpCalls, "followUpCalls", 1...9)
    read(&policy.callerReworks, "callerReworks", 0...9)
    read(&policy.reworkPercent, "reworkPercent", 1...100)
    read(&policy.gridSamplePercent, "gridSamplePercent", 0...100)
    read(&policy.counterSamplePercent, "counterSamplePercent", 0...100)
    read(&policy.urgentCallers, "urgentCallers", 2...1_000)
    read(&policy.criticalCallers, "criticalCallers", 2...1_000)
    read(&policy.amberPercent, "amberPercent", 1...99)
    if let raising = map.map("raising") {
      for threshold in RaisedByRule.Threshold.allCases {
        let key = threshold.rawValue
        policy.raising[threshold] = word(
          raising.text(key, isRequired: false), RaisingAct.self, at: raising.cell(key))
      }
      raising.reportUnknown()
    }
    map.reportUnknown()
    return policy
  }

  private func read(_ value: inout Int, _ key: String, _ range: ClosedRange<Int>) {
    guard let number = map.integer(key) else { return }
    value = number
    if !range.contains(number) {
      log.add(
        .valueWrong, at: map.cell(key), "“\(key)”的 \(number) 不行，应是 \(range.lowerBound) 到 \(range.upperBound)。")
    }
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(_ text: String?, _: Word.Type, at cell: Cell)
    -> Word?
  {
    guard let text else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: "、")
    log.add(.wordUnknown, at: cell, "“\(shown(text))”不认识，可用：\(known)。")
    return nil
  }
}

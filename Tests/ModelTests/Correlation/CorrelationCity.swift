import Model

/// The small city with a catalogue that has keywords, and words that say nothing.
enum CorrelationCity {
  static func correlation(_ change: (inout CorrelationRules) -> Void = { _ in }) -> Correlation {
    var rules = CorrelationRules.standard
    rules.everydayWords = "来电 电人 人反 反映 附近"
    rules.usualWords = "车辆"
    change(&rules)
    return Correlation(tables(rules))
  }

  static func tables(_ rules: CorrelationRules) -> CityTables {
    CityTables(
      code: "TEST", name: "试验市", title: "试验市指挥中心", site: "test", calendar: TestCity.calendar, claimMinutes: 10,
      sourceNames: [:], urgencyNames: [:], places: PlaceTree(TestCity.places), units: UnitTable(TestCity.units),
      categories: categories, levels: [], defaultLevel: "L-MINUTES", seats: [], officers: [], correlation: rules)
  }

  static let categories = [
    category("LANE", "消防通道占用", ["消防通道", "占用"]), category("PARKING", "乱停车", ["违停", "占用"]),
    category("LAMP", "路灯不亮", ["路灯", "照明"]), category("FLOOD", "积水", ["积水"]),
    category("HELP", "群众求助", ["求助", "桥"]),
  ]

  private static func category(_ code: CategoryCode, _ name: String, _ keywords: [String]) -> Category {
    Category(
      code: code, scheme: .other, className: "类", name: name, lead: .townCentre, level: "L-MINUTES", keywords: keywords)
  }

  /// A report without anything that could be compared but its village and minute.
  static func report(_ change: (inout Report) -> Void = { _ in }) -> Report {
    var report = Report(
      source: .grid, sourceID: "W-1", reportedAt: TestCity.at(9), place: "V11", title: "", text: "")
    change(&report)
    return report
  }

  /// What two reports that differ from the bare one are found to have in common.
  static func items(
    _ one: (inout Report) -> Void, _ other: (inout Report) -> Void, rules: (inout CorrelationRules) -> Void = { _ in }
  ) -> [Likeness.Item] {
    let correlation = correlation(rules)
    return correlation.likeness(correlation.sketch(report(one)), correlation.sketch(report(other))).items
  }
}

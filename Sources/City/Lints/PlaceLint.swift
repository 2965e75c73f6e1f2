import Model

/// Looks at the tree of places.
struct PlaceLint {
  let draft: CityDraft
  let log: FindingLog

  private var sheet: Sheet<PlaceColumn, Place> { draft.places }

  func run() {
    let index = sheet.reportRepeats(of: .code, log: log) { $0.code.rawValue }
    sheet.reportRepeats(of: .name, as: .nameRepeated, log: log) { place in
      place.parent.map { SiblingName(parent: "", place: $0.rawValue, name: place.name) }
    } text: {
      $0.name
    }
    sheet.reportCycles(of: .parent, index: index, log: log, code: \.code.rawValue, parent: \.parent?.rawValue)
    checkCity()
    for row in sheet.rows {
      checkParent(row.value, line: row.line)
      if !row.value.zone.isEmpty, row.value.kind != .town {
        log.add(.zoneOutsideTown, at: sheet.cell(.zone, line: row.line), "只有区镇才能填“zone”。")
      }
    }
  }

  private func checkCity() {
    let cities = sheet.rows.filter { $0.value.kind == .city }
    guard let first = cities.first else {
      if sheet.isWhole { log.add(.cityMissing, at: sheet.cell(.kind, line: 1), "没有 kind 为 city 的地点，要有且只有一个。") }
      return
    }
    for city in cities.dropFirst() {
      log.add(
        .cityRepeated, at: sheet.cell(.kind, line: city.line),
        "第 \(first.line) 行和第 \(city.line) 行都是 city，只能有一个。")
    }
  }

  private func checkParent(_ place: Place, line: Int) {
    let cell = sheet.cell(.parent, line: line)
    guard let code = place.parent else {
      if place.kind != .city { log.add(.parentMissing, at: cell, "“\(shown(place.name))”没有上级地点。") }
      return
    }
    guard place.kind != .city else {
      return log.add(.parentOfWrongKind, at: cell, "city 是最上一级，不能有上级。")
    }
    guard let parent = draft.tables.places[code] else {
      if !sheet.mayHold(code.rawValue) { log.add(.parentUnknown, at: cell, "没有上级地点“\(shown(code.rawValue))”。") }
      return
    }
    guard parent.kind.depth != place.kind.depth - 1 else { return }
    let needed = Place.Kind.allCases.first { $0.depth == place.kind.depth - 1 } ?? .city
    log.add(
      .parentOfWrongKind, at: cell,
      "\(place.kind.rawValue) 的上级应是 \(needed.rawValue)，“\(shown(code.rawValue))”是 \(parent.kind.rawValue)。")
  }
}

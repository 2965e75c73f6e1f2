import Model

/// Looks at needs, resources, projects and party groups, and whether they fit together.
struct CoBuildingLint {
  let draft: CityDraft
  let log: FindingLog

  private var tables: CoBuildingDraft { draft.coBuilding }

  func run() {
    let needs = tables.needs.reportRepeats(of: .code, log: log) { $0.code }
    for row in tables.needs.rows {
      draft.reportUnknownPlace(row.value.place, at: tables.needs.cell(.place, line: row.line), log: log)
    }
    let resources = tables.resources.reportRepeats(of: .code, log: log) { $0.code }
    for row in tables.resources.rows
    where !draft.partners.mayHold(row.value.partner)
      && !draft.partners.values.contains(where: { $0.code == row.value.partner })
    {
      log.add(
        .partnerUnknown, at: tables.resources.cell(.partner, line: row.line),
        "partners.csv 里没有共建单位“\(shown(row.value.partner))”。")
    }
    tables.projects.reportRepeats(of: .code, log: log) { $0.code }
    for row in tables.projects.rows { check(row.value, line: row.line, needs, resources) }
    tables.partyGroups.reportRepeats(of: .code, log: log) { $0.code }
    for row in tables.partyGroups.rows { check(row.value, line: row.line) }
  }

  private func check(
    _ project: CoBuilding.Project, line: Int, _ needs: [String: Int], _ resources: [String: Int]
  ) {
    let need = needs[project.need].map { tables.needs.rows[$0].value }
    if need == nil, !tables.needs.mayHold(project.need) {
      log.add(
        .needUnknown, at: tables.projects.cell(.need, line: line), "needs.csv 里没有需求“\(shown(project.need))”。")
    }
    let resource = resources[project.resource].map { tables.resources.rows[$0].value }
    let cell = tables.projects.cell(.resource, line: line)
    if resource == nil, !tables.resources.mayHold(project.resource) {
      log.add(.resourceUnknown, at: cell, "resources.csv 里没有资源“\(shown(project.resource))”。")
    }
    guard let need, let resource, !draft.tables.serves(resource, need) else { return }
    // What lies nowhere is reported where it stands.
    guard resource.kind != need.kind || (isLocated(need.place) && isLocated(resource)) else { return }
    log.add(
      .resourceServesNot, at: cell,
      "资源“\(shown(resource.title))”的种类或范围对不上需求“\(shown(need.title))”。")
  }

  private func isLocated(_ place: PlaceCode) -> Bool {
    draft.tables.places.town(of: place) != nil || draft.tables.places[place]?.kind == .city
  }

  private func isLocated(_ resource: CoBuilding.Resource) -> Bool {
    draft.partners.values.first { $0.code == resource.partner }.map { isLocated($0.place) } ?? false
  }

  private func check(_ group: CoBuilding.PartyGroup, line: Int) {
    let cell = tables.partyGroups.cell(.place, line: line)
    guard draft.reportUnknownPlace(group.place, at: cell, log: log) else { return }
    if let kind = draft.tables.places[group.place]?.kind, kind < .village {
      log.add(.partyGroupTooWide, at: cell, "楼宇党小组的地点应是村、社区或网格，不是“\(shown(group.place.rawValue))”。")
    }
  }
}

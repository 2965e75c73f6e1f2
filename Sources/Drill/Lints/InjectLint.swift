import City
import Model

/// Looks whether the master list fits together, and fits the city.
struct InjectLint {
  let sheet: Sheet<InjectColumn, Inject>
  let settings: DrillSettings
  let city: CityTables
  let log: FindingLog

  func run() {
    let index = sheet.reportRepeats(of: .id, log: log) { $0.id }
    for row in sheet.rows {
      reportCity(row.value, line: row.line)
      reportCondition(row.value, line: row.line, index)
    }
    reportCycles(index)
  }

  private func reportCity(_ inject: Inject, line: Int) {
    let report = inject.message.report
    if city.places[report.place] == nil {
      log.add(
        .placeUnknown, at: sheet.cell(.place, line: line), "places.csv 里没有地点“\(shown(report.place.rawValue))”。")
    }
    if let category = report.category, city.category(category) == nil {
      log.add(
        .categoryUnknown, at: sheet.cell(.category, line: line),
        "catalogue.csv 里没有小类“\(shown(category.rawValue))”。")
    }
    for seat in inject.audience where !settings.seats.contains(seat) {
      log.add(
        .seatUnknown, at: sheet.cell(.for, line: line), "drill.yaml 的 seats 里没有席位“\(shown(seat.rawValue))”。")
    }
  }

  private func reportCondition(_ inject: Inject, line: Int, _ index: [String: Int]) {
    guard let condition = inject.trigger.condition, index[condition.inject] == nil,
      !sheet.mayHold(condition.inject)
    else { return }
    log.add(
      .injectUnknown, at: sheet.cell(.inject, line: line), "injects.csv 里没有来件“\(shown(condition.inject))”。")
  }

  private func reportCycles(_ index: [String: Int]) {
    let next = sheet.rows.map { $0.value.trigger.condition.flatMap { index[$0.inject] } }
    for cycle in Cycles.find(next) {
      guard let first = cycle.first else { continue }
      let way = (cycle + [first]).map { shown(sheet.rows[$0].value.id) }.joined(separator: " → ")
      log.add(.conditionCycle, at: sheet.cell(.inject, line: sheet.rows[first].line), "条件互相等待，成了环：\(way)。")
    }
  }
}

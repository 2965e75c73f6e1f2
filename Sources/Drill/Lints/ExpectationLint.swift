import City
import Model

/// Looks whether what is expected fits the master list, the weights and the city.
struct ExpectationLint {
  let sheet: Sheet<ExpectationColumn, Expectation>
  let injects: Sheet<InjectColumn, Inject>
  let settings: DrillSettings
  let city: CityTables
  let log: FindingLog

  func run() {
    sheet.reportRepeats(of: .id, log: log) { $0.id }
    for row in sheet.rows {
      let expectation = row.value
      reportInject(expectation.inject, at: .inject, line: row.line)
      if let other = expectation.with { reportInject(other, at: .with, line: row.line) }
      reportDoer(expectation, line: row.line)
      reportUnits(expectation, line: row.line)
      reportShape(expectation, line: row.line)
    }
    reportWeights()
  }

  private func reportInject(_ id: String, at column: ExpectationColumn, line: Int) {
    guard !injects.rows.contains(where: { $0.value.id == id }), !injects.mayHold(id) else { return }
    log.add(.injectUnknown, at: sheet.cell(column, line: line), "injects.csv 里没有来件“\(shown(id))”。")
  }

  private func reportDoer(_ expectation: Expectation, line: Int) {
    guard case .seats(let seats) = expectation.doer else { return }
    for seat in seats where !settings.seats.contains(seat) {
      log.add(
        .seatUnknown, at: sheet.cell(.by, line: line),
        "“by”写 city、town 或 drill.yaml 的 seats 里的席位；没有“\(shown(seat.rawValue))”。")
    }
  }

  private func reportUnits(_ expectation: Expectation, line: Int) {
    for unit in expectation.units where city.units[unit] == nil {
      log.add(.unitUnknown, at: sheet.cell(.unit, line: line), "units.csv 里没有单位“\(shown(unit.rawValue))”。")
    }
  }

  /// Reports cells that the sort of expectation does not have, or must have.
  private func reportShape(_ expectation: Expectation, line: Int) {
    if !expectation.units.isEmpty, expectation.act != .dispatched, expectation.act != .redispatched {
      log.add(.cellSuperfluous, at: sheet.cell(.unit, line: line), "只有 dispatched、redispatched 填“unit”。")
    }
    if expectation.act == .merged, expectation.with == nil {
      log.add(.cellEmpty, at: sheet.cell(.with, line: line), "merged 要在“with”写并到哪个来件。")
    }
    if expectation.act != .merged, expectation.with != nil {
      log.add(.cellSuperfluous, at: sheet.cell(.with, line: line), "只有 merged 填“with”。")
    }
    let objective = expectation.objective
    if !objective.hasExpectations || settings.weights[objective, default: 0] == 0 {
      log.add(
        .objectiveUnweighted, at: sheet.cell(.objective, line: line),
        objective.hasExpectations
          ? "drill.yaml 里“\(objective.rawValue)”没有权重。"
          : "“\(objective.rawValue)”由全部期望和时限得出，不单列期望。")
    }
  }

  private func reportWeights() {
    guard sheet.isWhole, sheet.unread.isEmpty else { return }
    for (objective, cell) in settings.weightCells where settings.weights[objective, default: 0] > 0 {
      let isEmpty =
        switch objective {
        case .limits: injects.rows.isEmpty
        case .critical: !sheet.rows.contains { $0.value.isCritical }
        default: !sheet.rows.contains { $0.value.objective == objective }
        }
      if isEmpty { log.add(.objectiveEmpty, at: cell, "“\(objective.rawValue)”有权重，却没有一项期望。") }
    }
  }
}

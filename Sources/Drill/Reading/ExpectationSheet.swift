import City
import Model

/// The columns of `expectations.csv`.
enum ExpectationColumn: Int, SheetColumn {
  case id, objective, inject, act, by, unit, with, minutes, points, critical, text

  static let file = "expectations.csv"
  static let optional = ordinals(.by, .unit, .with, .critical)
}

extension SheetRow<ExpectationColumn> {
  /// The expectation of this row.
  var expectation: Expectation? {
    let id = code(.id)
    let objective = word(.objective, Objective.self)
    let inject = code(.inject)
    let act = word(.act, DrillAct.self)
    let points = whole(.points, in: 1...100)
    let text = required(.text)
    let minutes = self.text(.minutes).isEmpty ? nil : whole(.minutes, in: 1...1_440)
    guard let id, let objective, let inject, let act, let points, let text else { return nil }
    return Expectation(
      id: id, objective: objective, inject: inject, act: act, doer: doer, units: list(.unit).map { UnitCode($0) },
      with: optionalCode(.with), minutes: minutes, points: points, isCritical: flag(.critical), text: text)
  }

  private var doer: Expectation.Doer {
    let names = list(.by)
    if let tier = names.first.flatMap({ Tier(rawValue: $0) }), names.count == 1 { return .tier(tier) }
    return names.isEmpty ? .anybody : .seats(names.map { SeatCode($0) })
  }
}

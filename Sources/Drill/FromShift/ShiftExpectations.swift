import Model

/// What is expected of the injects that a shift gave: what was done then, within the limits of that day.
struct ShiftExpectations {
  let chosen: [ShiftDraft.Chosen]
  let trails: OrderTrails
  let city: CityTables

  /// The expectations, inject by inject.
  var all: [Expectation] {
    let ids = Dictionary(chosen.map { ($0.arrival.number, $0.id) }, uniquingKeysWith: { first, _ in first })
    var all: [Expectation] = []
    for item in chosen {
      let steps = trails.steps(of: item.arrival.number)
      let isCritical = item.incoming.report.urgency == .critical
      let points = isCritical ? 4 : 2
      let file = fileMinutes(steps, item)
      let title = item.incoming.report.title
      func expect(
        _ objective: Objective, _ act: DrillAct, minutes: Int?, units: [UnitCode] = [], with: String? = nil,
        critical: Bool = false, points: Int, _ text: String
      ) {
        let number = all.count + 1
        all.append(
          Expectation(
            id: "E" + (number < 10 ? "0" : "") + "\(number)", objective: objective, inject: item.id, act: act,
            doer: .anybody, units: units, with: with, minutes: minutes, points: points, isCritical: critical,
            text: title + "：" + text))
      }
      expect(.discovered, .touched, minutes: file, points: points, "有人处理")
      if steps.contains(where: { $0.act == .claimed }) { expect(.claimed, .claimed, minutes: file, points: 1, "认领") }
      let sent = steps.filter { $0.act == .dispatched || $0.act == .redispatched }
      if let first = sent.first,
        let unit = sent.last.flatMap({ ShiftExpectations.unit($0) }).flatMap({ city.units[$0] })
      {
        expect(
          .dispatched, .dispatched, minutes: max(file ?? 1, minutes(to: first, item)), units: [unit.code],
          critical: isCritical, points: points, "派到\(unit.name)")
      }
      if steps.contains(where: { $0.act == .escalated }) {
        expect(.escalated, .escalated, minutes: nil, points: 1, "上报到市")
      }
      if let other = steps.compactMap({ joined($0) }).last.flatMap({ ids[$0] }), other != item.id {
        expect(.merged, .merged, minutes: nil, with: other, points: 1, "与 \(other) 是一件事，并单")
      }
    }
    return all
  }

  /// Minutes from the arrival until filing was due.
  private func fileMinutes(_ steps: [TrailStep], _ item: ShiftDraft.Chosen) -> Int? {
    for case .received(let received) in steps.map(\.event) {
      return received.stageDue.map { rounded($0.since(item.arrival.at)) }
    }
    return nil
  }

  private func minutes(to step: TrailStep, _ item: ShiftDraft.Chosen) -> Int {
    rounded(step.at.since(item.arrival.at))
  }

  private func rounded(_ milliseconds: Int64) -> Int { Int(min(1_440, max(1, (milliseconds + 59_999) / 60_000))) }

  /// The unit that an act sends an order to.
  static func unit(_ step: TrailStep) -> UnitCode? {
    switch step.event {
    case .dispatched(let dispatched), .redispatched(let dispatched): dispatched.unit
    default: nil
    }
  }

  private func joined(_ step: TrailStep) -> OrderNumber? {
    if case .joined(let joined) = step.event { OrderNumber(joined.into) } else { nil }
  }
}

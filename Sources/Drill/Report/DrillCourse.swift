import Model

/// How a drill went, minute by minute and inject by inject, for the plots of its report.
struct DrillCourse {
  /// One minute.
  struct Minute: Equatable {
    /// Orders that arrived in it.
    var arrivals = 0
    /// Orders that are open at its end.
    var open = 0
  }

  /// How soon an inject was taken up.
  struct Reaction: Equatable {
    let inject: String
    let title: String
    let arrivedAt: Instant
    /// Seconds to the claim; nothing where there was none.
    let claimed: Int?
    /// Seconds to the dispatch; nothing where there was none.
    let dispatched: Int?
  }

  /// The minutes from the beginning to the end.
  let minutes: [Minute]
  /// The injects that arrived, in the order of their rows.
  let reactions: [Reaction]

  init(_ plan: DrillPlan, _ trails: OrderTrails) {
    let count = max(1, Int(plan.end.since(plan.start) / 60_000))
    var minutes = Array(repeating: Minute(), count: count)
    func minute(_ instant: Instant) -> Int { min(count - 1, max(0, Int(instant.since(plan.start) / 60_000))) }
    for (number, order) in trails.orders {
      guard let first = trails.steps(of: number).first else { continue }
      let arrived = minute(first.at)
      minutes[arrived].arrivals += 1
      let done = order.stage.isDone ? trails.steps(of: number).last { DrillCourse.ends($0) }?.at : nil
      for index in arrived..<(done.map { minute($0) } ?? count) { minutes[index].open += 1 }
    }
    self.minutes = minutes
    reactions = plan.injects.compactMap { inject in
      guard let arrival = trails.arrival(of: inject.reference) else { return nil }
      func seconds(_ act: DrillAct) -> Int? {
        trails.first(act, of: inject.reference).map { Int($0.at.since(arrival.at) / 1_000) }
      }
      return Reaction(
        inject: inject.id, title: inject.message.report.title, arrivedAt: arrival.at, claimed: seconds(.claimed),
        dispatched: seconds(.dispatched))
    }
  }

  private static func ends(_ step: TrailStep) -> Bool {
    switch step.event {
    case .closed, .settled, .declined, .joined: true
    default: false
    }
  }
}

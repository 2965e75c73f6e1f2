public import Journal
public import Model

/// What one run of a drill came to, as a whole and seat by seat; it follows from the journal alone.
public struct DrillRunResult: Sendable, Equatable {
  /// What a seat did.
  public struct Seat: Sendable, Equatable {
    /// How many acts it did on orders.
    public var acts = 0
    /// Expectations that it met.
    public var met = 0
    /// Expectations that it met too late.
    public var late = 0
    /// Expectations that it met otherwise than it should have.
    public var wrong = 0
    /// Expectations that it, and none but seats that are named, should have met, and nobody did.
    public var missed = 0
    /// From an order's arrival until it sent it out, in milliseconds, the shortest first.
    public var dispatchTimes: [Int64] = []

    /// The middle of the times until it sent orders out, in milliseconds; of two the longer one.
    public var medianDispatchTime: Int64? {
      dispatchTimes.isEmpty ? nil : dispatchTimes[dispatchTimes.count / 2]
    }
  }

  /// What the run is called.
  public let name: String
  /// The score.
  public let score: DrillScore
  /// The seats that did something, or should have.
  public let seats: [SeatCode: Seat]

  /// Looks at a run.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - plan: the drill.
  ///   - store: the run's journal.
  public init(_ name: String, of plan: DrillPlan, in store: any JournalStore) throws(JournalError) {
    var trails = OrderTrails()
    try trails.catchUp(store)
    self.name = name
    score = DrillScoring(plan: plan, trails: trails).score
    var seats: [SeatCode: Seat] = [:]
    var doers: [Int64: SeatCode] = [:]
    for number in trails.orders.keys.sorted() {
      let steps = trails.steps(of: number)
      for step in steps where !step.seat.rawValue.isEmpty && step.at <= plan.end {
        doers[step.sequence] = step.seat
        seats[step.seat, default: Seat()].acts += 1
        if step.act == .dispatched, let arrival = steps.first {
          seats[step.seat, default: Seat()].dispatchTimes.append(step.at.since(arrival.at))
        }
      }
    }
    for mark in score.marks {
      // The last of a mark's events is what was done.
      let doer = mark.doneAt == nil ? nil : mark.sequences.last.flatMap { doers[$0] }
      switch mark.state {
      case .met: if let doer { seats[doer, default: Seat()].met += 1 }
      case .late: if let doer { seats[doer, default: Seat()].late += 1 }
      case .wrong: if let doer { seats[doer, default: Seat()].wrong += 1 }
      case .missed:
        guard case .seats(let named) = mark.expectation.doer else { continue }
        for seat in named { seats[seat, default: Seat()].missed += 1 }
      case .notArrived: break
      }
    }
    self.seats = seats.mapValues { seat in
      var seat = seat
      seat.dispatchTimes.sort()
      return seat
    }
  }
}

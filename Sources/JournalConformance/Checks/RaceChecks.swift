import Dispatch
import Journal
import Model
import Synchronization

enum RaceChecks {
  /// Four seats on four threads claim the same orders: each order goes to one of them, and the others are told to whom.
  static func race(_ factory: some JournalFactory) throws {
    var history = try History(factory, seed: 71)
    var orders: [WorkOrder] = []
    for _ in 0..<25 { orders.append(try AppendChecks.firstOrder(&history)) }
    let seats = SampleCity.seats.filter { $0.tier == .city } + [SampleCity.seats[0]]
    var claims: [[AppendRequest]] = []
    for (index, seat) in seats.enumerated() {
      let officer = OfficerCode("O\(index)")
      claims.append(
        try orders.map { try required(try history.act(.claim, on: $0, by: seat, officer: officer), "claim") })
    }
    let outcomes = Mutex<[OrderNumber: [(OfficerCode, AppendOutcome)]]>([:])
    let failure = Mutex<JournalError?>(nil)
    let (store, now, requests) = (history.store, history.now, claims)
    DispatchQueue.concurrentPerform(iterations: requests.count) { seat in
      for request in requests[seat] {
        do throws(JournalError) {
          let outcome = try store.append([request], recordedAt: now)
          let write = request.writes[0]
          guard case .stream(let stream, _) = write.target, let number = stream.orderNumber else { continue }
          outcomes.withLock { $0[number, default: []] += outcome.map { (write.events[0].officer, $0) } }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    try expect(failure.withLock { $0 }, equals: nil, "errors while seats race")
    try check(outcomes.withLock { $0 }, orders: orders.count, seats: seats.count)
    try expect(try store.head().sequence, equals: Int64(1 + orders.count * 2), "head after the race")
    try expect(try JournalVerifier.verify(store).findings, equals: [], "findings after the race")
  }

  private static func check(
    _ outcomes: [OrderNumber: [(OfficerCode, AppendOutcome)]], orders: Int, seats: Int
  ) throws {
    try expect(outcomes.count, equals: orders, "orders that were raced for")
    for (number, told) in outcomes {
      let winners = told.compactMap { officer, outcome in
        if case .appended = outcome { officer } else { nil }
      }
      try expect(winners.count, equals: 1, "winners of \(number.text)")
      let named = told.compactMap { _, outcome in
        if case .conflict(let conflict) = outcome { conflict.last?.officer } else { nil }
      }
      let wanted = [OfficerCode](repeating: try required(winners.first, "winner"), count: seats - 1)
      try expect(named, equals: wanted, "whom the losers of \(number.text) were told")
    }
  }
}

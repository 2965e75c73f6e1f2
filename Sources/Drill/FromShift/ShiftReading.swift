import Journal
import Model

/// What came in during a shift, and what was done about it.
struct ShiftReading {
  /// A report that came in.
  struct Arrival {
    /// The report with who reported.
    let incoming: IncomingReport
    /// When it came in, UTC.
    let at: Instant
    /// The order that it made or was added to.
    let number: OrderNumber
  }

  /// What came in, in sequence; what is confidential is not among it.
  private(set) var arrivals: [Arrival] = []
  /// How many reports were left out because they are confidential.
  private(set) var confidential = 0
  /// The seats that acted, in the order of their first act.
  private(set) var seats: [SeatCode] = []
  /// What happened to each order, before the end of the shift.
  let trails: OrderTrails

  /// Reads a shift.
  ///
  /// - Parameters:
  ///   - store: the journal.
  ///   - from: when it began, UTC.
  ///   - to: when it ended, UTC; this moment is not part of it.
  init(_ store: any JournalStore, from: Instant, to: Instant) throws(JournalError) {
    var trails = OrderTrails()
    var secret: Set<OrderNumber> = []
    var found: [Arrival] = []
    var seats: [SeatCode] = []
    try store.eachEvent(recordedFrom: from) { (stored) throws(JournalError) in
      guard stored.header.recordedAt < to else { return false }
      if let number = stored.header.stream.orderNumber {
        if stored.header.confidential { secret.insert(number) }
        if let report = try ShiftReading.report(stored) {
          let reporter = try store.personal(stored.header.sequence)?.data
          found.append(
            Arrival(
              incoming: IncomingReport(report: report, reporter: reporter), at: stored.header.recordedAt,
              number: number))
        }
        let seat = stored.header.seat
        if !seat.rawValue.isEmpty, !seats.contains(seat) { seats.append(seat) }
      }
      try trails.take(stored)
      return true
    }
    self.trails = trails
    self.seats = seats
    arrivals = found.filter { !$0.incoming.report.confidential && !secret.contains($0.number) }
    confidential = found.count - arrivals.count
  }

  /// The report that an event brought in; nothing for any other event, and for an order that is a part of another.
  private static func report(_ stored: StoredEvent) throws(JournalError) -> Report? {
    switch try stored.decodedOrderEvent().event {
    case .received(let received): received.parent == nil ? received.report : nil
    case .attached(let attached): attached.report
    default: nil
    }
  }
}

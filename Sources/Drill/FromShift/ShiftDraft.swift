public import Journal
public import Model
import SafeText

/// A drill that is made of a real shift: what came in, under other names, and what should be done about it.
///
/// What was pressing, merged or sent up becomes the master list; all else is the background. What is expected follows
/// from what was done then and from the limits of that day. Confidential reports, attachments, identity numbers and the
/// sources' own numbers are left out.
public struct ShiftDraft {
  /// Why there is no drill in a shift.
  public struct Problem: Error, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let description: String
  }

  /// A line of the master list, with the order that it was.
  struct Chosen {
    let id: String
    let arrival: ShiftReading.Arrival
    var incoming: IncomingReport
  }

  /// The most injects: more than that no conductor follows.
  static let mostInjects = 60
  /// How many ordinary reports are injects where nothing was pressing.
  static let ordinaryInjects = 5

  /// When it begins, UTC.
  public let start: Instant
  /// How long it lasts.
  public let minutes: Int
  /// What draws the other names.
  public let seed: Int
  /// How many reports were left out because they are confidential.
  public let confidential: Int
  /// The tables of the day.
  let city: CityTables
  let seats: [SeatCode]
  let chosen: [Chosen]
  let expectations: [Expectation]
  let background: [IncomingReport]
  let trails: OrderTrails

  /// How many injects there are.
  public var injectCount: Int { chosen.count }
  /// How many reports are in the background.
  public var backgroundCount: Int { background.count }
  /// How many expectations there are.
  public var expectationCount: Int { expectations.count }

  /// Makes a drill of a shift.
  ///
  /// - Parameters:
  ///   - store: the journal.
  ///   - city: the tables of the day.
  ///   - from: when the shift began, UTC.
  ///   - to: when it ended, UTC; 24 hours later at the most.
  ///   - seed: what draws the other names; the same shift and seed make the same drill.
  /// - Throws: `Problem` when nothing can be made of it, `JournalError` when the journal can't be read.
  public init(_ store: any JournalStore, city: CityTables, from: Instant, to: Instant, seed: Int) throws {
    start = Instant(seconds: from.seconds)
    minutes = Int((to.since(start) + 59_999) / 60_000)
    guard (1...1_440).contains(minutes) else { throw Problem(description: "一场演练要在 1 分钟到 24 小时之间，请改 --from、--to") }
    let shift = try ShiftReading(store, from: start, to: to)
    self.seed = seed
    self.city = city
    confidential = shift.confidential
    trails = shift.trails
    let acting = shift.seats.filter { city.seat($0) != nil }
    seats = acting.isEmpty ? city.seats.filter { $0.role == .dispatcher || $0.role == .chief }.map(\.code) : acting
    var cleaner = ShiftCleaner(seed: seed, arrivals: shift.arrivals, city: city)
    let isInject = ShiftDraft.injects(shift)
    var chosen: [Chosen] = []
    var background: [IncomingReport] = []
    for (index, arrival) in shift.arrivals.enumerated() {
      guard city.places[arrival.incoming.report.place] != nil else { continue }
      if isInject.contains(index) {
        let id = "S" + (chosen.count < 9 ? "0" : "") + "\(chosen.count + 1)"
        chosen.append(Chosen(id: id, arrival: arrival, incoming: cleaner.clean(arrival, as: id)))
      } else {
        background.append(cleaner.clean(arrival, as: "SB-\(background.count + 1)"))
      }
    }
    guard !chosen.isEmpty else {
      throw Problem(description: "这一段里没有能编进演练的来件（密件不收），请换一段时间")
    }
    self.chosen = chosen
    self.background = background
    expectations = ShiftExpectations(chosen: chosen, trails: shift.trails, city: city).all
  }

  /// Which arrivals become the master list.
  private static func injects(_ shift: ShiftReading) -> Set<Int> {
    let able = shift.arrivals.indices.filter { shift.arrivals[$0].incoming.report.origin?.closedAt == nil }
    let pressing = able.filter { index in
      let arrival = shift.arrivals[index]
      return arrival.incoming.report.urgency > .normal
        || shift.trails.steps(of: arrival.number).contains { isTelling($0) }
    }
    // Where there are too many the most urgent ones stay, of those the first.
    let ranked = pressing.sorted { left, right in
      let urgency = (shift.arrivals[left].incoming.report.urgency, shift.arrivals[right].incoming.report.urgency)
      return urgency.0 == urgency.1 ? left < right : urgency.0 > urgency.1
    }
    return Set(ranked.isEmpty ? Array(able.prefix(ordinaryInjects)) : Array(ranked.prefix(mostInjects)))
  }

  /// Whether an act shows that its order is worth drilling.
  private static func isTelling(_ step: TrailStep) -> Bool {
    switch step.act {
    case .merged, .escalated, .instructed, .branched: true
    case .supervised: !step.seat.rawValue.isEmpty
    default: false
    }
  }
}

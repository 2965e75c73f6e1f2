import Journal
import Model

/// The limits past which what is running counts as late in a rate.
enum RateDue: Int, CaseIterable {
  case contact
  case handle
  case overall

  /// The rate in which it counts.
  var rate: Rate {
    switch self {
    case .contact: .response
    case .handle: .onTime
    case .overall: .onSchedule
    }
  }

  /// The limit that counts in a rate; nothing where nothing turns late.
  init?(_ rate: Rate) {
    guard let due = RateDue.all.first(where: { $0.rate == rate }) else { return nil }
    self = due
  }

  /// The column of `rate` with the moment at which an order turns late.
  var column: String {
    switch self {
    case .contact: "contact_due"
    case .handle: "handle_due"
    case .overall: "overall_due"
    }
  }

  /// Made once: the type makes them anew each time.
  static let all = allCases
}

/// What orders add to the rates together, and in which hours those that are running turn late.
struct RateSum: Equatable {
  /// How they stand by their events alone.
  private(set) var tally = RateTally()
  /// How many of those that are running turn late in which hour, by `code`.
  private(set) var dues: [Int: Int] = [:]

  /// Whether nothing is counted.
  var isEmpty: Bool { dues.isEmpty && tally.isEmpty }

  /// Adds an order's contribution, or takes it out when `sign` is -1.
  mutating func add(_ contribution: RateContribution, sign: Int = 1) {
    tally.add(contribution, sign: sign)
    for due in RateDue.all {
      guard let moment = contribution.due(due.rate), contribution.standing(due.rate) == .running else { continue }
      add(RateSum.code(due, hour: moment.hour), count: sign)
    }
  }

  /// Adds all of another sum.
  mutating func add(_ other: RateSum) {
    tally.add(other.tally)
    for (code, count) in other.dues { add(code, count: count) }
  }

  /// Adds what was written.
  mutating func add(_ bytes: [UInt8]) throws(JournalError) {
    var reader = RateReader(bytes)
    try reader.addCounts(to: &tally)
    try reader.dues { due, hour, count in add(RateSum.code(due, hour: hour), count: count) }
    try reader.addUnits(to: &tally)
  }

  /// The number that stands for a limit in an hour.
  private static func code(_ due: RateDue, hour: Int64) -> Int { Int(hour) << 2 | due.rawValue }

  private mutating func add(_ code: Int, count: Int) {
    let new = (dues[code] ?? 0) + count
    dues[code] = new == 0 ? nil : new
  }
}

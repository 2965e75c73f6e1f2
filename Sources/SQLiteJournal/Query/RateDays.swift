import Journal
import Model

/// The days on which there may be orders of a rate's list, one after the other, so that no other day is looked at.
///
/// A month without any is passed over by its sums. What turns late within the hour counts in both ways: whether it is late by
/// now is for whoever looks at the day.
struct RateDays {
  private let session: Session
  private let list: RateList
  private let query: RateQuery
  private let span: RateSpan
  /// What is still to be looked at, the latest first.
  private var parts: [RateSpan.Part]
  /// The sums of single days that are being read.
  private var days: SQLStatement?
  /// Whether the lines of a day say more than its sums, so that these are not read.
  private let areLined: Bool
  /// Days whose lines are still to be looked at, the latest first.
  private var lined: [Int] = []
  /// The day that was begun, with its counts so far.
  private var day = 0
  private var counts = StandingCounts()

  /// Begins to read; `end` is called when no more days are wanted.
  ///
  /// - Parameters:
  ///   - list: which orders.
  ///   - query: over which span.
  ///   - areLined: whether days that have lines are found by their month alone.
  ///   - session: where the sums are.
  init(_ list: RateList, _ query: RateQuery, areLined: Bool, in session: Session) throws(JournalError) {
    self.session = session
    self.list = list
    self.query = query
    self.areLined = areLined
    span = RateSpan(from: query.from, to: query.to, settled: try RateSettling(session: session).day())
    parts = span.parts.reversed()
  }

  /// The next day; nothing after the last one.
  mutating func next() throws(JournalError) -> Int? {
    while true {
      if let day = lined.popLast() { return day }
      if let days, let found = try next(in: days) { return found }
      guard let part = parts.popLast() else { return nil }
      switch part {
      case .days: days = try RateSums(session: session, query: query).rows(part)
      case .months(let months):
        guard let month = try first(of: months) else { continue }
        if month < months.upperBound { parts.append(.months(month + 1...months.upperBound)) }
        guard try mayHold(.months(month...month)) else { continue }
        if areLined {
          lined = try RateLineTable(session: session).days(span.days(ofMonth: month)).reversed()
        } else {
          parts.append(.days(span.days(ofMonth: month)))
        }
      }
    }
  }

  /// Lets go of what is read.
  mutating func end() {
    days?.reset()
    days = nil
  }

  private mutating func next(in days: SQLStatement) throws(JournalError) -> Int? {
    while try days.step() {
      let next = Int(days.integer(0))
      let ended = next == day ? nil : takeDay()
      day = next
      try counts.add(days.blob(3), list.rate, at: query.now)
      if let ended { return ended }
    }
    // Another step would begin anew.
    end()
    return takeDay()
  }

  /// The day whose counts are complete, where the list may hold one of its orders.
  private mutating func takeDay() -> Int? {
    defer { (day, counts) = (0, StandingCounts()) }
    return day != 0 && counts.mayHold(list) ? day : nil
  }

  private func first(of months: ClosedRange<Int>) throws(JournalError) -> Int? {
    let statement = try session.literal("SELECT min(month) FROM rate_month WHERE month >= ? AND month <= ?")
    defer { statement.reset() }
    statement.bind(Int64(months.lowerBound), 1)
    statement.bind(Int64(months.upperBound), 2)
    return try statement.step() ? statement.optionalInteger(0).map { Int($0) } : nil
  }

  private func mayHold(_ month: RateSpan.Part) throws(JournalError) -> Bool {
    var counts = StandingCounts()
    try RateSums(session: session, query: query).read(month) { (sum) throws(JournalError) in
      try counts.add(sum.bytes, list.rate, at: query.now)
    }
    return counts.mayHold(list)
  }
}

/// How many orders stand how in one rate at a moment, by `RateStanding.rawValue`.
private struct StandingCounts {
  private var counts = [Int](repeating: 0, count: 16)

  mutating func add(_ bytes: [UInt8], _ rate: Rate, at now: Instant) throws(JournalError) {
    var reader = RateReader(bytes)
    try reader.addCounts(of: rate, to: &counts)
    guard RateDue(rate) != nil else { return }
    let hour = now.hour
    try reader.dues { due, at, count in
      guard due.rate == rate, at <= hour else { return }
      counts[RateStanding.denominator.rawValue] += count
      if at < hour { counts[RateStanding.running.rawValue] -= count }
    }
  }

  func mayHold(_ list: RateList) -> Bool { list.standings.contains { counts[$0.rawValue] != 0 } }
}

import Journal
import Model

/// The days on which there may be orders of a rate's list, one after the other, so that no other day is looked at.
///
/// Cells count what stands by the events alone. What is running counts otherwise once it is late: that is looked up among
/// the orders that are running, and only for the rates in which that can be.
struct RateDays {
  private let session: Session
  private let list: RateList
  private let query: RateQuery
  private let cells: SQLStatement
  /// The day that was begun, with the counts of its cells so far.
  private var day = 0
  private var counts = [Int](repeating: 0, count: 16)
  /// Whether the last cell was read; another step would begin anew.
  private var isRead = false

  /// Begins to read; `end` is called when no more days are wanted.
  ///
  /// - Parameters:
  ///   - list: which orders.
  ///   - query: over which span.
  ///   - cells: gives day and tally of the span's cells, by day.
  ///   - session: where running orders are looked up.
  init(_ list: RateList, _ query: RateQuery, cells: SQLStatement, in session: Session) {
    self.session = session
    self.list = list
    self.query = query
    self.cells = cells
  }

  /// The next day; nothing after the last one.
  mutating func next() throws(JournalError) -> Int? {
    while !isRead {
      guard try cells.step() else {
        isRead = true
        break
      }
      let cell = Int(cells.integer(0))
      let isOver = cell != day && day != 0
      let found = isOver ? try mayHold(day) : false
      let ended = day
      if cell != day {
        day = cell
        counts = [Int](repeating: 0, count: 16)
      }
      try RateBytes.addCounts(of: list.rate, in: cells.blob(1), to: &counts)
      if found { return ended }
    }
    let last = day
    day = 0
    guard last != 0 else { return nil }
    return try mayHold(last) ? last : nil
  }

  /// Lets go of what is read.
  func end() {
    cells.reset()
  }

  /// Whether the list may hold an order of the day whose counts are complete.
  private func mayHold(_ day: Int) throws(JournalError) -> Bool {
    let running = counts[RateStanding.running.rawValue]
    let wanted = list.standings
    if wanted.contains(where: { $0 != .running && counts[$0.rawValue] != 0 }) { return true }
    guard running != 0 else { return false }
    guard let due = RateDue.column(list.rate) else { return wanted.contains(.running) }
    switch (wanted.contains(.running), wanted.contains(.denominator)) {
    case (true, true): return true
    case (true, false): return try late(due, on: day, atMost: running) < running
    case (false, true): return try late(due, on: day, atMost: 1) > 0
    case (false, false): return false
    }
  }

  /// How many orders of a day are running and late, counted up to a bound; the index holds what is running only.
  private func late(_ due: String, on day: Int, atMost bound: Int) throws(JournalError) -> Int {
    let statement = try session.statement(
      """
      SELECT count(*) FROM (SELECT 1 FROM rate INDEXED BY rate_running
      WHERE key > ?1 AND key < ?2 AND next_due < ?3 AND \(due) < ?3
      AND (standings >> \(list.rate.shift) & 15) = \(RateStanding.running.rawValue)\(RateScan.towns(query)) LIMIT ?6)
      """)
    defer { statement.reset() }
    var one = query
    (one.from, one.to) = (day, day)
    RateScan.bindSpan(one, to: statement)
    statement.bind(query.now.milliseconds, 3)
    RateScan.bindTown(query, to: statement)
    statement.bind(Int64(bound), 6)
    return try statement.step() ? Int(statement.integer(0)) : 0
  }
}

/// The column with the moment after which what is running is late in a rate.
enum RateDue {
  /// The column's name; nothing where nothing turns late.
  static func column(_ rate: Rate) -> String? {
    switch rate {
    case .response: "contact_due"
    case .onTime: "handle_due"
    case .onSchedule: "overall_due"
    case .solved, .satisfied, .rework, .filing, .dispatchAccuracy, .gridFirst, .returned, .ladder: nil
    }
  }
}

import Journal
import Model

/// Adds the rates' sums of days that are over to the sums of their months, and makes their lines.
///
/// A day settles late, because an order's day is written often while it lasts, and a month's sum is large. So a month may hold
/// some of its days only: those up to the day that has settled last.
struct RateSettling {
  let session: Session

  /// The last day whose sums are in its month's, `YYYYMMDD`; zero where none is.
  ///
  /// Months and lines beyond it don't count.
  func day() throws(JournalError) -> Int {
    let statement = try session.literal("SELECT day FROM rate_settled WHERE one = 1")
    return try statement.count()
  }

  /// The last day that has any order, which is not over; zero where there is none.
  func newest() throws(JournalError) -> Int {
    try session.literal("SELECT ifnull(max(day), 0) FROM rate_cell").count()
  }

  /// Whether a day before another one has not settled, or its orders were changed since.
  func isDue(before end: Int) throws(JournalError) -> Bool {
    if try dropped() != nil { return true }
    let statement = try session.literal(
      "SELECT count(*) FROM (SELECT 1 FROM rate_cell WHERE day > ? AND day < ? LIMIT 1)")
    statement.bind(Int64(try day()), 1)
    statement.bind(Int64(end), 2)
    return try statement.count() > 0
  }

  /// Settles days, the earliest first.
  ///
  /// - Parameters:
  ///   - end: the day before which they lie, `YYYYMMDD`.
  ///   - budget: how long it goes on reading days; nothing for all of them.
  func run(before end: Int, within budget: Duration?) throws(JournalError) {
    let began = ContinuousClock.now
    func isOver() -> Bool { budget.map { ContinuousClock.now - began >= $0 } ?? false }
    let settled = try day()
    let days = try session.literal(
      "SELECT day, town, source, tally FROM rate_cell WHERE day > ? AND day < ? ORDER BY day")
    defer { days.reset() }
    days.bind(Int64(settled), 1)
    days.bind(Int64(end), 2)
    let lines = RateLineTable(session: session)
    var sums: [RateCell: RateSum] = [:]
    var last = settled
    while try days.step() {
      let day = Int(days.integer(0))
      if day != last {
        if last != settled, isOver() { break }
        if day / 100 != last / 100, budget == nil {
          try add(sums, after: settled)
          sums.removeAll(keepingCapacity: true)
        }
        last = day
        try lines.make(day)
      }
      let cell = RateCell(
        day: day, town: days.town(1), source: try days.coded(2, in: Source.byColumn))
      try sums[cell.wholeMonth, default: RateSum()].add(days.blob(3))
    }
    if last != settled {
      try add(sums, after: settled)
      try note(last)
    }
    while !isOver(), let day = try dropped() { try lines.make(day) }
  }

  /// Changes what was made of days that have settled; a day whose sums stay the same is named with an empty change.
  func change(_ changes: [RateCell: RateSum]) throws(JournalError) {
    let lines = RateLineTable(session: session)
    for day in Set(changes.keys.map(\.day)) { try lines.drop(day) }
    try add(changes)
  }

  private func add(_ changes: [RateCell: RateSum]) throws(JournalError) {
    var sums: [RateCell: RateSum] = [:]
    for (cell, change) in changes { sums[cell.wholeMonth, default: RateSum()].add(change) }
    let months = RateSumTable(session: session, span: .month)
    for (cell, change) in sums where !change.isEmpty { try months.add(change, to: cell) }
  }

  /// Gives up what months hold from a day's on; they are made anew by `run`.
  func giveUp(from day: Int) throws(JournalError) {
    try note(day / 100 * 100)
  }

  /// Adds sums of days; a month of which nothing had settled may still hold what was given up.
  private func add(_ sums: [RateCell: RateSum], after settled: Int) throws(JournalError) {
    for month in Set(sums.keys.map(\.month)) where settled <= month * 100 {
      let removal = try session.literal("DELETE FROM rate_month WHERE month = ?")
      removal.bind(Int64(month), 1)
      try removal.run()
    }
    try add(sums)
  }

  /// A day that has settled and has no lines since one of its orders was changed.
  private func dropped() throws(JournalError) -> Int? {
    guard let day = try RateLineTable(session: session).dropped(), try day <= self.day() else { return nil }
    return day
  }

  private func note(_ day: Int) throws(JournalError) {
    let statement = try session.literal("REPLACE INTO rate_settled VALUES (1, ?)")
    statement.bind(Int64(day), 1)
    try statement.run()
  }
}

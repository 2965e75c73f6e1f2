import Journal
import Model

/// What a transaction adds to the kept counts, gathered so that each count is written once.
struct BatchTotals {
  private var cells: [Board.Cell: Int] = [:]
  private var arrivals: [BoardChange.Arrival: Int] = [:]
  private var recent: [String: [Int64]] = [:]
  private var days: [Int: Int] = [:]
  private var learned = LearnedChange()

  /// Takes in what one step of an order changes.
  mutating func add(_ change: BoardChange) {
    cells.add(change)
    if let arrival = change.arrival { arrivals[arrival, default: 0] += 1 }
  }

  /// Takes in an event of a town.
  mutating func add(event sequence: Int64, town: PlaceCode?) {
    guard let town else { return }
    recent[town.rawValue, default: []].append(sequence)
  }

  /// Takes in that an order teaches something else than before.
  mutating func learn(_ new: Lesson?, insteadOf old: Lesson?) {
    guard new != old else { return }
    if let old { learned.add(-1, old) }
    if let new { learned.add(1, new) }
  }

  /// Writes what was learned once it is much, so that it does not grow with the journal.
  mutating func relieve(_ session: Session) throws(JournalError) {
    guard learned.count > BatchTotals.mostLearned else { return }
    try LearnedTables(session: session).add(learned)
    learned = LearnedChange()
  }

  private static let mostLearned = 200_000

  /// The next number of a day.
  mutating func next(day: Int, in session: Session) throws(JournalError) -> OrderNumber {
    var last = days[day] ?? 0
    if last == 0 {
      let statement = try session.literal("SELECT last FROM day WHERE day = ?")
      defer { statement.reset() }
      statement.bind(Int64(day), 1)
      last = try statement.step() ? Int(statement.integer(0)) : 0
    }
    days[day] = last + 1
    return OrderNumber(day: day, sequence: last + 1)
  }

  /// Takes back the last numbers that were given, so that none is missing.
  mutating func giveBack(_ number: OrderNumber) {
    let last = min(days[number.day] ?? 0, number.sequence - 1)
    days[number.day] = last > 0 ? last : nil
  }

  /// Notes a number that was given elsewhere.
  mutating func note(_ number: OrderNumber) {
    days[number.day] = max(days[number.day] ?? 0, number.sequence)
  }

  /// Writes all of it.
  func write(_ session: Session) throws(JournalError) {
    let cell = try session.literal(
      """
      INSERT INTO counter VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET orders = orders + excluded.orders
      """)
    for (name, count) in cells where count != 0 {
      cell.bind(name.town?.rawValue ?? "", 1)
      cell.bind(name.source.column, 2)
      cell.bind(name.stage.column, 3)
      cell.bind(Int64(count), 4)
      try cell.run()
    }
    let arrival = try session.literal(
      "INSERT INTO arrival VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET orders = orders + excluded.orders")
    for (name, count) in arrivals {
      arrival.bind(name.hour, 1)
      arrival.bind(name.town?.rawValue ?? "", 2)
      arrival.bind(Int64(count), 3)
      try arrival.run()
    }
    let day = try session.literal(
      "INSERT INTO day VALUES (?, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)")
    for (name, last) in days {
      day.bind(Int64(name), 1)
      day.bind(Int64(last), 2)
      try day.run()
    }
    try LearnedTables(session: session).add(learned)
    for (town, sequences) in recent { try RecentTable(session: session).append(sequences, town: town) }
  }
}

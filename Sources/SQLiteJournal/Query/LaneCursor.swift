import Journal
import Model

/// Which way through a list.
enum Direction {
  /// In the list's order, from the anchor on.
  case forward
  /// Against the list's order, from just before the anchor.
  case backward
}

/// One stretch of an index, in which the rows of a list stand in the list's order.
struct Lane: Equatable {
  /// What is walked.
  enum Path: Equatable {
    /// The table itself, which is in the order of numbers.
    case table
    /// An index of the table.
    case index(String)
    /// The search index: the closed orders that have all of these tokens, by number.
    case search([String])
    /// The closed orders that the search index still lacks, by number.
    case waiting
  }

  /// What is walked.
  let path: Path
  /// What holds for the stretch, with `?` for each of `values`.
  let condition: String
  /// What is bound there.
  let values: [LaneValue]

  /// Whether all of it is closed, so that it stands by number, the latest first, behind what is open.
  var isClosed: Bool {
    switch path {
    case .table, .index: false
    case .search, .waiting: true
    }
  }
}

/// What is bound in a lane's condition.
enum LaneValue: Equatable {
  case integer(Int64)
  case text(String)
}

/// Where a row stands in a sorting, as two integers.
struct Standing: Equatable {
  let instant: Int64
  let key: Int64

  /// Whether this stands before another in a list.
  func isBefore(_ other: Standing, in sort: OrderQuery.Sort) -> Bool {
    switch sort {
    case .due: instant == other.instant ? key < other.key : instant < other.instant
    case .newest: key > other.key
    case .oldest: key < other.key
    }
  }
}

/// A cursor that walks one lane.
struct LaneCursor {
  private let statement: SQLStatement
  private(set) var current: Standing?

  /// Sets a cursor to its first row.
  ///
  /// - Parameters:
  ///   - lane: the lane.
  ///   - statement: the statement for `sql(lane, …)`, used by no other cursor.
  ///   - start: the anchor.
  init(_ lane: Lane, _ statement: SQLStatement, sort: OrderQuery.Sort, start: Standing) throws(JournalError) {
    self.statement = statement
    var position: Int32 = 1
    if case .search(let tokens) = lane.path {
      statement.bind(tokens.map { "\"\($0)\"" }.joined(separator: " AND "), position)
      position += 1
    }
    for value in lane.values {
      switch value {
      case .integer(let value): statement.bind(value, position)
      case .text(let value): statement.bind(value, position)
      }
      position += 1
    }
    if lane.isClosed, sort == .due {
      statement.bind(OrderRow.closedKey(at: Instant(milliseconds: start.instant)), position)
    } else {
      if sort == .due {
        statement.bind(start.instant, position)
        position += 1
      }
      statement.bind(start.key, position)
    }
    try advance()
  }

  /// Goes to the next row.
  mutating func advance() throws(JournalError) {
    current = try statement.step() ? Standing(instant: statement.integer(0), key: statement.integer(1)) : nil
  }

  /// Lets go of the rows that were not read.
  func close() {
    statement.reset()
  }

  /// The query for a lane.
  static func sql(_ lane: Lane, sort: OrderQuery.Sort, _ direction: Direction) -> String {
    let (table, key, entry) =
      switch lane.path {
      case .table: ("orders", "key", "")
      case .index(let index): ("orders INDEXED BY \(index)", "key", "")
      case .search:
        ("search CROSS JOIN orders NOT INDEXED ON orders.key = search.rowid", "search.rowid", "search MATCH ?")
      case .waiting:
        ("waiting CROSS JOIN orders NOT INDEXED ON orders.key = waiting.key", "waiting.key", "closed = 1")
      }
    let conditions = [entry, lane.condition].filter { !$0.isEmpty }
    let range =
      switch (lane.isClosed && sort == .due ? .newest : sort, direction) {
      case (.due, .forward): "(sort_at, key) >= (?, ?) ORDER BY sort_at, key"
      case (.due, .backward): "(sort_at, key) < (?, ?) ORDER BY sort_at DESC, key DESC"
      case (.newest, .forward): "\(key) <= ? ORDER BY \(key) DESC"
      case (.newest, .backward): "\(key) > ? ORDER BY \(key)"
      case (.oldest, .forward): "\(key) >= ? ORDER BY \(key)"
      case (.oldest, .backward): "\(key) < ? ORDER BY \(key) DESC"
      }
    let instant = lane.isClosed ? "\(OrderRow.closedBase) - \(key)" : "sort_at"
    return """
      SELECT \(sort == .due ? instant : "0"), \(key) FROM \(table)
      WHERE \((conditions + [range]).joined(separator: " AND "))
      """
  }
}

extension Standing {
  /// The place of an anchor.
  init(_ key: SortKey) {
    self.init(instant: key.instant.milliseconds, key: key.number.key)
  }

  /// What stands before, or behind, everything in a list.
  static func end(_ direction: Direction, of sort: OrderQuery.Sort) -> Standing {
    let isLow = (direction == .forward) != (sort == .newest)
    return isLow ? Standing(instant: .min, key: .min) : Standing(instant: .max, key: .max)
  }
}

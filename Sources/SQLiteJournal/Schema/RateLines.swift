import Journal
import Model
import SafeText

/// What tells the orders of a day apart in a rate: a line each, so that a list within one unit, grid or officer reads ten bytes
/// an order in place of its row.
///
/// Names stand as marks of two bytes, which different names may share: whoever reads looks at the orders that are found.
struct RateLines {
  /// Where a name stands in a line.
  enum Name: Int, CaseIterable {
    case unit
    case returnedBy
    case place
    case officer
  }

  /// Two bytes in the place of a name; zero for none.
  typealias Mark = UInt16

  /// How many orders a day may have; beyond it a place would be one of the next day.
  static let mostOrders = 999_999_999

  private var standings: [Int64] = []
  private var places: [Int64: Int] = [:]
  private var lines: [UInt8] = []
  private var last = 0

  /// Adds an order of the day, by number after those before it.
  mutating func add(sequence: Int, standings: Int64, marks: [Mark]) {
    let place = places[standings] ?? self.standings.count
    if place == self.standings.count {
      places[standings] = place
      self.standings.append(standings)
    }
    RateBytes.put(sequence - last, &lines)
    RateBytes.put(place, &lines)
    for mark in marks {
      lines.append(UInt8(mark & 255))
      lines.append(UInt8(mark >> 8))
    }
    last = sequence
  }

  /// How all of it is written: the ways to stand, and the lines, each of which names one of them.
  var written: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.count + standings.count * 10)
    RateBytes.put(standings.count, &bytes)
    for standing in standings { RateBytes.put(Int(standing), &bytes) }
    return bytes + lines
  }

  /// The mark of a name.
  static func mark(_ name: some Sequence<UInt8>) -> Mark {
    let hash = ByteHash(name).value
    return max(1, Mark(truncatingIfNeeded: hash ^ hash >> 32))
  }
}

/// Which lines of a day are looked for.
struct RateLineFilter {
  /// The rate in which orders stand.
  private let shift: Int64
  /// Whether an order that stands so may be in the list, by `RateStanding.rawValue`.
  private let wanted: [Bool]
  /// The marks, any of which has to stand in one of the places; all of these.
  private let marks: [(places: [RateLines.Name], mark: RateLines.Mark)]

  /// Makes a filter; nothing where the query is within no unit, grid or officer.
  init?(_ list: RateList, _ query: RateQuery) {
    var marks: [(places: [RateLines.Name], mark: RateLines.Mark)] = []
    if let unit = query.unit { marks.append(([.unit, .returnedBy], RateLines.mark(unit.rawValue.utf8))) }
    if let grid = query.grid { marks.append(([.place], RateLines.mark(grid.rawValue.utf8))) }
    if let officer = query.officer { marks.append(([.officer], RateLines.mark(officer.rawValue.utf8))) }
    if marks.isEmpty { return nil }
    self.marks = marks
    shift = list.rate.shift
    var wanted = [Bool](repeating: false, count: 16)
    for standing in list.standings { wanted[standing.rawValue] = true }
    // What is running may be late by now.
    if list.standings.contains(.denominator), RateDue(list.rate) != nil {
      wanted[RateStanding.running.rawValue] = true
    }
    self.wanted = wanted
  }

  /// The places in the day of the orders that may be in the list.
  func sequences(in bytes: [UInt8]) throws(JournalError) -> [Int] {
    var reader = RateReader(bytes)
    let isWanted = try reader.numbers().map { wanted[Int(Int64($0) >> shift & 15)] }
    var found: [Int] = []
    var sequence = 0
    while !reader.isAtEnd {
      let step = try reader.next()
      let standing = try reader.next()
      let names = try reader.skip(RateLines.Name.allCases.count * 2)
      guard isWanted.indices.contains(standing), step > 0, step <= RateLines.mostOrders - sequence else {
        throw reader.damage
      }
      sequence += step
      if isWanted[standing], marks.allSatisfy({ holds($0, bytes, names) }) { found.append(sequence) }
    }
    return found
  }

  private func holds(
    _ wanted: (places: [RateLines.Name], mark: RateLines.Mark), _ bytes: [UInt8], _ names: Int
  ) -> Bool {
    wanted.places.contains { name in
      let place = names + name.rawValue * 2
      return RateLines.Mark(bytes[place]) | RateLines.Mark(bytes[place + 1]) << 8 == wanted.mark
    }
  }
}

/// The lines of days that have settled, as a session reads and writes them.
///
/// A day whose orders were changed since has none until the next one settles.
struct RateLineTable {
  let session: Session

  /// The lines of a day; nothing where there are none.
  func lines(_ day: Int) throws(JournalError) -> [UInt8]? {
    let statement = try session.literal("SELECT lines FROM rate_line WHERE day = ? AND lines IS NOT NULL")
    defer { statement.reset() }
    statement.bind(Int64(day), 1)
    return try statement.step() ? statement.blob(0) : nil
  }

  /// The days of a span that have settled, whether or not they have lines now.
  func days(_ span: ClosedRange<Int>) throws(JournalError) -> [Int] {
    let statement = try session.literal("SELECT day FROM rate_line WHERE day >= ? AND day <= ? ORDER BY day")
    defer { statement.reset() }
    statement.bind(Int64(span.lowerBound), 1)
    statement.bind(Int64(span.upperBound), 2)
    var days: [Int] = []
    while try statement.step() { days.append(Int(statement.integer(0))) }
    return days
  }

  /// Writes the lines of a day.
  func make(_ day: Int) throws(JournalError) {
    let rows = try session.literal(
      """
      SELECT key, standings, unit, returned_by, place, officer FROM rate NOT INDEXED
      WHERE key > ? AND key < ? ORDER BY key
      """)
    defer { rows.reset() }
    RateScan.bindKeys(day...day, to: rows)
    var lines = RateLines()
    while try rows.step() {
      lines.add(
        sequence: OrderNumber(key: rows.integer(0)).sequence, standings: rows.integer(1),
        marks: RateLines.Name.allCases.map { name in
          rows.withText(Int32(2 + name.rawValue)) { $0.isEmpty ? 0 : RateLines.mark($0) }
        })
    }
    let statement = try session.literal("REPLACE INTO rate_line VALUES (?, ?)")
    statement.bind(Int64(day), 1)
    statement.bind(lines.written, 2)
    try statement.run()
  }

  /// Drops the lines of a day, until they are made anew.
  func drop(_ day: Int) throws(JournalError) {
    let statement = try session.literal("UPDATE rate_line SET lines = NULL WHERE day = ? AND lines IS NOT NULL")
    statement.bind(Int64(day), 1)
    try statement.run()
  }

  /// A day whose lines were dropped; nothing where there is none.
  func dropped() throws(JournalError) -> Int? {
    let statement = try session.literal(
      "SELECT day FROM rate_line INDEXED BY rate_line_dropped WHERE lines IS NULL LIMIT 1")
    defer { statement.reset() }
    return try statement.step() ? Int(statement.integer(0)) : nil
  }
}

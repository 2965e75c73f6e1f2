import Journal
import Model

/// The keys that one alternative of a filter gives, the newest first.
struct MatchStream {
  /// What a hit still needs.
  enum Check {
    /// Nothing: it matches.
    case none
    /// Nothing either, since the index has all of the words; but they may be hidden.
    case words
    /// Its place must be looked at.
    case place
    /// Its text must be read.
    case text
  }

  private enum Origin {
    case keys(SQLStatement)
    case numbers(SQLStatement, ranges: [ClosedRange<Int64>])
    case units(LaneMerge)
  }

  let check: Check
  private var origin: Origin
  private(set) var current: Int64?

  /// Keys whose tokens match an expression of the full-text index.
  init(matching expression: String, check: Check, slot: Int, in session: Session) throws(JournalError) {
    let statements = try session.statements(
      "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC", count: slot + 1)
    let statement = statements[slot]
    statement.bind(expression, 1)
    self.check = check
    origin = .keys(statement)
    try advance()
  }

  /// How many of the texts that are looked for must be among an order's terms.
  enum Needed: String {
    case all = "AND"
    case any = "OR"
  }

  /// The most texts that are looked for: SQLite takes a thousand conditions for too many, and a filter into which a page was
  /// pasted has more.
  static let mostNeedles = 50

  /// Keys of orders that the full-text index still lacks, whose terms hold phrases.
  ///
  /// Where there are too many phrases, what is given may match or not: it has some of all, or no more than a chance of any.
  init(
    waiting phrases: [[SearchTerm]], _ needed: Needed, check: Check, slot: Int, in session: Session
  ) throws(JournalError) {
    let isTooMany = phrases.count > MatchStream.mostNeedles
    let needles = isTooMany && needed == .any ? [] : phrases.prefix(MatchStream.mostNeedles).map(WaitingTable.needle)
    let conditions = needles.map { _ in "instr(terms, ?) > 0" }.joined(separator: " \(needed.rawValue) ")
    let statements = try session.statements(
      "SELECT key FROM waiting \(needles.isEmpty ? "" : "WHERE " + conditions) ORDER BY key DESC", count: slot + 1)
    let statement = statements[slot]
    for (index, needle) in needles.enumerated() { statement.bind(needle, Int32(index + 1)) }
    var check = check
    if isTooMany, case .words = check { check = .text }
    self.check = check
    origin = .keys(statement)
    try advance()
  }

  /// Keys of orders whose number begins with certain digits.
  init(numbers prefixes: [String], in session: Session) throws(JournalError) {
    let days = try session.literal("SELECT day, last FROM day ORDER BY day DESC")
    defer { days.reset() }
    let numbers = NumberRanges(prefixes)
    var ranges: [ClosedRange<Int64>] = []
    while try days.step() {
      let last = OrderNumber(day: Int(days.integer(0)), sequence: Int(days.integer(1)))
      ranges += numbers.keys(day: last.day).filter { $0.lowerBound <= last.key }
    }
    check = .none
    let statement = try session.literal(
      "SELECT key FROM orders WHERE key BETWEEN ? AND ? ORDER BY key DESC")
    origin = .numbers(statement, ranges: ranges.reversed())
    statement.bind(1, 1)
    statement.bind(0, 2)
    try advance()
  }

  /// Keys of the orders that any of some units leads.
  init(units: [UnitCode], in session: Session) throws(JournalError) {
    check = .none
    origin = .units(
      try LaneMerge(
        LanePlan.lanes(units: units, sort: .newest), sort: .newest, .forward,
        from: .end(.forward, of: .newest), in: session))
    try advance()
  }

  /// Goes to the next key.
  mutating func advance() throws(JournalError) {
    switch origin {
    case .keys(let statement):
      current = try statement.step() ? statement.integer(0) : nil
    case .units(var merge):
      current = try merge.next()?.key
      origin = .units(merge)
    case .numbers(let statement, var ranges):
      while true {
        if try statement.step() {
          current = statement.integer(0)
          return
        }
        guard let range = ranges.popLast() else {
          current = nil
          return
        }
        origin = .numbers(statement, ranges: ranges)
        statement.bind(range.lowerBound, 1)
        statement.bind(range.upperBound, 2)
      }
    }
  }

  /// Lets go of what was not read.
  func close() {
    switch origin {
    case .keys(let statement), .numbers(let statement, _): statement.reset()
    case .units(let merge): merge.close()
    }
  }
}

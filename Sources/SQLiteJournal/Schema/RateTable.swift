import Journal
import Model

/// The facts of orders for the rates, as a session reads and writes them.
struct RateTable {
  let session: Session

  /// Writes a fact, in place of the one that the order had.
  func write(_ fact: RateFact, isNew: Bool) throws(JournalError) {
    let contribution = fact.contribution
    let statement = try session.literal(isNew ? RateTable.insert : RateTable.replace)
    statement.bind(fact.number.key, 1)
    statement.bind(fact.town?.rawValue ?? "", 2)
    statement.bind(fact.source.column, 3)
    statement.bind(fact.place.rawValue, 4)
    statement.bind(contribution.unit?.rawValue, 5)
    statement.bind(contribution.returnedBy?.rawValue, 6)
    statement.bind(contribution.officer?.rawValue, 7)
    statement.bind(contribution.standings, 8)
    statement.bind(contribution.rung.map { Int64($0.index) }, 9)
    statement.bind(contribution.contactDue?.milliseconds, 10)
    statement.bind(contribution.handleDue?.milliseconds, 11)
    statement.bind(contribution.overallDue?.milliseconds, 12)
    statement.bind(RateBytes.encode(contribution.minutes), 13)
    try statement.run()
  }

  private static let insert: StaticString =
    "INSERT INTO rate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
  private static let replace: StaticString =
    "REPLACE INTO rate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  /// The fact of an order.
  func fact(_ key: Int64) throws(JournalError) -> RateFact? {
    let statement = try session.literal("SELECT * FROM rate WHERE key = ?")
    defer { statement.reset() }
    statement.bind(key, 1)
    return try statement.step() ? fact(statement) : nil
  }

  /// The fact of a row with all columns of the table.
  func fact(_ row: SQLStatement) throws(JournalError) -> RateFact {
    return RateFact(
      number: OrderNumber(key: row.integer(0)), town: row.town(1),
      source: try row.coded(2, in: Source.byColumn), place: PlaceCode(row.text(3)),
      contribution: RateContribution(
        standings: row.integer(7), contactDue: row.optionalInteger(9).map { Instant(milliseconds: $0) },
        handleDue: row.optionalInteger(10).map { Instant(milliseconds: $0) },
        overallDue: row.optionalInteger(11).map { Instant(milliseconds: $0) },
        rung: row.optionalInteger(8) == nil ? nil : try row.coded(8, in: Rung.allCases),
        minutes: try RateReader.minutes(row.blob(12)), unit: row.optionalText(4).map { UnitCode($0) },
        returnedBy: row.optionalText(5).map { UnitCode($0) },
        officer: row.optionalText(6).map { OfficerCode($0) }))
  }
}

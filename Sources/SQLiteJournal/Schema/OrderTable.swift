import Journal
import Model

/// The rows of orders, as a session reads and writes them.
struct OrderTable {
  let session: Session

  /// Writes a row, in place of the one that the order had.
  func write(_ row: OrderRow, isNew: Bool) throws(JournalError) {
    let statement = try session.literal(isNew ? OrderTable.insert : OrderTable.replace)
    statement.bind(row.number.key, 1)
    statement.bind(Int64(row.version), 2)
    statement.bind(row.stage.column, 3)
    statement.bind(row.source.column, 4)
    statement.bind(row.town?.rawValue ?? "", 5)
    statement.bind(row.sortInstant.milliseconds, 6)
    statement.bind(row.unit?.rawValue, 7)
    statement.bind(row.urgency.rawValue, 8)
    statement.bind(row.sourceID, 9)
    statement.bind(row.place.rawValue, 10)
    statement.bind(row.category?.rawValue, 11)
    statement.bind(row.title, 12)
    statement.bind(row.stageDue?.milliseconds, 13)
    statement.bind(row.overallDue?.milliseconds, 14)
    statement.bind(row.arrivedAt.milliseconds, 15)
    statement.bind(row.enteredAt.milliseconds, 16)
    statement.bind(row.claim?.seat.rawValue, 17)
    statement.bind(row.claim?.officer.rawValue, 18)
    statement.bind(row.claim?.until.milliseconds, 19)
    statement.bind(Int64(row.reportCount), 20)
    statement.bind(Int64(row.attachmentCount), 21)
    statement.bind(Int64(row.amendments), 22)
    statement.bind(row.confidential ? 1 : 0, 23)
    statement.bind(row.originUnit?.rawValue, 24)
    statement.bind(row.originStatus, 25)
    statement.bind(row.upstreamNumber, 26)
    statement.bind(row.outcome?.rawValue, 27)
    statement.bind(row.lastSequence, 28)
    statement.bind(row.shares.map(\.rawValue).joined(separator: OrderTable.separator), 29)
    statement.bind(Int64(row.supervision), 30)
    statement.bind(Int64(row.signs.rawValue), 31)
    try statement.run()
  }

  /// The row of an order, as a seat sees it.
  func row(_ key: Int64, seat: SeatCode) throws(JournalError) -> OrderRow? {
    let statement = try session.literal(OrderTable.select)
    defer { statement.reset() }
    statement.bind(seat.rawValue, 1)
    statement.bind(key, 2)
    return try statement.step() ? row(statement) : nil
  }

  /// What parts the codes of units in a column.
  private static let separator = "\n"

  private static let insert: StaticString = """
    INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  private static let replace: StaticString = """
    REPLACE INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// One row by its key, with what a seat has seen of it.
  private static let select: StaticString = """
    SELECT orders.*, seen.version FROM orders LEFT JOIN seen ON seen.seat = ? AND seen.key = orders.key
    WHERE orders.key = ?
    """

  private func row(_ row: SQLStatement) throws(JournalError) -> OrderRow {
    var claim: WorkOrder.Claim?
    if let seat = row.optionalText(16) {
      claim = WorkOrder.Claim(
        seat: SeatCode(seat), officer: OfficerCode(row.text(17)), until: Instant(milliseconds: row.integer(18)))
    }
    let version = Int(row.integer(1))
    return OrderRow(
      number: OrderNumber(key: row.integer(0)), version: version,
      stage: try row.coded(2, in: Stage.byColumn), urgency: try row.named(7),
      source: try row.coded(3, in: Source.byColumn), sourceID: row.text(8), place: PlaceCode(row.text(9)),
      town: row.town(4), category: row.optionalText(10).map { CategoryCode($0) },
      unit: row.optionalText(6).map { UnitCode($0) },
      shares: row.text(28).split(separator: OrderTable.separator).map { UnitCode(String($0)) }, title: row.text(11),
      stageDue: row.optionalInteger(12).map { Instant(milliseconds: $0) },
      overallDue: row.optionalInteger(13).map { Instant(milliseconds: $0) },
      arrivedAt: Instant(milliseconds: row.integer(14)), enteredAt: Instant(milliseconds: row.integer(15)),
      claim: claim, reportCount: Int(row.integer(19)), attachmentCount: Int(row.integer(20)),
      amendments: Int(row.integer(21)), supervision: Int(row.integer(29)),
      signs: LeadSigns(rawValue: Int(row.integer(30))), confidential: row.integer(22) != 0,
      originUnit: row.optionalText(23).map { UnitCode($0) }, originStatus: row.text(24),
      upstreamNumber: row.text(25), outcome: row.optionalText(26).flatMap { Outcome(rawValue: $0) },
      lastSequence: row.integer(27), unread: version > Int(row.integer(31)))
  }
}

public import Journal
public import Model

/// The journal as one seat may see it: whatever is read for an officer is read through here.
///
/// A town's seat sees its own town, and of other towns what its units have a share in. What is confidential comes
/// without the texts and the place that would give its caller away, unless the seat may know him.
public struct Viewpoint: Sendable {
  /// The way in to the journal.
  public let operations: Operations
  /// The seat for which rows are unread.
  public let seat: SeatCode
  /// What it sees.
  public let sight: Sight

  /// Makes the viewpoint of an authority.
  public init(_ operations: Operations, of authority: Authority) {
    self.operations = operations
    seat = authority.seat
    sight = Sight(authority, in: operations.city)
  }

  /// The tables of the day.
  public var city: CityTables { operations.city }
  private var store: any JournalStore { operations.store }

  /// A part of a list; see `JournalStore`.
  public func page(
    _ query: OrderQuery, anchor: PageAnchor, before: Int, after: Int, effort: SearchEffort
  ) throws(JournalError) -> OrderPage {
    var query = query
    query.hidesConfidential = !sight.seesConfidential
    if let town = sight.town {
      query.town = town
      query.abroad = sight.units
    }
    var page = try store.page(query, anchor: anchor, before: before, after: after, seat: seat, effort: effort)
    page.rows = page.rows.map(shown)
    return page
  }

  /// The row of one order, where the seat sees it.
  public func row(_ number: OrderNumber) throws(JournalError) -> OrderRow? {
    guard let row = try store.row(number, seat: seat), sees(row) else { return nil }
    return shown(row)
  }

  /// The files of the orders that the seat sees.
  public func files(_ numbers: [OrderNumber]) throws(JournalError) -> [OrderFile] {
    try store.orders(numbers).filter(sees).map(shown)
  }

  /// The file of one order, where the seat sees it.
  public func file(_ number: OrderNumber) throws(JournalError) -> OrderFile? {
    guard let file = try store.order(number), sees(file) else { return nil }
    return shown(file)
  }

  /// What the seat has in hand.
  public func claims(at now: Instant) throws(JournalError) -> [OrderRow] {
    try store.claims(of: seat, at: now).filter(sees).map(shown)
  }

  /// The last events of the orders that the seat sees, the newest first; of a town's orders when a town is given.
  public func recent(limit: Int, town: PlaceCode?) throws(JournalError) -> [DecodedEvent] {
    var events: [DecodedEvent] = []
    for stored in try store.recent(limit: limit, town: sight.town ?? town) {
      // What lay here when it happened may lie elsewhere now, and what was open may have become confidential.
      guard let number = stored.header.stream.orderNumber, let row = try store.row(number, seat: seat), sees(row)
      else { continue }
      let event = try stored.decodedOrderEvent()
      events.append(withholds(row.confidential) ? event.withheld(in: city) : event)
    }
    return events
  }

  /// The kept counts; a town's seat counts what it sees elsewhere with its own.
  public func board() throws(JournalError) -> Board {
    let board = try store.board()
    guard let town = sight.town else { return board }
    var cells = board.orders.filter { $0.key.town == town }
    for row in try abroad() { cells[Board.Cell(town: town, source: row.source, stage: row.stage), default: 0] += 1 }
    return Board(orders: cells)
  }

  /// Late orders by town, each counted up to `bound`; a town's seat counts what it sees elsewhere with its own.
  public func late(at now: Instant, bound: Int) throws(JournalError) -> [PlaceCode: BoundedCount] {
    guard let town = sight.town else {
      return try store.late(at: now, towns: city.places.towns.map(\.code), bound: bound)
    }
    let own = try store.late(at: now, towns: [town], bound: bound)[town] ?? BoundedCount(value: 0, isMore: false)
    let others = try abroad().count { row in row.stage.isOpen && row.stageDue.map { $0 < now } ?? false }
    let count = own.value + others
    return count == 0 ? [:] : [town: BoundedCount(value: min(count, bound), isMore: own.isMore || count > bound)]
  }

  /// Arrivals by hour of UTC; see `JournalStore`.
  public func arrivals(from first: Int64, to last: Int64, town: PlaceCode?) throws(JournalError) -> [HourlyArrivals] {
    try store.arrivals(from: first, to: last, town: sight.town ?? town)
  }

  /// The rates over a query's orders, by group; a town's seat has those of its own town.
  public func rates(_ query: RateQuery) throws(JournalError) -> [RateGroup] {
    try store.rates(limited(query))
  }

  /// A part of the orders behind a rate; see `JournalStore`.
  ///
  /// Where orders of one grid are asked for, what is confidential is left out, unless the seat may know where it lies.
  public func orders(
    behind list: RateList, in query: RateQuery, after last: OrderNumber?, limit: Int
  ) throws(JournalError) -> (rows: [OrderRow], last: OrderNumber?, hasMore: Bool) {
    let page = try store.orders(behind: list, in: limited(query), after: last, limit: limit)
    let rows = page.rows.filter { query.grid == nil || !withholds($0.confidential) }
    return (rows.map(shown), page.rows.last?.number, page.hasMore)
  }

  /// What may be the same event as an order; nothing where the seat may not see the texts that would tell.
  public func proposals(for number: OrderNumber) throws(OperationError) -> [Proposal] {
    guard let row = try journal({ () throws(JournalError) in try self.row(number) }) else { throw .noSuchOrder(number) }
    if withholds(row.confidential) { return [] }
    var shown: [Proposal] = []
    for proposal in try operations.proposals(for: number) {
      guard let other = try journal({ () throws(JournalError) in try self.row(proposal.number) }),
        !withholds(other.confidential)
      else { continue }
      shown.append(proposal)
    }
    return shown
  }

  /// Who could handle an order.
  public func suggestions(for number: OrderNumber) throws(OperationError) -> Suggestions {
    guard let file = try journal({ () throws(JournalError) in try store.order(number) }), sees(file) else {
      throw .noSuchOrder(number)
    }
    return try operations.suggestions(for: file.order, withheld: withholds(file.order.isConfidential))
  }

  private func journal<Value>(_ read: () throws(JournalError) -> Value) throws(OperationError) -> Value {
    do throws(JournalError) {
      return try read()
    } catch {
      throw .journal(error)
    }
  }

  private func abroad() throws(JournalError) -> [OrderRow] {
    try store.shared(by: sight.units, outside: sight.town, seat: seat)
  }

  private func limited(_ query: RateQuery) -> RateQuery {
    var query = query
    query.town = sight.town ?? query.town
    return query
  }

  private func withholds(_ confidential: Bool) -> Bool { confidential && !sight.seesConfidential }

  private func sees(_ row: OrderRow) -> Bool { sight.shows(town: row.town, shares: row.shares) }

  private func sees(_ file: OrderFile) -> Bool {
    sight.shows(town: city.places.town(of: file.order.core.place), shares: file.order.shares)
  }

  private func shown(_ row: OrderRow) -> OrderRow {
    withholds(row.confidential) ? row.withheld(in: city) : row
  }

  private func shown(_ file: OrderFile) -> OrderFile {
    withholds(file.order.isConfidential) ? file.withheld(in: city) : file
  }
}

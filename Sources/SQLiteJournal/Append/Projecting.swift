import Journal
import Model

/// An order as its events have made it, with its row.
struct OrderState {
  let way: OrderWay
  let row: OrderRow
  /// What it adds to the rates.
  let fact: RateFact
  /// The limit that it is under.
  let run: LimitRun?

  init(_ way: OrderWay, _ row: OrderRow) {
    self.way = way
    self.row = row
    fact = RateFact(row, way.order, way.course)
    run = LimitRun(way.order)
  }
}

/// Keeps the derived tables in step with the orders.
struct Projecting {
  private let session: Session
  private let orders: OrderTable
  private let search: SearchIndex
  private let waiting: WaitingTable
  private let indexing: Indexing
  private let shares: ShareTable
  private let raising: RaiseTable
  /// What the kept counts still lack.
  var totals = BatchTotals()
  /// What the rates' counts still lack.
  private var rates: RateTotals
  /// What the search index still lacks.
  private var words: [SearchIndex.Change] = []
  private static let wordsAtOnce = 256

  /// When the terms of orders are put into the search index.
  enum Indexing {
    /// With the orders.
    case atOnce
    /// Later, many at once (`SQLiteJournal.indexWaiting`).
    case later
  }

  init(session: Session, indexing: Indexing, months: RateTotals.Months) {
    self.session = session
    self.indexing = indexing
    rates = RateTotals(months)
    orders = OrderTable(session: session)
    search = SearchIndex(session: session)
    waiting = WaitingTable(session: session)
    shares = ShareTable(session: session)
    raising = RaiseTable(session: session)
  }

  /// Puts a new order in.
  mutating func insert(_ row: OrderRow, terms: String, fact: RateFact, run: LimitRun?) throws(JournalError) {
    try orders.write(row, isNew: true)
    try index(row, terms)
    totals.add(BoardChange(from: nil, to: row))
    try rates.put(fact, before: nil, in: session)
    try raising.put(run, insteadOf: nil, of: row.number.key)
  }

  /// Puts an order in that came to stand elsewhere than where it came in.
  mutating func insert(_ state: OrderState, cameInAs first: OrderRow) throws(JournalError) {
    let (way, row) = (state.way, state.row)
    try insert(first, terms: SearchTokens.indexed(way.order.reports, row), fact: state.fact, run: state.run)
    try orders.write(row, isNew: false)
    try shares.put(row, before: nil)
    totals.add(BoardChange(from: first, to: row))
    totals.learn(Lesson(way.order, way.trail), insteadOf: nil)
    try totals.relieve(session)
    try rates.relieve(session)
  }

  /// Puts an order in the place of how it stood before.
  mutating func replace(_ before: OrderState, with after: OrderState) throws(JournalError) {
    let row = after.row
    try orders.write(row, isNew: false)
    try shares.put(row, before: before.row)
    totals.add(BoardChange(from: before.row, to: row))
    totals.learn(
      Lesson(after.way.order, after.way.trail), insteadOf: Lesson(before.way.order, before.way.trail))
    try rates.put(after.fact, before: before.fact, in: session)
    try raising.put(after.run, insteadOf: before.run, of: row.number.key)
    let old = SearchTokens.indexed(before.way.order.reports, before.row)
    let new = SearchTokens.indexed(after.way.order.reports, row)
    guard old != new else { return }
    if try waiting.replace(row.number.key, terms: new, isClosed: !row.stage.isOpen) { return }
    try change(SearchIndex.Change(key: row.number.key, terms: old, isRemoval: true))
    try index(row, new)
  }

  /// Writes what was gathered; the transaction can be committed after it.
  mutating func finish() throws(JournalError) {
    try totals.write(session)
    try rates.write(session)
    try writeWords()
  }

  private mutating func index(_ row: OrderRow, _ terms: String) throws(JournalError) {
    switch indexing {
    case .atOnce: try change(SearchIndex.Change(key: row.number.key, terms: terms, isRemoval: false))
    case .later: try waiting.insert(row.number.key, terms: terms, isClosed: !row.stage.isOpen)
    }
  }

  private mutating func change(_ change: SearchIndex.Change) throws(JournalError) {
    words.append(change)
    if words.count >= Projecting.wordsAtOnce { try writeWords() }
  }

  private mutating func writeWords() throws(JournalError) {
    try search.write(words)
    words.removeAll(keepingCapacity: true)
  }
}

import Journal
import Model

/// The part of a list that is closed and untouched since a moment was made, read from the journal's rows.
struct SettledList {
  let journal: any JournalStore
  let moment: Moment
  let query: OrderQuery

  /// The most rows that are read at once.
  static let chunk = 256

  /// Makes the part of a list; nothing where the list has nothing closed in it.
  init?(_ query: OrderQuery, at moment: Moment, in journal: any JournalStore) {
    switch query.tab {
    case .all, .stage(.closed): break
    default: return nil
    }
    self.journal = journal
    self.moment = moment
    var closed = query
    closed.tab = .stage(.closed)
    self.query = closed
  }

  /// Rows from an anchor on, in the list's order, up to a limit.
  func rows(from anchor: PageAnchor, limit: Int) throws(JournalError) -> [OrderRow] {
    if anchor == .bottom { return [] }
    var next = anchor
    if query.sort != .oldest, anchor == .top || precedes(anchor, beyond) { next = .around(beyond) }
    return try walk(limit: limit) { (taken) throws(JournalError) in
      let page = try read(taken.map { .around(SortKey($0)) } ?? next, before: 0, after: SettledList.chunk)
      let fresh = page.rows.drop { $0.number == taken?.number }
      return (Array(fresh), page.hasAfter)
    }
  }

  /// Rows before an anchor, the one next to it last, up to a limit.
  func rows(before anchor: PageAnchor, limit: Int) throws(JournalError) -> [OrderRow] {
    if anchor == .top { return [] }
    var next = anchor
    if query.sort == .oldest, anchor == .bottom || precedes(beyond, anchor) { next = .around(beyond) }
    let backwards = try walk(limit: limit) { (taken) throws(JournalError) in
      let page = try read(taken.map { .around(SortKey($0)) } ?? next, before: SettledList.chunk, after: 0)
      return (page.rows.reversed(), page.hasBefore)
    }
    return backwards.reversed()
  }

  /// Where an order would stand that is just too young to be in the list: what is younger need not be looked at.
  private var beyond: SortKey {
    SortKey(
      instant: Instant(milliseconds: OrderRow.closedBase - moment.greatest.key), number: moment.greatest)
  }

  private func precedes(_ left: PageAnchor, _ right: SortKey) -> Bool {
    guard case .around(let key) = left else { return false }
    return key.precedes(right, in: query.sort)
  }

  private func precedes(_ left: SortKey, _ right: PageAnchor) -> Bool {
    guard case .around(let key) = right else { return false }
    return left.precedes(key, in: query.sort)
  }

  /// Collects what is settled out of chunks that follow each other, each given the last row of the one before.
  private func walk(
    limit: Int, _ chunk: (OrderRow?) throws(JournalError) -> (rows: [OrderRow], isMore: Bool)
  ) throws(JournalError) -> [OrderRow] {
    var found: [OrderRow] = []
    var last: OrderRow?
    while found.count < limit {
      let (rows, isMore) = try chunk(last)
      for row in rows {
        // Beyond is nothing but what began later.
        if row.number > moment.greatest { return found }
        if row.lastSequence <= moment.anchor, moment.entries[row.number] == nil { found.append(row) }
        if found.count == limit { return found }
      }
      guard isMore, let end = rows.last else { break }
      last = end
    }
    return found
  }

  private func read(_ anchor: PageAnchor, before: Int, after: Int) throws(JournalError) -> OrderPage {
    try journal.page(query, anchor: anchor, before: before, after: after, seat: "", effort: .full)
  }
}

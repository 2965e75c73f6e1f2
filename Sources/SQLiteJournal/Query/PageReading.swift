import Journal
import Model

/// What part of a list is wanted.
struct PageRequest {
  let query: OrderQuery
  let anchor: PageAnchor
  let before: Int
  let after: Int
  let seat: SeatCode
}

/// The rows of a part of a list, by where they stand.
struct PageKeys {
  var standings: [Standing]
  var hasBefore: Bool
  var hasAfter: Bool
  var isPartial = false
}

/// Reads pages of lists.
struct PageReading {
  let session: Session
  let identity: JournalIdentity

  /// A page of a list.
  func page(_ request: PageRequest, effort: SearchEffort) throws(JournalError) -> OrderPage {
    let keys: PageKeys
    if let filter = request.query.filter, !filter.isEmpty {
      let search = FilterSearch(session: session, identity: identity, query: request.query, filter: filter)
      let found = try search.matches(effort: effort, wanted: PageReading.wanted(request))
      keys = PageReading.cut(found.standings, request, isPartial: found.isPartial)
    } else {
      keys = try walk(request)
    }
    let orders = OrderTable(session: session)
    var rows: [OrderRow] = []
    rows.reserveCapacity(keys.standings.count)
    for standing in keys.standings {
      guard let row = try orders.row(standing.key, seat: request.seat) else {
        throw JournalError(.damaged, subject: OrderNumber(key: standing.key).text, detail: "in an index only")
      }
      rows.append(row)
    }
    return OrderPage(
      rows: rows, hasBefore: keys.hasBefore, hasAfter: keys.hasAfter, isPartial: keys.isPartial)
  }

  private func walk(_ request: PageRequest) throws(JournalError) -> PageKeys {
    let lanes = LanePlan.lanes(request.query)
    let (forward, backward) = try PageReading.anchors(request)
    var after: [Standing] = []
    var before: [Standing] = []
    let abroad = try ShareTable(session: session).abroad(request.query)
    let sort = request.query.sort
    if let forward {
      let others = abroad.filter { !$0.isBefore(forward, in: sort) }
      after = try take(request.after + 1, lanes, request, .forward, from: forward) + others
      if !others.isEmpty { after.sort { $0.isBefore($1, in: sort) } }
    }
    if let backward {
      let others = abroad.filter { $0.isBefore(backward, in: sort) }
      before = try take(request.before + 1, lanes, request, .backward, from: backward) + others
      if !others.isEmpty { before.sort { $1.isBefore($0, in: sort) } }
    }
    return PageKeys(
      standings: before.prefix(request.before).reversed() + after.prefix(request.after),
      hasBefore: before.count > request.before, hasAfter: after.count > request.after)
  }

  private func take(
    _ count: Int, _ lanes: [Lane], _ request: PageRequest, _ direction: Direction, from anchor: Standing
  ) throws(JournalError) -> [Standing] {
    var merge = try LaneMerge(lanes, sort: request.query.sort, direction, from: anchor, in: session)
    defer { merge.close() }
    return try merge.next(count)
  }

  /// How many rows fill a page and tell whether the list goes on.
  private static func wanted(_ request: PageRequest) -> Int {
    switch request.anchor {
    case .top: request.after + 1
    case .bottom: request.before + 1
    case .around: request.before + request.after + 1
    }
  }

  /// From where to read in each direction; nothing where nothing is to be read.
  private static func anchors(_ request: PageRequest) throws(JournalError) -> (Standing?, Standing?) {
    guard request.before >= 0, request.after >= 0 else {
      throw JournalError(.invalidRequest, subject: "page", detail: "\(request.before), \(request.after)")
    }
    switch request.anchor {
    case .top: return (.end(.forward, of: request.query.sort), nil)
    case .bottom: return (nil, .end(.backward, of: request.query.sort))
    case .around(let key): return (Standing(key), Standing(key))
    }
  }

  /// The wanted part of rows that are all at hand, in the list's order.
  private static func cut(_ rows: [Standing], _ request: PageRequest, isPartial: Bool) -> PageKeys {
    let anchor: Int
    switch request.anchor {
    case .top: anchor = 0
    case .bottom: anchor = rows.count
    case .around(let key):
      let place = Standing(key)
      anchor = rows.firstIndex { !$0.isBefore(place, in: request.query.sort) } ?? rows.count
    }
    let first = max(0, anchor - request.before)
    let end = min(rows.count, anchor + request.after)
    return PageKeys(
      standings: Array(rows[first..<end]), hasBefore: first > 0, hasAfter: end < rows.count, isPartial: isPartial)
  }
}

import Journal
import Model

/// Finds the orders of a list that match what was typed into the filter.
struct FilterSearch {
  /// How many hits `SearchEffort.newest` looks at at most, and of how many it reads the text.
  private static let newestLooked = 2_000
  private static let newestRead = 200

  let session: Session
  let identity: JournalIdentity
  let query: OrderQuery
  let filter: TextFilter

  /// The matches in the list's order.
  ///
  /// - Parameters:
  ///   - effort: how much it may cost.
  ///   - wanted: how many matches are enough for `SearchEffort.newest`.
  func matches(
    effort: SearchEffort, wanted: Int
  ) throws(JournalError) -> (standings: [Standing], isPartial: Bool) {
    var streams = try openStreams()
    defer { for stream in streams { stream.close() } }
    let reader = try MatchReader(session: session, identity: identity, query: query, filter: filter)
    var found: [Standing] = []
    var looked = 0
    var read = 0
    var checks: [MatchStream.Check] = []
    while let key = newest(streams) {
      if effort == .newest {
        if found.count >= wanted || looked >= FilterSearch.newestLooked || read >= FilterSearch.newestRead {
          return (sorted(found), true)
        }
      }
      checks.removeAll(keepingCapacity: true)
      for index in streams.indices where streams[index].current == key {
        checks.append(streams[index].check)
        try streams[index].advance()
      }
      looked += 1
      if let standing = try reader.match(key, checks, read: &read) { found.append(standing) }
    }
    return (sorted(found), false)
  }

  private func newest(_ streams: [MatchStream]) -> Int64? {
    var newest: Int64?
    for stream in streams {
      if let key = stream.current, key > newest ?? .min { newest = key }
    }
    return newest
  }

  private func sorted(_ standings: [Standing]) -> [Standing] {
    switch query.sort {
    case .newest: standings
    case .oldest: standings.reversed()
    case .due: standings.sorted { $0.isBefore($1, in: .due) }
    }
  }

  private func openStreams() throws(JournalError) -> [MatchStream] {
    let terms = SearchTerms(filter)
    var streams: [MatchStream] = []
    if !terms.phrases.isEmpty {
      let phrases = terms.phrases.map { $0.map(\.expression).joined(separator: " + ") }
      let check: MatchStream.Check = terms.phrasesAreExact ? .words : .text
      streams.append(
        try MatchStream(matching: phrases.joined(separator: " AND "), check: check, slot: 0, in: session))
      streams.append(
        try MatchStream(waiting: terms.phrases, .all, check: check, slot: 0, in: session))
    }
    if !terms.places.isEmpty {
      streams.append(
        try MatchStream(
          matching: terms.places.map(\.expression).joined(separator: " OR "), check: .place, slot: 1, in: session))
      streams.append(
        try MatchStream(waiting: terms.places.map { [$0] }, .any, check: .place, slot: 1, in: session))
    }
    let prefixes = filter.numberPrefixes
    if !prefixes.isEmpty { streams.append(try MatchStream(numbers: prefixes, in: session)) }
    let units = Set(filter.units).sorted()
    if !units.isEmpty { streams.append(try MatchStream(units: units, in: session)) }
    return streams
  }
}

extension SearchTerm {
  /// The token as the full-text index is asked for it; tokens hold no quotation marks.
  fileprivate var expression: String { "\"\(token)\"" + (isPrefix ? "*" : "") }
}

/// Looks at hits one by one: whether the list has them at all, and whether they match.
struct MatchReader {
  private let session: Session
  private let identity: JournalIdentity
  private let query: OrderQuery
  private let stages: [Bool]
  private let match: TextMatch
  private let row: SQLStatement
  /// The orders of the list that lie outside of its town.
  private let abroad: Set<Int64>

  init(
    session: Session, identity: JournalIdentity, query: OrderQuery, filter: TextFilter
  ) throws(JournalError) {
    self.session = session
    self.identity = identity
    self.query = query
    let wanted = LanePlan.stages(query.tab)
    stages = Stage.byColumn.map(wanted.contains)
    match = TextMatch(filter)
    abroad = try ShareTable(session: session).keys(query.town == nil ? [] : query.abroad, outside: query.town)
    row = try session.literal(
      "SELECT sort_at, stage, source, town, unit, place, confidential FROM orders WHERE key = ?")
  }

  /// Where a hit stands in the list; nothing when it does not belong there.
  ///
  /// - Parameters:
  ///   - key: the order.
  ///   - checks: what the alternatives that gave it still need; one that is met is enough.
  ///   - read: counts the texts that had to be read.
  func match(_ key: Int64, _ checks: [MatchStream.Check], read: inout Int) throws(JournalError) -> Standing? {
    defer { row.reset() }
    row.bind(key, 1)
    guard try row.step(), stages[Int(row.integer(1))] else { return nil }
    if let source = query.source, row.integer(2) != source.column { return nil }
    if let town = query.town, row.text(3) != town.rawValue, !abroad.contains(key) { return nil }
    if let unit = query.unit, row.optionalText(4) != unit.rawValue { return nil }
    let standing = Standing(instant: row.integer(0), key: key)
    let isHidden = query.hidesConfidential && row.integer(6) != 0
    for check in checks {
      switch check {
      case .none: return standing
      case .words: if !isHidden { return standing }
      case .place:
        let town = row.text(3)
        let place = PlaceCode(isHidden ? town : row.text(5))
        if match.matches(place: place, town: town.isEmpty ? nil : PlaceCode(town)) { return standing }
      case .text: break
      }
    }
    guard checks.contains(.text), !isHidden else { return nil }
    read += 1
    return match.matches(FoldedText(try reports(key))) ? standing : nil
  }

  private func reports(_ key: Int64) throws(JournalError) -> [Report] {
    try OrderFiles(session: session, identity: identity).order(OrderNumber(key: key))?.reports ?? []
  }
}

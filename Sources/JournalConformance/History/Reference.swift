import Foundation
import Journal
import Model

/// What a journal must show, worked out slowly and plainly from what was appended to it.
struct Reference {
  struct Entry {
    var order: WorkOrder
    var row: OrderRow
    var events: [DecodedEvent]
    let arrivedIn: PlaceCode?
  }

  let identity: JournalIdentity
  var entries: [OrderNumber: Entry] = [:]
  var events: [StoredEvent] = []
  var seen: [SeatCode: [OrderNumber: Int]] = [:]

  /// Takes in a request that a journal has appended.
  mutating func take(_ request: AppendRequest, _ receipt: AppendReceipt, recordedAt: Instant) throws {
    var sequence = receipt.firstSequence
    for (write, end) in zip(request.writes, receipt.streams) {
      let number = try required(end.stream.orderNumber, "order's stream in receipt")
      for (index, pending) in write.events.enumerated() {
        let position = EventPosition(
          sequence: sequence, stream: end.stream, version: end.version - write.events.count + 1 + index,
          command: request.command, recordedAt: recordedAt)
        let header = EventHeader(pending, at: position, in: identity)
        guard case .order(let event) = pending.event else { continue }
        try take(DecodedEvent(header: header, event: event), number)
        events.append(StoredEvent(header: header, payload: pending.payload.bytes))
        sequence += 1
      }
    }
  }

  private mutating func take(_ event: DecodedEvent, _ number: OrderNumber) throws {
    let known = entries[number]
    let events = (known?.events ?? []) + [event]
    let order = try required(
      WorkOrder(number: number, events: events.map(\.recorded)), "order \(number.text) that folds")
    entries[number] = Entry(
      order: order, row: OrderRow(order, last: event.header), events: events,
      arrivedIn: known == nil ? event.header.town : known?.arrivedIn)
  }

  /// A row as a seat sees it.
  func row(_ number: OrderNumber, seat: SeatCode) -> OrderRow? {
    guard var row = entries[number]?.row else { return nil }
    row.unread = (seen[seat]?[number] ?? 0) < row.version
    return row
  }

  /// All rows of a list in its order.
  func list(_ query: OrderQuery, seat: SeatCode) -> [OrderRow] {
    let rows = entries.values.filter { selects(query, $0) }.compactMap { row($0.row.number, seat: seat) }
    return rows.sorted { Reference.precedes(SortKey($0), SortKey($1), query.sort) }
  }

  static func precedes(_ left: SortKey, _ right: SortKey, _ sort: OrderQuery.Sort) -> Bool {
    switch sort {
    case .due: (left.instant.milliseconds, left.number.key) < (right.instant.milliseconds, right.number.key)
    case .newest: left.number.key > right.number.key
    case .oldest: left.number.key < right.number.key
    }
  }

  /// The page that a list must show.
  func page(_ query: OrderQuery, anchor: PageAnchor, before: Int, after: Int, seat: SeatCode) -> OrderPage {
    let rows = list(query, seat: seat)
    let front: [OrderRow]
    let back: [OrderRow]
    switch anchor {
    case .top: (front, back) = ([], rows)
    case .bottom: (front, back) = (rows, [])
    case .around(let key):
      front = rows.filter { Reference.precedes(SortKey($0), key, query.sort) }
      back = rows.filter { !Reference.precedes(SortKey($0), key, query.sort) }
    }
    return OrderPage(
      rows: front.suffix(before) + back.prefix(after), hasBefore: front.count > before,
      hasAfter: back.count > after)
  }

  private func selects(_ query: OrderQuery, _ entry: Entry) -> Bool {
    let row = entry.row
    if let town = query.town, row.town != town, query.abroad.isDisjoint(with: entry.order.shares) { return false }
    if let source = query.source, row.source != source { return false }
    if let unit = query.unit, row.unit != unit { return false }
    switch query.tab {
    case .all: break
    case .open: if row.stage == .closed { return false }
    case .stage(let stage): if row.stage != stage { return false }
    }
    return query.filter.map { matches($0, entry, isHidden: query.hidesConfidential && row.confidential) } ?? true
  }

  private func matches(_ filter: TextFilter, _ entry: Entry, isHidden: Bool) -> Bool {
    if filter == TextFilter() { return true }
    let row = entry.row
    if filter.places.contains(where: { ($0 == row.place && !isHidden) || $0 == row.town }) { return true }
    if filter.units.contains(where: { $0 == row.unit }) { return true }
    if let digits = filter.digits {
      let number = row.number
      let month = String(number.day).dropFirst(4)
      let writings = [
        "\(number.day)" + String(format: "%05d", number.sequence), month + String(format: "%05d", number.sequence),
        month + String(format: "%04d", number.sequence), "\(number.sequence)",
      ]
      let wanted = [digits, String(digits.drop { $0 == "0" })].filter { !$0.isEmpty }
      if writings.contains(where: { writing in wanted.contains { writing.hasPrefix($0) } }) { return true }
    }
    if isHidden { return false }
    let texts = entry.order.reports.flatMap { [$0.title, $0.text, $0.location?.address ?? ""] }.map(Reference.plain)
    let words = filter.words.flatMap { $0.split(separator: " ") }.map { Reference.plain(String($0)) }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
    return !words.isEmpty && words.allSatisfy { word in texts.contains { Reference.contains($0, word) } }
  }

  /// Half-width and lower-case, by Foundation's own transform.
  private static func plain(_ text: String) -> String {
    (text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text).lowercased()
  }

  private static func contains(_ text: String, _ word: String) -> Bool {
    guard let first = word.first, first.isASCII else { return text.contains(word) }
    return text.indices.contains { index in
      text[index...].hasPrefix(word)
        && (index == text.startIndex || !isLatin(text[text.index(before: index)]))
    }
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}

import Journal
import Model

/// The orders as they stood when the journal ended with a sequence.
///
/// What was closed and untouched when the moment was made is not in it: it stands in the journal's rows as it did.
struct Moment: Sendable {
  /// An order with its row.
  struct Entry: Sendable {
    var order: WorkOrder
    var row: OrderRow
    var trail = HandlingTrail()

    /// What the order teaches as it stands.
    var lesson: Lesson? { Lesson(order, trail) }
  }

  /// The sequence at which it was made: what is not among the entries has had no event since.
  let anchor: Int64
  /// No order that began by then has a greater number.
  let greatest: OrderNumber
  /// The last sequence that is in it.
  private(set) var sequence: Int64
  /// The orders that were open, or have had an event since.
  private(set) var entries: [OrderNumber: Entry] = [:]
  /// All orders, by town, source and stage.
  private(set) var cells: [Board.Cell: Int]
  /// What was learned from the orders; all that was, where the moment was made at the journal's beginning.
  private(set) var learned = LearnedCounts()
  /// Arrivals since a day and more before it was made.
  private(set) var arrivals: [BoardChange.Arrival: Int] = [:]

  /// Makes a moment that holds what has not changed since.
  ///
  /// - Parameters:
  ///   - sequence: when.
  ///   - greatest: a number that no order which began by then exceeds.
  ///   - cells: how many orders there are that have not changed since.
  init(at sequence: Int64, greatest: OrderNumber, cells: [Board.Cell: Int]) {
    anchor = sequence
    self.sequence = sequence
    self.greatest = greatest
    self.cells = cells
  }

  /// The rows of the entries.
  var rows: some Sequence<OrderRow> { entries.values.lazy.map(\.row) }

  /// Adds an order as it stood when the moment is made; `isCounted` where the cells have it already.
  mutating func add(_ entry: Entry, isCounted: Bool) {
    entries[entry.row.number] = entry
    if !isCounted { cells[Board.Cell(entry.row), default: 0] += 1 }
  }

  /// Adds an arrival from before the moment was made.
  mutating func add(_ arrival: BoardChange.Arrival) {
    arrivals[arrival, default: 0] += 1
  }

  /// Goes on by one event.
  ///
  /// - Throws: code `.damaged` when the event can't follow.
  mutating func take(_ stored: StoredEvent) throws(JournalError) {
    guard stored.header.sequence == sequence + 1 else {
      throw JournalError(.damaged, subject: stored.header.stream.id, detail: "sequence \(stored.header.sequence)")
    }
    sequence = stored.header.sequence
    guard let number = stored.header.stream.orderNumber else { return }
    let before = entries[number]
    let entry = try Moment.entry(stored.decodedOrderEvent(), after: before, number)
    entries[number] = entry
    if anchor == 0 { learned.replace(before?.lesson, with: entry.lesson) }
    let change = BoardChange(from: before?.row, to: entry.row)
    cells.add(change)
    if let arrival = change.arrival { add(arrival) }
  }

  /// An order after one more event.
  static func entry(_ event: DecodedEvent, after before: Entry?, _ number: OrderNumber) throws(JournalError) -> Entry {
    let order = try OrderProjector.next(event, on: before?.order, number: number)
    var entry = Entry(
      order: order, row: OrderRow(order, last: event.header, unread: false), trail: before?.trail ?? HandlingTrail())
    entry.trail.take(event.event)
    return entry
  }
}

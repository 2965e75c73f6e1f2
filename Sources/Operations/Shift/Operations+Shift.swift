public import Journal
public import Model

/// What an officer hands over, or takes over: the sheet with the rows of its orders.
public struct HandOverReading: Sendable, Equatable {
  /// The orders that the next officer must know of.
  public var sheet: HandOverSheet
  /// When the shift began, UTC.
  public var since: Instant
  /// The orders of the sheet as they stand, by number as it is written.
  public var rows: [String: OrderRow]
  /// The hand-over that waits for another officer's word.
  public var waiting: ShiftBook.Page?
}

extension Operations {
  /// How long a shift is taken to be where none was handed over before.
  static let firstShiftMinutes = 720

  /// The sheet of a seat as it would be handed over now, or the one that waits for this officer.
  public func handOver(for authority: Authority) throws(OperationError) -> HandOverReading {
    let now = try now()
    let book = try reading { (store) throws(JournalError) in try store.shiftBook(of: authority.seat) }
    if let waiting = book.waiting, waiting.signature.officer != authority.officer {
      let sheet = waiting.handOver.sheet
      return HandOverReading(
        sheet: sheet, since: waiting.handOver.since, rows: try rows(of: sheet, for: authority.seat), waiting: waiting)
    }
    let since = book.since ?? now.adding(minutes: -Operations.firstShiftMinutes)
    let sheet = try drawnSheet(for: authority, since: since, at: now)
    return HandOverReading(sheet: sheet, since: since, rows: try rows(of: sheet, for: authority.seat), waiting: nil)
  }

  /// Hands the seat's shift over: the sheet is drawn anew at this moment.
  ///
  /// - Parameters:
  ///   - notes: what the officer has to say besides.
  ///   - authority: who hands over.
  ///   - id: the command's own name; given twice, it does nothing twice. At most 200 bytes.
  /// - Returns: where the seat then stands.
  @discardableResult
  public func handOver(notes: String, by authority: Authority, id: String) throws(OperationError) -> ShiftBook {
    try perform(by: authority, id: id) { (book) throws(OperationError) in
      let now = try now()
      let since = book.since ?? now.adding(minutes: -Operations.firstShiftMinutes)
      let head = try reading { (store) throws(JournalError) in try store.head() }
      return .handOver(
        sheet: try drawnSheet(for: authority, since: since, at: now), since: since, notes: notes,
        head: "\(head.sequence):\(head.chain)")
    }
  }

  /// Confirms the hand-over that waits at the seat.
  ///
  /// - Parameters:
  ///   - text: what the officer has to say to it; may be empty.
  ///   - authority: who takes over.
  ///   - id: the command's own name; given twice, it does nothing twice. At most 200 bytes.
  /// - Returns: where the seat then stands.
  @discardableResult
  public func takeOver(text: String, by authority: Authority, id: String) throws(OperationError) -> ShiftBook {
    try perform(by: authority, id: id) { (_) throws(OperationError) in .takeOver(text: text) }
  }

  private func perform(
    by authority: Authority, id: String, _ command: (ShiftBook) throws(OperationError) -> ShiftCommand
  ) throws(OperationError) -> ShiftBook {
    let stream = StreamID.shift(authority.seat)
    for _ in 0..<Operations.attempts {
      let book = try reading { (store) throws(JournalError) in try store.shiftBook(of: authority.seat) }
      if try isKnown(id, in: stream) { return book }
      let event: ShiftEvent
      let command = try command(book)
      do {
        event = try ShiftRules.decide(command, on: book, by: authority, in: city)
      } catch {
        throw .refusedBook(error)
      }
      if try write(.shift(event), to: stream, at: book.version, about: authority.place, by: authority, id: id) {
        return try reading { (store) throws(JournalError) in try store.shiftBook(of: authority.seat) }
      }
    }
    throw .journal(JournalError(.lockHeld, subject: authority.seat.rawValue))
  }

  private func drawnSheet(
    for authority: Authority, since: Instant, at now: Instant
  ) throws(OperationError) -> HandOverSheet {
    try reading { (store) throws(JournalError) in
      var acted: Set<OrderNumber> = []
      try store.eachEvent(recordedFrom: since) { event in
        if event.header.seat == authority.seat, let number = event.header.stream.orderNumber { acted.insert(number) }
        return true
      }
      var open: [OrderNumber] = []
      let town = authority.tier == .town ? authority.place : nil
      try Operations.eachRow(of: OrderQuery(town: town, tab: .open, sort: .oldest), in: store) {
        open.append($0.number)
      }
      var orders: [WorkOrder] = []
      // So many at a time that the files of a busy city are not all in memory at once.
      for start in stride(from: 0, to: open.count, by: 500) {
        orders += try store.orders(Array(open[start..<min(open.count, start + 500)])).map(\.order)
      }
      return HandOverSheet(drawnFrom: orders, for: authority.seat, acted: acted, at: now)
    }
  }

  private func rows(of sheet: HandOverSheet, for seat: SeatCode) throws(OperationError) -> [String: OrderRow] {
    try reading { (store) throws(JournalError) in
      var rows: [String: OrderRow] = [:]
      for text in sheet.numbers {
        if let number = OrderNumber(text), let row = try store.row(number, seat: seat) { rows[text] = row }
      }
      return rows
    }
  }
}

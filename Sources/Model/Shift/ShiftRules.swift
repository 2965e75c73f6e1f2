/// What is asked of a seat's shifts.
public enum ShiftCommand: Sendable, Equatable {
  /// 交班, with what the officer has to say besides the sheet.
  case handOver(sheet: HandOverSheet, since: Instant, notes: String, head: String)
  /// 接班, with what the next officer has to say to it.
  case takeOver(text: String)
}

/// The rules of handing a shift over.
public enum ShiftRules {
  /// Decides what a command brings about.
  ///
  /// A hand-over may be made again while it waits; the last one counts. Who handed over does not confirm it.
  ///
  /// - Parameters:
  ///   - command: what is asked.
  ///   - book: where the seat stands.
  ///   - authority: who asks, on that seat.
  ///   - city: the tables of that day.
  /// - Throws: the reason why not.
  public static func decide(
    _ command: ShiftCommand, on book: ShiftBook, by authority: Authority, in city: CityTables
  ) throws(BookRefusal) -> ShiftEvent {
    try authority.check(.handOver, in: city)
    switch command {
    case .handOver(let sheet, let since, let notes, let head):
      return .handedOver(ShiftEvent.HandOver(since: since, sheet: sheet, notes: notes, head: head))
    case .takeOver(let text):
      guard let last = book.last else { throw BookRefusal(.nothingHandedOver, authority.seat.rawValue) }
      if let taken = last.takenBy { throw BookRefusal(.takenAlready, taken.officer.rawValue) }
      guard last.signature.officer != authority.officer else {
        throw BookRefusal(.ownHandOver, authority.officer.rawValue)
      }
      return .takenOver(ShiftEvent.TakeOver(handOver: last.version, text: text))
    }
  }
}

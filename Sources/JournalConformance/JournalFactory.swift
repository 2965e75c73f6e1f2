public import Journal
public import Model

/// What the suite needs of an engine.
public protocol JournalFactory: Sendable {
  /// Makes an empty store of its own from an opening event.
  func make(opening: StoredEvent) throws(JournalError) -> any JournalStore

  /// Damages a store behind the contract's back and hands on a store that shows the damage.
  func tamper(_ store: any JournalStore, _ tampering: Tampering) throws -> any JournalStore
}

/// What a hand in the store may do.
public enum Tampering: Sendable, Equatable {
  /// Takes one event out, and nothing else.
  case removeEvent(Int64)
  /// Takes every event from a sequence on out, and nothing else.
  case removeTail(from: Int64)
  /// Takes an order out altogether: its events, its stream's head, its row and its place in the report index.
  case removeOrder(OrderNumber)
  /// Writes other bytes in place of an event's payload.
  case changePayload(Int64, to: [UInt8])
  /// Writes another officer into an event's column.
  case changeOfficer(Int64, to: OfficerCode)
  /// Writes another value of the journal's chain beside an event.
  case changeChain(Int64, to: [UInt8])
  /// Writes another value of the chain into a stream's head.
  case changeStreamHead(StreamID, to: [UInt8])
  /// Takes a stream's head out.
  case removeStreamHead(StreamID)
  /// Writes another value of the chain into the journal's head.
  case changeHead(to: [UInt8])
  /// Takes the row out by which the command of an event is known again.
  case removeCommand(Int64)
  /// Takes an order's row out.
  case removeRow(OrderNumber)
  /// Writes another title into an order's row.
  case changeTitle(OrderNumber, to: String)
  /// Adds to a kept count.
  case changeBoard(Board.Cell, by: Int)
  /// Adds to a kept count of arrivals.
  case changeArrivals(hour: Int64, town: PlaceCode?, by: Int)
  /// Writes other standings into an order's fact for the rates.
  case changeRateFact(OrderNumber, standings: Int64)
  /// Takes a day's counts for the rates out.
  case removeRateCells(day: Int)
  /// Adds to the orders that were learned from.
  case changeLearned(LearnedClass, by: Int)
  /// Writes another name into the personal data beside an event.
  case changeName(Int64, to: String)
}
